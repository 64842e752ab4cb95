/**
 * A C source as a sequence of tokens, which can be searched for patterns written in C.
 *
 * Comments are dropped, white space is insignificant, and literals are distinguished from code: `a [ 0 ]` is found in
 * any formatting, and never in a comment or a string. Nothing is preprocessed: both branches of an `#if` are there.
 *
 * The time is linear in the length of the text for any file: the regular expressions do not backtrack over it, and a
 * search never goes back.
 */
import { KallsymsError } from '../errors.js'

export interface Token {
  readonly kind: 'word' | 'number' | 'string' | 'character' | 'punctuation'
  /** As in the source; for literals the characters that they denote, without quotes. */
  readonly text: string
  /** Counted from 1. */
  readonly line: number
}

/** A place where a pattern matches. */
export interface Match {
  readonly line: number
  /** Index of its first token. */
  readonly at: number
  /** The texts of the tokens that matched wildcards. */
  readonly captured: readonly string[]
}

/** The wildcards, each of which matches any token of a kind. */
const WILDCARD: Readonly<Record<Token['kind'], string>> = {
  word: '$word',
  number: '$number',
  string: '$string',
  character: '$character',
  punctuation: '$punctuation',
}

export class CSource {
  private readonly tokens: readonly Token[]
  /** Indices of tokens by text, and by kind under its wildcard, so that a pattern is tried at few places. */
  private readonly places: Map<string, number[]> = new Map()

  constructor(text: string) {
    this.tokens = tokenize(text)
    for (const [at, { kind, text }] of this.tokens.entries()) {
      this.addPlace(text, at)
      this.addPlace(WILDCARD[kind], at)
    }
  }

  /**
   * The first place where the tokens of a pattern follow each other.
   *
   * @param pattern a piece of C; `$word`, `$number`, `$string` and `$character` match any token of the kind
   */
  find(pattern: string): Match | null {
    return this.matches(pattern).next().value ?? null
  }

  /** All places where the tokens of a pattern follow each other. */
  findAll(pattern: string): Match[] {
    return [...this.matches(pattern)]
  }

  private *matches(pattern: string): Generator<Match, undefined> {
    const wanted = tokenize(pattern)
    for (const at of this.places.get((wanted[0] as Token).text) ?? []) {
      if (wanted.every((token, i) => fits(this.tokens[at + i], token))) yield this.matchAt(at, wanted)
    }
  }

  /** The texts of all tokens of a kind, each once; literals as the characters that they denote. */
  texts(kind: Token['kind']): string[] {
    const places = this.places.get(WILDCARD[kind]) ?? []
    return [...new Set(places.map(at => (this.tokens[at] as Token).text))]
  }

  /** The first string literal that contains some texts in this order. */
  findTextWith(...parts: readonly string[]): Match | null {
    for (const at of this.places.get(WILDCARD.string) ?? []) {
      const { text, line } = this.tokens[at] as Token
      if (containsInOrder(text, parts)) return { line, at, captured: [] }
    }
    return null
  }

  /**
   * The first string literal that a regular expression matches, and what its groups captured. The expression must not
   * contain two repetitions that can match the same characters, since literals may be long: use `findTextWith` then.
   */
  findText(pattern: RegExp): Match | null {
    for (const at of this.places.get(WILDCARD.string) ?? []) {
      const { text, line } = this.tokens[at] as Token
      const found = pattern.exec(text)
      if (found) return { line, at, captured: found.slice(1) }
    }
    return null
  }

  /**
   * The string literals of an array's initialiser, in order.
   *
   * @returns null if there is no array of that name
   * @throws {KallsymsError} `unknown-kernel` if the initialiser is not closed
   */
  arrayStrings(name: string): Match | null {
    const array = ['', '$number', '$word']
      .map(size => this.find(`${name}[${size}] = {`))
      .find(match => match !== null)
    if (!array) return null
    const strings: string[] = []
    let depth = 0
    for (const { kind, text } of this.tokens.slice(array.at)) {
      if (kind === 'string') strings.push(text)
      if (kind !== 'punctuation') continue
      if (text === '{') depth++
      if (text === '}' && --depth === 0) return { ...array, captured: strings }
    }
    throw new KallsymsError(
      'unknown-kernel',
      `line ${array.line}: the array ${name} is not closed: is the file truncated?`,
    )
  }

