/** Text as roff of the man(7) macros. */

/** Characters that roff, or its output, would change. */
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\e',
  '-': '\\-',
  "'": '\\(aq',
  '`': '\\(ga',
  '^': '\\(ha',
  '~': '\\(ti',
  '"': '\\(dq',
}

/** Text within a line; what is not ASCII as `\[uXXXX]`. */
function inline(text: string): string {
  return text
    .replace(/[\\\-'`^~"]/g, character => ESCAPES[character] as string)
    .replace(/[^\x20-\x7e\n]/gu, character => {
      const code = (character.codePointAt(0) as number).toString(16).toUpperCase()
      return `\\[u${code.padStart(4, '0')}]`
    })
}

/** Text that begins a line: what begins with a dot or an apostrophe would be a request. */
export function line(text: string): string {
  const escaped = inline(text)
  return escaped.startsWith('.') ? `\\&${escaped}` : escaped
}

export function bold(text: string): string {
  return `\\fB${inline(text)}\\fR`
}

function italic(text: string): string {
  return `\\fI${inline(text)}\\fR`
}

/** Prose, with what is in backticks set in bold. */
export function prose(text: string): string {
  const parts = text
    .split('`')
    .map((part, i) => (i % 2 === 1 ? bold(part) : i === 0 ? line(part) : inline(part)))
  return parts.join('')
}

/** The flags of an option: what is typed in bold, what is replaced in italics. */
export function flags(text: string): string {
  return text
    .replace(' [', '[')
    .replace(/<[^>]*>|\[[^\]]*\]|[^<[]+/g, part =>
      part.startsWith('<') ? italic(part.slice(1, -1)) : part.startsWith('[') ? inline(part) : bold(part),
    )
}

/** A title and paragraphs. */
export function section(title: string, paragraphs: readonly string[]): string {
  return `.SH ${title}\n${paragraphs.join('\n.PP\n')}`
}

/** Terms, each with an indented text. */
export function definitions(entries: readonly (readonly [term: string, text: string])[]): string {
  return entries.map(([term, text]) => `.TP\n${term}\n${text}`).join('\n')
}

/** Lines as they are, in a font of one width where there is one. */
export function code(lines: string): string {
  return `.RS 4\n.EX\n${lines.split('\n').map(line).join('\n')}\n.EE\n.RE`
}
