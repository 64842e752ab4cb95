/** Small kernels for the model of a linker, each made of a seed: the same seed, the same kernel. */
import type { Image, Piece, Section, Stub } from './linker-model.js'

/** What may flip in an image. */
export interface Flips {
  readonly types: boolean
  readonly borders: boolean
  readonly absolute: boolean
  readonly stubs: boolean
}

/** What is not left to the seed. */
export interface ImageOptions {
  /** How many symbols flip, of each kind that does; as many as it happens unless given. */
  readonly flipping?: number
  /** How many symbols the text has. */
  readonly symbols?: number
  /** Names to take, in their order from some place on; made up unless given. None may be there twice. */
  readonly names?: readonly string[]
}

/** A small kernel made of a seed: the same seed, the same kernel. */
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
 * The seed of one kernel of a run. Both numbers are mixed, so that runs whose seeds are neighbours have no kernels in
 * common, as sums would have.
 */
export function seedOf(seed: number, number: number): number {
  return mixed(mixed(seed) ^ number)
}

/** The finaliser of MurmurHash3 with 32 bits: each bit of the result depends on all that are given. */
function mixed(value: number): number {
  let bits = value >>> 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}

export interface RandomSource {
  /** A whole number from 0, below a limit. */
  below(limit: number): number
  pick<T>(choices: readonly T[]): T
  /** So many names, none of which was given before. */
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
 * Numbers of Marsaglia's xorshift with 32 bits.
 *
 * @param known names to take, from some place on and then from the first
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
