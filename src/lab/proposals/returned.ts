/** Checks what the steps of a proposal return, before the lab computes with it. Each returns what is wrong, or null. */
import type { CompressedNames } from '../../compress/compress.js'
import { CODES, EMPTY, LITERAL, PAIR, Tokens } from '../../compress/tokens.js'
import type { SymbolTable } from '../../symbols/table.js'

/** The most bytes of a table, or of the padding after one: the largest kernels have some ten million in all tables. */
const LARGEST_TABLE: number = 2 ** 26

/** The most bytes that a token or a name stands for: lengths are 16 bits wide. */
const LONGEST_TEXT = 0xffff

/** @param count of the symbols of the pass */
export function stringsProblem(value: unknown, count: number): string | null {
  const { text, start, length, high, low, ...rest } = (value ?? {}) as Partial<SymbolTable>
  const has = (column: unknown, kind: typeof Uint16Array | typeof Uint32Array): boolean =>
    column instanceof kind && column.length >= (rest.count as number)
  const isTable =
    text instanceof Uint8Array &&
    Number.isInteger(rest.count) &&
    has(length, Uint16Array) &&
    [start, high, low].every(column => has(column, Uint32Array))
  if (!isTable) return 'did not return a symbol table with all columns'
  if (rest.count !== count) return `returned ${rest.count} strings for ${count} symbols`
  for (let i = 0; i < count; i++) {
    const end = (start?.[i] as number) + (length?.[i] as number)
    if (end > text.length) {
      return `returned a string outside of its text: number ${i} ends at byte ${end} of ${text.length}`
    }
  }
  return null
}

/** @param count of the symbols of the pass */
export function namesProblem(value: unknown, count: number): string | null {
  const { codes, length, tokens } = (value ?? {}) as Partial<CompressedNames>
  const isNames =
    codes instanceof Uint8Array &&
    length instanceof Uint16Array &&
    length.length === count &&
    tokens instanceof Tokens
  if (!isNames || length.reduce((sum, some) => sum + some, 0) !== codes.length) {
    return 'did not return { codes, length, tokens }: codes in a Uint8Array, their number per name in a Uint16Array'
  }
  const sizes = textSizes(tokens)
  if (typeof sizes === 'string') return sizes
  let at = 0
  for (let i = 0; i < count; i++) {
    let bytes = 0
    for (const end = at + (length[i] as number); at < end; at++) bytes += sizes[codes[at] as number] as number
    if (bytes > LONGEST_TEXT)
      return `returned a name of ${bytes} bytes, number ${i}: at most ${LONGEST_TEXT} are possible`
  }
  return null
}

/** Bytes that each code stands for; or what is wrong. */
function textSizes(tokens: Tokens): readonly number[] | string {
  const sizes = new Array<number>(CODES).fill(0)
  /** 0: not seen; 1: being expanded; 2: known. */
  const state = new Uint8Array(CODES)
  let problem: string | null = null
  const partsOf = (code: number): Iterable<number> => {
    if (tokens.kind[code] === PAIR) return [tokens.first[code] as number, tokens.second[code] as number]
    return tokens.substrings.get(code) ?? []
  }
  const sizeOf = (code: number): number => {
    if (state[code] === 1) problem ??= `returned a token that expands to itself: code ${code}`
    if (state[code] !== 0) return sizes[code] as number
    state[code] = 1
    const kind = tokens.kind[code]
    let bytes = kind === LITERAL ? 1 : 0
    if (kind !== EMPTY && kind !== LITERAL) for (const part of partsOf(code)) bytes += sizeOf(part)
    if (bytes > LONGEST_TEXT)
      problem ??= `returned a token of ${bytes} bytes, code ${code}: at most ${LONGEST_TEXT} are possible`
    sizes[code] = bytes
    state[code] = 2
    return bytes
  }
  for (let code = 0; code < CODES; code++) sizeOf(code)
  return problem ?? sizes
}

/** @param known the labels that the pass has, or that the proposal adds */
export function tablesProblem(
  tables: ReadonlyMap<string, unknown>,
  known: ReadonlySet<string>,
): string | null {
  for (const [label, table] of tables) {
    if (!known.has(label)) return `returned a table ${label}, which is not in labels`
    if (table === null) continue
    if (!(table instanceof Uint8Array)) return `did not return a Uint8Array for ${label}`
    if (table.length > LARGEST_TABLE) {
      return `returned ${table.length} bytes for ${label}: at most ${LARGEST_TABLE} are possible`
    }
  }
  const left = [...known].filter(label => tables.get(label) !== null)
  return left.some(label => label.startsWith('kallsyms_')) ? null : 'leaves no table'
}

/** @param labels of the tables */
export function paddingProblem(
  padding: ReadonlyMap<string, unknown>,
  labels: readonly string[],
): string | null {
  for (const [label, bytes] of padding) {
    if (!labels.includes(label)) return `returned padding for ${label}, but there is no such table`
    const isSize = Number.isInteger(bytes) && (bytes as number) >= 0 && (bytes as number) <= LARGEST_TABLE
    if (!isSize) return `returned ${bytes} bytes for ${label}: 0 to ${LARGEST_TABLE} are possible`
  }
  return null
}
