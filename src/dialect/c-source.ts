/**
 * A C source as a row of tokens, in which patterns written as C can be looked up.
 *
 * Comments are gone, blanks and line ends mean nothing, literals are kept apart from code: so `a [ 0 ]` is found in
 * any layout, and never in a comment or a string. Nothing is preprocessed: both branches of an `#if` are there.
 */
import { KallsymsError } from '../errors.js'

export interface Token {
  readonly kind: 'word' | 'number' | 'string' | 'character' | 'punctuation'
  /** As it stands; for literals the characters that they mean, without quotes. */
  readonly text: string
  /** Counted from 1. */
  readonly line: number
}

/** Where a pattern was found. */
export interface Match {
  readonly line: number
  /** Index of its first token. */
  readonly at: number
  /** What stood at the pattern's wildcards. */
  readonly captured: readonly string[]
}

/** What stands in a pattern for any token of a kind. */
const WILDCARD: Readonly<Record<Token['kind'], string>> = {
  word: '$word',
  number: '$number',
  string: '$string',
  character: '$character',
  punctuation: '$punctuation',
}

export class CSource {
  private readonly tokens: readonly Token[]
  /** Where each text stands, and each kind of token under its wildcard: a pattern is tried at few places then. */
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
   * @param pattern a piece of C; `$word`, `$number`, `$string` and `$character` stand for any token of the kind
   * @param from index of the token to begin at
   */
  find(pattern: string, from: number = 0): Match | null {
    const wanted = tokenize(pattern)
    for (const at of this.places.get((wanted[0] as Token).text) ?? []) {
      if (at >= from && wanted.every((token, i) => fits(this.tokens[at + i], token)))
        return this.matchAt(at, wanted)
    }
    return null
  }

  /** All places where the tokens of a pattern follow each other. */
  findAll(pattern: string): Match[] {
    const matches: Match[] = []
    for (let match = this.find(pattern); match; match = this.find(pattern, match.at + 1)) matches.push(match)
    return matches
  }

  /** The first string literal that a regular expression matches, and what its groups captured. */
  findText(pattern: RegExp): Match | null {
    for (const at of this.places.get(WILDCARD.string) ?? []) {
      const { text, line } = this.tokens[at] as Token
      const found = pattern.exec(text)
      if (found) return { line, at, captured: found.slice(1) }
    }
    return null
  }

  /**
   * The string literals of an array's initialiser, in their order.
   *
   * @returns null when there is no array of the name
   * @throws {KallsymsError} `unknown-kernel` when the initialiser has no end
   */
  arrayStrings(name: string): Match | null {
    const array = this.find(`${name}[] = {`)
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
      `line ${array.line}: the array ${name} has no end: is the file complete?`,
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

/**
 * One token, or what stands between two: blanks and comments. A quote that the line does not close, as the apostrophe
 * in an `#error`, is punctuation.
 */
const TOKEN = new RegExp(
  [
    /((?:[\s\\]|\/\*.*?(?:\*\/|$)|\/\/(?:\\\r?\n|[^\n])*)+)/,
    /([A-Za-z_$][\w$]*)/,
    /(\.?\d(?:[eEpP][+-]|[\w.])*)/,
    /"([^"\\\n]*(?:\\(?:\r\n|.)[^"\\\n]*)*)"/,
    /'([^'\\\n]*(?:\\(?:\r\n|.)[^'\\\n]*)*)'/,
    /(->|\+\+|--|<<|>>|[<>=!]=|&&|\|\||.)/,
  ]
    .map(part => part.source)
    .join('|'),
  'sy',
)

/** Splits a source into its tokens; string literals that follow each other are one, as they are to the compiler. */
function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let line = 1
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    const [all = '', , word, number, string, character, punctuation] = TOKEN.exec(text) ?? []
    const last = tokens.length - 1
    if (word !== undefined) tokens.push({ kind: 'word', text: word, line })
    else if (punctuation !== undefined) tokens.push({ kind: 'punctuation', text: punctuation, line })
    else if (number !== undefined) tokens.push({ kind: 'number', text: number, line })
    else if (character !== undefined) tokens.push({ kind: 'character', text: meaningOf(character), line })
    else if (string !== undefined && tokens[last]?.kind === 'string') {
      tokens[last] = { ...tokens[last], text: tokens[last].text + meaningOf(string) }
    } else if (string !== undefined) tokens.push({ kind: 'string', text: meaningOf(string), line })
    // Only literals, blanks and comments span lines.
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

/** The characters that a literal's text means. */
function meaningOf(text: string): string {
  if (!text.includes('\\')) return text
  return text.replace(/\\(?:x([0-9a-fA-F]+)|([0-7]{1,3})|(\r?\n|.))/gs, (_, hex, octal, other: string) => {
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16) & 0xff)
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff)
    return other.endsWith('\n') ? '' : (ESCAPES[other] ?? other)
  })
}
