/**
 * The loops for big-endian machines, run on any machine: their columns are written and read as such a machine would do,
 * and the results must be those of the other loops.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BIG_ENDIAN, LITTLE_ENDIAN, type Loops } from '../../../src/wasm/loops.js'

declare const WebAssembly: {
  Memory: new (size: { initial: number; maximum: number; shared: boolean }) => { buffer: SharedArrayBuffer }
  Module: new (bytes: Uint8Array) => object
  Instance: new (module: object, imports: object) => { readonly exports: Loops }
}

const MAP = [
  'ffffffff81000000 T _text',
  'ffffffff81000000 T __start_some',
  'ffffffff81000010 t a_name_that_is_long',
  'ffffffff81000010 W weak',
  'ffffffff81000010 t a_name_that_is_longer',
  '0000000000001234 D data',
  'the last line is left to the grammars',
].join('\n')

/** One of the two modules with its memory, in which columns are allocated. */
class Machine {
  readonly loops: Loops
  private readonly view: DataView
  private end = 1 << 16

  constructor(
    wasm: string,
    private readonly isLittle: boolean,
  ) {
    const memory = new WebAssembly.Memory({ initial: 256, maximum: 65536, shared: true })
    this.view = new DataView(memory.buffer)
    const module = new WebAssembly.Module(Buffer.from(wasm, 'base64'))
    this.loops = new WebAssembly.Instance(module, { env: { memory } }).exports
  }

  allocate(): number {
    this.end += 1 << 18
    return this.end - (1 << 18)
  }

  text(text: string): number {
    const at = this.allocate()
    for (let i = 0; i < text.length; i++) this.view.setUint8(at + i, text.charCodeAt(i))
    return at
  }

  words(values: readonly number[]): number {
    const at = this.allocate()
    for (const [i, value] of values.entries()) this.view.setUint32(at + 4 * i, value, this.isLittle)
    return at
  }

  halves(values: readonly number[]): number {
    const at = this.allocate()
    for (const [i, value] of values.entries()) this.view.setUint16(at + 2 * i, value, this.isLittle)
    return at
  }

  setWord(at: number, i: number, value: number): void {
    this.view.setUint32(at + 4 * i, value, this.isLittle)
  }

  /** Sets a byte of a table to 1. */
  mark(at: number): void {
    this.view.setUint8(at, 1)
  }

  readWords(at: number, count: number): number[] {
    return Array.from({ length: count }, (_, i) => this.view.getUint32(at + 4 * i, this.isLittle))
  }

  readHalves(at: number, count: number): number[] {
    return Array.from({ length: count }, (_, i) => this.view.getUint16(at + 2 * i, this.isLittle))
  }

  readText(at: number, count: number): string {
    return String.fromCharCode(...Array.from({ length: count }, (_, i) => this.view.getUint8(at + i)))
  }
}

