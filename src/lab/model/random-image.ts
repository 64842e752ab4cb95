/** Small random kernels for the model of a linker: the same seed gives the same kernel. */
import type { Image, Piece, Section, Stub } from './linker-model.js'

/** Which kinds of symbols may flip in an image. */
export interface Flips {
  readonly types: boolean
  readonly borders: boolean
  readonly absolute: boolean
  readonly stubs: boolean
}

/** What the seed does not determine. */
export interface ImageOptions {
  /** How many symbols of each kind may flip; random unless given. */
  readonly flipping?: number
  /** Number of functions in the text section; random unless given. */
  readonly symbols?: number
  /** Names to use, consecutive from a random position on; made up unless given. Each may occur only once. */
  readonly names?: readonly string[]
}

/** A small random kernel. */
export function randomImage(seed: number, flips: Flips, options: ImageOptions = {}): Image {
  const { flipping } = options
  const { below, pick, names } = randomSource(seed, options.names)
  const aligned = (...alignments: number[]): number => pick(alignments)
  const pieces = (count: number): Piece[] =>
    Array.from({ length: count }, () => ({
      size: 4 * (1 + below(24)),
      symbols: names(below(5) === 0 ? 2 : 1),
      isLocal: below(2) === 0,
    }))
  const section = (letter: string, some: Partial<Section>): Section => ({
    letter,
    alignment: 16,
    pieces: [],
    startSymbols: [],
    endSymbols: [],
    endAlignment: 1,
    looseSymbols: [],
    ...some,
  })
  const atBorder = (some: string[]): string[] => {
    if (!flips.borders) return []
    return flipping === undefined ? some.slice(below(some.length)) : names(flipping)
  }
  const loose = (name: string): string[] => (flips.absolute && below(2) === 0 ? [name] : [])
  const page = aligned(64, 128, 256, 512, 4096)
  const sections: Section[] = [
    section('T', {
      startSymbols: ['_text', '_stext'],
      pieces: pieces(options.symbols ?? 10 + below(40)),
      endAlignment: aligned(1, 4, 16, 64),
      endSymbols: [...atBorder(['__text_end', '__kprobes_text_end']), '_etext'],
      looseSymbols: loose('__after_text'),
    }),
    section('R', {
      alignment: page,
      startSymbols: ['__start_rodata'],
      pieces: [{ size: below(2 * page), symbols: ['ro_filler'], isLocal: true }, ...pieces(below(6))],
      endAlignment: aligned(1, 8, 16, 64),
      endSymbols: atBorder([
        '__start___param',
        '__stop___param',
        '__start___modver',
        '__stop___modver',
        '__end_rodata',
      ]),
      looseSymbols: loose('__ro_loose'),
    }),
    section('T', {
      alignment: page,
      startSymbols: ['_sinittext'],
      pieces: pieces(2 + below(8)),
      endSymbols: ['_einittext'],
      looseSymbols: loose('__init_data_loc'),
    }),
    section('P', { alignment: aligned(8, 64, 256), pieces: pieces(1) }),
    section('D', {
      alignment: aligned(64, 128, 256),
      pieces: flips.types ? [] : pieces(1),
      startSymbols: [
        '__per_cpu_load',
        ...names(flipping !== undefined && flips.types ? flipping : 4 + below(24)),
      ],
      endSymbols: ['__per_cpu_finish'],
    }),
    section('D', {
      alignment: aligned(128, 256, 512, 8192),
      startSymbols: ['_data'],
      pieces: pieces(3 + below(6)),
    }),
    section('B', {
      alignment: aligned(8, 64, 256),
      pieces: flips.types && below(2) === 0 ? [] : pieces(2),
      startSymbols: ['__bss_start'],
    }),
  ]
  const stubs: Stub[] = Array.from({ length: flips.stubs ? (flipping ?? 1 + below(6)) : 0 }, (_, i) => {
    const modulus = pick([256, 512, 4096])
    return {
      name: `__${names(1)[0]}_stub_${i}`,
      section: pick([0, 2]),
      size: 4 * (1 + below(8)),
      when: { section: 2 + below(4), modulus, below: below(modulus) },
    }
  })
  const word = pick([4, 8] as const)
  return { base: word === 8 ? 0xffffffff81000000n : 0xc0008000n, word, sections, tableSection: 1, stubs }
}

/**
 * The seed of one kernel of a run. Both numbers are hashed: with their sum, runs with neighbouring seeds would have
 * kernels in common.
 */
export function seedOf(seed: number, number: number): number {
  return mixed(mixed(seed) ^ number)
}

/** The 32-bit finaliser of MurmurHash3: each bit of the result depends on all bits of the value. */
function mixed(value: number): number {
  let bits = value >>> 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}

export interface RandomSource {
  /** A whole number from 0 up to, but not including, a limit. */
  below(limit: number): number
  pick<T>(choices: readonly T[]): T
  /** Names that have not been returned before. */
  names(count: number): string[]
}

const WORDS = [
  'do',
  'get',
  'put',
  'page',
  'irq',
  'probe',
  'init',
  'exit',
  'state',
  'lock',
  'trace',
  'handler',
  'x86',
  'of',
]

/**
 * Random numbers of Marsaglia's 32-bit xorshift.
 *
 * @param known names to use, from a random position on, wrapping around
 */
export function randomSource(seed: number, known: readonly string[] = []): RandomSource {
  let state = (Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995) >>> 0 || 1
  const below = (limit: number): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % limit
  }
  const pick = <T>(choices: readonly T[]): T => choices[below(choices.length)] as T
  let given = 0
  const made = (): string => {
    const words = Array.from({ length: 1 + below(4) }, () => pick(WORDS))
    return `${below(4) === 0 ? '__' : ''}${words.join('_')}_${given++}`
  }
  const first = known.length === 0 ? 0 : below(known.length)
  const next = (): string => known[(first + given++) % known.length] as string
  const name = (): string => (given < known.length ? next() : made())
  return { below, pick, names: count => Array.from({ length: count }, name) }
}
