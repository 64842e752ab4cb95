/** Kernel builds over the model of a linker: link, list, make the table, link again. */
import { type GenerateOptions, generate } from '../pipeline.js'
import { type Image, link, type Piece, type Section, type Stub, type TableObject } from './linker-model.js'
import { type ObjectLayout, objectLayout } from './object-layout.js'

export interface Pass {
  /** Of the image with the tables of the pass before. */
  readonly map: Buffer
  readonly assembly: Uint8Array
  readonly object: ObjectLayout
}

export interface BuildOptions {
  readonly generate: GenerateOptions
  /** Whether the build begins with the table of an empty map, as from 6.11 on. */
  readonly beginsEmpty: boolean
  /** Whether the tables' labels come through the build's filter. */
  readonly keepsLabels: boolean
  /** No more passes than these. */
  readonly most: number
}

/** Builds until the tables come to rest: the last pass of a build that settles repeats the one before. */
export function build(image: Image, options: BuildOptions): Pass[] {
  const passes: Pass[] = []
  const empty = new Uint8Array(0)
  let tables: TableObject | null = null
  if (options.beginsEmpty) {
    const { assembly } = generate(empty, options.generate)
    tables = objectLayout(assembly, image.word)
  }
  while (passes.length < options.most && !isSettled(passes)) {
    const map: Buffer = link(image, tables)
    const { assembly } = options.keepsLabels
      ? generate(map, options.generate)
      : generate(withoutLabels(map), { ...options.generate, ...previousOf(passes, options.generate) })
    const object = objectLayout(assembly, image.word)
    passes.push({ map, assembly, object })
    tables = object
  }
  return passes
}

/** Where sizes are to be held and the map does not tell them, the assembly of the pass before has to. */
function previousOf(passes: readonly Pass[], { holdSizes, headroom }: GenerateOptions): GenerateOptions {
  const before = passes.at(-1)
  return before && (holdSizes || headroom !== undefined) ? { previous: before.assembly } : {}
}

/** Whether the last two passes made tables of the same layout, so that the next image is the last one. */
export function isSettled(passes: readonly Pass[]): boolean {
  const [before, last] = passes.slice(-2)
  return before !== undefined && last !== undefined && isSameLayout(before.object, last.object)
}

export function isSameLayout(a: ObjectLayout, b: ObjectLayout): boolean {
  return a.size === b.size && a.labels.every(({ offset }, i) => b.labels[i]?.offset === offset)
}

function withoutLabels(map: Buffer): Buffer {
  const lines = map.toString('latin1').split('\n')
  return Buffer.from(lines.filter(line => !/ kallsyms_\w+$/.test(line)).join('\n'), 'latin1')
}

/** What may flip in an image. */
export interface Flips {
  readonly types: boolean
  readonly borders: boolean
  readonly absolute: boolean
  readonly stubs: boolean
}

/** A small kernel made of a seed: the same seed, the same kernel. */
export function randomImage(seed: number, flips: Flips): Image {
  const { below, pick, names } = randomSource(seed)
  const aligned = (...alignments: number[]): number => pick(alignments)
  const pieces = (count: number): Piece[] =>
    Array.from({ length: count }, () => ({
      size: 4 * (1 + below(24)),
      symbols: names(1 + below(5) === 1 ? 2 : 1),
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
  const atBorder = (some: string[]): string[] => (flips.borders ? some.slice(below(some.length)) : [])
  const loose = (name: string): string[] => (flips.absolute && below(2) === 0 ? [name] : [])
  const page = aligned(64, 128, 256, 512, 4096)
  const sections: Section[] = [
    section('T', {
      startSymbols: ['_text', '_stext'],
      pieces: pieces(10 + below(40)),
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
      startSymbols: ['__per_cpu_load', ...names(4 + below(24))],
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
  const stubs: Stub[] = Array.from({ length: flips.stubs ? 1 + below(6) : 0 }, (_, i) => {
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

interface RandomSource {
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

/** Numbers of Marsaglia's xorshift with 32 bits. */
function randomSource(seed: number): RandomSource {
  let state = (Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995) >>> 0 || 1
  const below = (limit: number): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % limit
  }
  const pick = <T>(choices: readonly T[]): T => choices[below(choices.length)] as T
  let given = 0
  const name = (): string => {
    const words = Array.from({ length: 1 + below(4) }, () => pick(WORDS))
    return `${below(4) === 0 ? '__' : ''}${words.join('_')}_${given++}`
  }
  return { below, pick, names: count => Array.from({ length: count }, name) }
}
