/** Plain text as Markdown. */

/** Marks names of symbols, options, directives and headers as code, which Markdown would read in its own way. */
export function markWords(text: string): string {
  return text
    .split(/(`[^`]*`|make [A-Z]+="[^"]*")/)
    .map(part => {
      if (part.startsWith('`')) return part
      return COMMAND.test(part) ? `\`${part}\`` : part.replace(WORD, markWord)
    })
    .join('')
}

/** A command line with blanks in it. */
const COMMAND = /^make [A-Z]+="/

const WORD = /[^\s(),;]+/g

function markWord(word: string): string {
  const [, body = '', end = ''] = /^(.*?)([:.]?)$/.exec(word) ?? []
  // A dot at the end belongs to names such as `.llvm.`.
  const isName = /[_*<>$]/.test(body) || /^--\w/.test(body) || /^\.\w/.test(body) || /^\/\w/.test(body)
  if (!isName) return word
  return body.startsWith('.') && end === '.' ? `\`${word}\`` : `\`${body}\`${end}`
}