  private matchAt(at: number, wanted: readonly Token[]): Match {
    const found = this.tokens.slice(at, at + wanted.length)
    const captured = found.filter(({ kind }, i) => wanted[i]?.text === WILDCARD[kind]).map(({ text }) => text)
    return { line: (found[0] as Token).line, at, captured }
  }

  private addPlace(key: string, at: number): void {
    const places = this.places.get(key)
    if (places) places.push(at)
    else this.places.set(key, [at])
  }
}

function fits(token: Token | undefined, wanted: Token): boolean {
  if (!token) return false
  return wanted.text === WILDCARD[token.kind] || (wanted.kind === token.kind && wanted.text === token.text)
}

function containsInOrder(text: string, parts: readonly string[]): boolean {
  let from = 0
  for (const part of parts) {
    const at = text.indexOf(part, from)
    if (at < 0) return false
    from = at + part.length
  }
  return true
}

/**
 * One token, or the blanks and comments between two. A quote that is not closed on its line, such as an apostrophe in
 * an `#error`, extends to the end of the line, as in GCC; its group for the closing quote is empty then.
 */
const TOKEN = new RegExp(
  [
    /((?:[\s\\]|\/\*.*?(?:\*\/|$)|\/\/(?:\\\r?\n|[^\n])*)+)/,
    /([A-Za-z_$][\w$]*)/,
    /(\.?\d(?:[eEpP][+-]|[\w.])*)/,
    /"([^"\\\n]*(?:\\(?:\r\n|.)[^"\\\n]*)*)("?)/,
    /'([^'\\\n]*(?:\\(?:\r\n|.)[^'\\\n]*)*)('?)/,
    /(->|\+\+|--|<<|>>|[<>=!]=|&&|\|\||.)/,
  ]
    .map(part => part.source)
    .join('|'),
  'sy',
)

/** Splits a source into tokens; adjacent string literals are joined, as by the compiler. */
function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let line = 1
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    const found = TOKEN.exec(text) ?? []
    const [all = '', , word, number, string, stringEnd, character, characterEnd, punctuation] = found
    const last = tokens[tokens.length - 1]
    if (word !== undefined) tokens.push({ kind: 'word', text: word, line })
    else if (punctuation !== undefined) tokens.push({ kind: 'punctuation', text: punctuation, line })
    else if (number !== undefined) tokens.push({ kind: 'number', text: number, line })
    else if (characterEnd) tokens.push({ kind: 'character', text: meaningOf(character as string), line })
    else if (stringEnd && last?.kind === 'string') {
      tokens[tokens.length - 1] = { ...last, text: last.text + meaningOf(string as string) }
    } else if (stringEnd) tokens.push({ kind: 'string', text: meaningOf(string as string), line })
    else if (string !== undefined || character !== undefined)
      tokens.push({ kind: 'punctuation', text: all, line })
    // Only literals, blanks and comments contain line ends.
    if (word === undefined && punctuation === undefined) line += all.split('\n').length - 1
  }
  return tokens
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
}

/** The value of a number as C reads it, octal after a 0; null if it is not a whole number. */
export function wholeNumber(text: string): bigint | null {
  const digits = text.replace(/[uUlL]+$/, '').replace(/^0(?=[0-7]+$)/, '0o')
  return /^(?:\d+|0[xX][\da-fA-F]+|0o[0-7]+)$/.test(digits) ? BigInt(digits) : null
}

/** The characters that the text of a literal denotes. */
function meaningOf(text: string): string {
  if (!text.includes('\\')) return text
  return text.replace(/\\(?:x([0-9a-fA-F]+)|([0-7]{1,3})|(\r?\n|.))/gs, (_, hex, octal, other: string) => {
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16) & 0xff)
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff)
    return other.endsWith('\n') ? '' : (ESCAPES[other] ?? other)
  })
}
