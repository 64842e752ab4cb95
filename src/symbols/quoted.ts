/**
 * Bytes of an input on a terminal: a line that was refused, the name of a symbol. What a terminal would take for a
 * command is escaped, so that no file can move the cursor or hide what was printed before.
 */

/** Bytes of a quoted text that are shown. */
const MAX_SHOWN = 60

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\t': '\\t', '\\': '\\\\' }

/**
 * Text with every other byte as in a C string: `\n`, `\t`, `\\` or `\xNN`.
 *
 * @param text bytes, or a string with one character for each byte
 */
export function escaped(text: string | Uint8Array): string {
  return latin1(text).replace(/[^ -[\]-~]/g, escapeOf)
}

/**
 * A name with control characters escaped the same way, and those that turn the direction of text around; other bytes
 * stay, since they may be UTF-8.
 */
export function printable(name: string): string {
  return name.replace(/[\p{Cc}\p{Bidi_Control}]/gu, escapeOf)
}

/** The same in double quotes; a text of more than 60 bytes is cut, with an ellipsis before the closing quote. */
export function quoted(text: string | Uint8Array): string {
  const shown = typeof text === 'string' ? text.slice(0, MAX_SHOWN) : text.subarray(0, MAX_SHOWN)
  return `"${escaped(shown)}${text.length > MAX_SHOWN ? '…' : ''}"`
}

/** Text of several lines with all other control characters escaped. */
export function printableLines(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, character =>
    character === '\n' || character === '\t' ? character : escapeOf(character),
  )
}

function escapeOf(character: string): string {
  const code = character.charCodeAt(0)
  const digits = code.toString(16)
  return SHORT[character] ?? (code > 0xff ? `\\u${digits.padStart(4, '0')}` : `\\x${digits.padStart(2, '0')}`)
}

function latin1(text: string | Uint8Array): string {
  if (typeof text === 'string') return text
  return Buffer.from(text.buffer, text.byteOffset, text.length).toString('latin1')
}