/** Reads the map, sorts, counts and writes it; returns the results of all loops. */
function results(machine: Machine): Record<string, unknown> {
  const { loops } = machine
  const [text, start, length, high, low] = Array.from({ length: 5 }, () => machine.allocate()) as [
    number,
    number,
    number,
    number,
    number,
  ]
  const state = machine.words([0, 0, 1])
  loops.readPlainRecords(state, machine.text(MAP), MAP.length, 100, 16, text, start, length, high, low)
  const [, count = 0] = machine.readWords(state, 3)

  const order = machine.allocate()
  loops.countUp(order, count)
  loops.sortRuns(text, start, length, high, low, order, 0, count, 24, 7)

  const counts = machine.allocate()
  loops.countPairs(text, start, length, 0, count, counts)
  const pairs = machine.allocate()
  const size = loops.listPairs(counts, pairs)
  const best = loops.bestPair(pairs, size, counts)
  const places = machine.allocate()
  const found = loops.findPair(text, start, length, count, best, places)

  const ends = machine.allocate()
  loops.nameEnds(start, length, count, ends)
  const [byName, entries, merged, groups] = [
    machine.allocate(),
    machine.allocate(),
    machine.allocate(),
    machine.allocate(),
  ]
  loops.countUp(byName, count)
  loops.fillEntries(text, start, ends, byName, 0, count, 0, entries)
  loops.mergeEntries(entries, count, merged)
  const left = loops.takeOrder(text, start, ends, byName, 0, count, 8, entries, groups)

  const offsets = machine.allocate()
  const fitting = loops.baseOffsets(high, low, count, 0, false, 0xffffffff, 0x81000000, offsets)
  const [letters, lastBytes, prefixes, suffixes, suspects] = Array.from({ length: 5 }, () =>
    machine.allocate(),
  ) as number[]
  const firstBytes = machine.allocate()
  machine.mark(firstBytes + 0x5f)
  const suspectCount = loops.prefilter(
    ...([
      text,
      start,
      length,
      count,
      letters,
      firstBytes,
      lastBytes,
      prefixes,
      suffixes,
      0,
      suspects,
    ] as Parameters<Loops['prefilter']>),
  )

  const markers = machine.allocate()
  const bytes = loops.placeNames(length, count, 0x7f, 2, 4, markers)

  const buffer = machine.allocate()
  const cursor = machine.words([0, 0])
  loops.putNameStrings(buffer, 1 << 16, cursor, 0, count, text + 1, length, 2)
  loops.putSeqs(buffer, 1 << 16, cursor, 0, count, text, start, length, byName)
  loops.putAddressLists(buffer, 1 << 16, cursor, 0, count, high, low, 0, 0, 0)
  loops.putOffsets(buffer, 1 << 16, cursor, 0, count, text, start, length, low)
  loops.putOffsetLists(buffer, 1 << 16, cursor, 0, count, offsets)
  loops.putPcOffsets(buffer, 1 << 16, cursor, 0, count, text, start, length, offsets)
  machine.setWord(cursor, 1, 0)
  loops.putNames(buffer, 1 << 16, cursor, 0, count, text, start, length, text + 1, length, 2)
  const [written = 0] = machine.readWords(cursor, 1)

  // These come last, since they change the text.
  loops.separate(text, start, length, count, 1)
  const replaced = loops.replacePair(
    ...([text, counts, places, found, 0, best & 0xff, best >> 8, 1, 1, 0x80, 1, places] as Parameters<
      Loops['replacePair']
    >),
  )
  const grown = loops.addPairs(pairs, size, counts, 0x80, 1)
  const span = machine.halves(Array.from({ length: 256 }, (_, code) => (code === 0x80 ? 2 : 1)))
  const [codes, codeLength] = [machine.allocate(), machine.allocate()]
  const packed = loops.packCodes(text, start, length, 0, count, span, 0, codes, codeLength)

  return {
    start: machine.readWords(start, count),
    length: machine.readHalves(length, count),
    high: machine.readWords(high, count),
    low: machine.readWords(low, count),
    order: machine.readWords(order, count),
    best: [best, size, found],
    places: machine.readWords(places, found),
    ends: machine.readWords(ends, count),
    markers: [bytes, ...machine.readWords(markers, 2)],
    written: machine.readText(buffer, written),
    byName: [...machine.readWords(byName, count), left],
    offsets: [fitting, ...machine.readWords(offsets, fitting)],
    suspects: [suspectCount, ...machine.readWords(suspects as number, suspectCount)],
    replaced: [replaced, grown, ...machine.readWords(pairs, grown)],
    codes: [packed, machine.readText(codes, packed), ...machine.readHalves(codeLength, count)],
  }
}

test('the loops for both byte orders have the same results', () => {
  const little = results(new Machine(LITTLE_ENDIAN, true))
  assert.deepEqual(little.order, [0, 1, 2, 4, 3, 5])
  assert.deepEqual(little.low, [0x81000000, 0x81000000, 0x81000010, 0x81000010, 0x81000010, 0x1234])
  assert.match(little.written as string, /\t\.long\t0x81000000\t\/\* T_text \*\/\n/)
  assert.deepEqual(little.byName, [1, 0, 2, 4, 5, 3, 0])
  // Modulo 2^64, as in C: 0x1234 is that far above the base.
  assert.deepEqual(little.offsets, [6, 0, 0, 0x10, 0x10, 0x10, 0x7f001234])
  assert.deepEqual(little.suspects, [2, 0, 1])
  assert.deepEqual(results(new Machine(BIG_ENDIAN, false)), little)
})
