/** Why passes do not agree: the causes, their bytes, and the verdict. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { findRelease } from '../../../src/dialect/resolve.js'
import { explain } from '../../../src/explain/explain.js'
import { explanationAsText } from '../../../src/explain/text.js'
import { PLAIN } from '../../../src/report/terminal.js'
import { bytesOf, causesOf, explained, onlyStep, pass, sizesOf } from '../../support/explained.js'
import { readGolden } from '../../support/golden.js'
import { randomCases } from '../../support/sizes.js'
import { STUBS } from '../select/stub-names.js'

function linesOf(name: string): string[] {
  return readGolden(name).toString('latin1').trimEnd().split('\n')
}

function hex(address: number): string {
  return address.toString(16).padStart(8, '0')
}

/** A kernel of some size around the symbols in question. */
const TEXT = [
  'c0008000 T _text',
  'c0008000 T _stext',
  ...Array.from(
    { length: 300 },
    (_, i) => `${hex(0xc0008010 + 16 * i)} t do_${i * 7919}_${i % 7 === 0 ? 'init' : 'thing'}`,
  ),
  'c0010000 T _etext',
]
const INIT = ['c0020000 T _sinittext', 'c0020010 t start', 'c0021000 T _einittext']
const DATA = ['c0030000 D _sdata', 'c0030010 d datum']

const ALL = { options: { allSymbols: true } } as const

test('March 2012: the explanation of the thread', () => {
  const explanation = explained(['inputs/arm2012-pass1.nm', 'inputs/arm2012-pass2.nm'].map(linesOf), {
    kernel: '3.3.8',
    ...ALL,
  })
  const step = onlyStep(explanation)
  assert.deepEqual(causesOf(step), { types: ['__per_cpu_end', '__per_cpu_load', '__per_cpu_start'] })
  const symbols = step.causes[0]?.symbols ?? []
  for (const { before, after } of symbols) {
    assert.deepEqual([before?.letter, before?.address, before?.beside], ['D', 'c03be000', '_data'])
    assert.deepEqual([after?.letter, after?.address], ['T', 'c0439000'])
  }
  // The symbol that moved, which the thread suspected first, costs nothing.
  assert.deepEqual(step.moved, ['__data_loc'])
  assert.notEqual(step.bytes, 0)
  assert.equal(step.causes[0]?.bytes, step.bytes)
  assert.equal(explanation.verdict.isConsistent, false)
  const text = explanationAsText(explanation, { all: false, paint: PLAIN })
  assert.match(text, /D > T {2}__per_cpu_start {2}c03be000 > c0439000, at _data > __init_end/)
  assert.match(text, /1 symbol at another position in the map, which affects no\s+size: __data_loc/)
  assert.match(text, /--stabilise/)
})

test('July 2012: 24 more symbols in one table, at a border', () => {
  const tables = Array.from({ length: 24 }, (_, i) => `__start_table_${i}`)
  const at = (address: string): string[] => [
    ...TEXT,
    ...tables.map(name => `${address} R ${name}`),
    ...INIT,
    ...DATA,
  ]
  const explanation = explained([at('c001ffc0'), at('c0020000')])
  const step = onlyStep(explanation)
  assert.deepEqual(causesOf(step), { membership: [...tables].sort() })
  const [cause] = step.causes
  assert.equal(cause?.bytes, bytesOf(at('c0020000')) - bytesOf(at('c001ffc0')))
  for (const { before, after } of cause?.symbols ?? []) {
    assert.deepEqual([before?.inTable, after?.inTable, after?.beside], [false, true, '_sinittext'])
  }
  assert.match(cause?.text ?? '', /24 symbols are inside a text range in one pass only: 24 added$/)
  assert.ok(explanation.advice.some(({ text }) => text.includes('CONFIG_KALLSYMS_ALL')))
})

test('a symbol that is absolute in one pass', () => {
  const at = (letter: string): string[] => [...TEXT, `c001f000 ${letter} __data_loc`, ...INIT, ...DATA]
  assert.deepEqual(causesOf(onlyStep(explained([at('A'), at('D')], ALL))), { letter: ['__data_loc'] })
})

for (const [name, linker, , mark] of STUBS) {
  test(`a stub of ${linker}: ${name}`, () => {
    const with_ = [...TEXT.slice(0, -1), `c000f000 t ${name}`, ...TEXT.slice(-1), ...INIT]
    // A kernel whose ignore lists do not have such names.
    const explanation = explained([[...TEXT, ...INIT], with_], { kernel: '3.3' })
    assert.deepEqual(causesOf(onlyStep(explanation)), { stubs: [name] })
    assert.equal(onlyStep(explanation).causes[0]?.symbols[0]?.linker, linker)
    assert.ok(
      explanation.advice.some(({ text }) => text.includes(mark) && text.includes('scripts/kallsyms.c')),
    )
    const newer = explained([[...TEXT, ...INIT], with_], { kernel: '6.12' })
    assert.ok(newer.advice.some(({ text }) => text.includes('in scripts/mksysmap')))
  })
}

test('labels of the tables, names that are too long, and other symbols', () => {
  const labels = ['c0018000 R kallsyms_offsets', 'c0018800 R kallsyms_seqs_of_names']
  const before = [...TEXT, ...INIT]
  const made = { kernel: '6.10', options: { allSymbols: true, baseRelative: true } }
  assert.deepEqual(causesOf(onlyStep(explained([before, [...TEXT, ...labels, ...INIT]], made))), {
    labels: ['kallsyms_offsets', 'kallsyms_seqs_of_names'],
  })
  const short = `c0018000 t long_name.llvm.${'1'.repeat(90)}`
  const long = `c0018000 t long_name.llvm.${'1'.repeat(150)}`
  const lengths = explained(
    [
      [...TEXT, short, ...INIT],
      [...TEXT, long, ...INIT],
    ],
    ALL,
  )
  assert.deepEqual(Object.keys(causesOf(onlyStep(lengths))), ['length'])
  assert.deepEqual(
    lengths.passes.map(({ symbols }) => symbols.tooLong),
    [0, 1],
  )
  assert.deepEqual(causesOf(onlyStep(explained([before, [...TEXT, 'c0018000 t newcomer', ...INIT]], ALL))), {
    presence: ['newcomer'],
  })
})

test('a label that the tree forgot to ignore: the repair in the tree', () => {
  const before = [...TEXT, ...INIT]
  const after = [...TEXT, 'c0018800 R kallsyms_seqs_of_names', ...INIT]
  const repair = (kernel: string): string =>
    explained([before, after], { kernel, ...ALL }).advice.find(each => each.for === 'labels')?.text ?? ''
  assert.match(repair('6.2'), /add kallsyms_seqs_of_names to the ignored names in scripts\/kallsyms\.c$/)
  assert.match(repair('6.10'), /add `\/ kallsyms_seqs_of_names\$\/d` to scripts\/mksysmap$/)
})

test('labels that the linker script provides for the first link alone go out of the table', () => {
  const first = [...TEXT, 'c0018800 R kallsyms_num_syms', 'c0018800 R kallsyms_names', ...INIT]
  const explanation = explained([first, [...TEXT, ...INIT], [...TEXT, ...INIT]], { kernel: '6.10', ...ALL })
  const [cause] = explanation.steps[0]?.causes ?? []
  assert.match(cause?.text ?? '', /^2 labels of the tables themselves: 2 removed$/)
  // The next table is smaller, so that held sizes alone let two passes through.
  const { advice } = explained([first, [...TEXT, ...INIT]], { kernel: '6.10', ...ALL })
  const outcomes = new Map(advice.flatMap(({ tried }) => (tried ? [[tried.flags, tried.outcome]] : [])))
  assert.equal(advice[0]?.tried?.flags, '--stable')
  assert.deepEqual([outcomes.get('--stable'), outcomes.get('--stabilise')], ['passes', 'unknown'])
  const repair = advice.find(each => each.for === 'labels')?.text ?? ''
  assert.match(repair, /`\/ kallsyms_num_syms\$\/d`, `\/ kallsyms_names\$\/d` to scripts\/mksysmap$/)
})

test('order does not change sizes', () => {
  const explanation = explained(
    [
      [...TEXT, 'c0018000 R a', 'c0018010 R b', ...INIT],
      [...TEXT, 'c0018000 R b', 'c0018010 R a', ...INIT],
    ],
    ALL,
  )
  const step = onlyStep(explanation)
  assert.deepEqual([step.bytes, step.causes, step.interaction, step.moved.length], [0, [], 0, 1])
  assert.deepEqual([explanation.verdict.code, explanation.verdict.isConsistent], ['settles', true])
  assert.deepEqual(explanation.advice, [])
})

test('several causes at once: contributions and interaction add up', () => {
  const edges = Array.from({ length: 20 }, (_, i) => `__edge_of_section_${i * 31}`)
  const late = Array.from({ length: 9 }, (_, i) => `c000e${i}00 t __edge_of_function_${i * 13}_veneer`)
  const map = (letter: string, stubs: readonly string[]): string[] => [
    ...TEXT.slice(0, -1),
    ...stubs,
    ...TEXT.slice(-1),
    ...edges.map((name, i) => `c001f000 ${i % 2 === 0 ? letter : 'D'} ${name}`),
    ...INIT,
  ]
  const made = { kernel: '3.3', ...ALL }
  const before = map('D', [])
  const after = map('P', late)
  const step = onlyStep(explained([before, after], made))
  assert.deepEqual(Object.keys(causesOf(step)).sort(), ['stubs', 'types'])
  const sum = step.causes.reduce((all, { bytes }) => all + bytes, step.interaction)
  assert.equal(sum, step.bytes)
  assert.equal(step.bytes, bytesOf(after, made) - bytesOf(before, made))
  const of = (code: string): number | undefined => step.causes.find(cause => cause.code === code)?.bytes
  assert.equal(of('types'), bytesOf(after, made) - bytesOf(map('D', late), made))
  assert.equal(of('stubs'), bytesOf(after, made) - bytesOf(map('P', []), made))
  assert.notEqual(step.interaction, 0)
  const text = explanationAsText(explained([before, after], made), { all: false, paint: PLAIN })
  assert.match(text, /interaction of these causes/)
})

test('the bytes of any change are those of the generator', () => {
  const name = fc.stringMatching(/^[a-z_]{1,3}(edge|table|init)[0-9]{0,2}$/)
  const symbol = fc.record({
    name,
    letters: fc.tuple(fc.constantFrom(...'tTdDrRA'), fc.constantFrom(...'tTdDrRA')),
    addresses: fc.tuple(
      fc.constantFrom(0xc0009000, 0xc0018000, 0xc0020000),
      fc.constantFrom(0xc0009000, 0xc0018000, 0xc0020000),
    ),
    isThere: fc.constantFrom([true, true], [true, true], [true, false], [false, true]),
  })
  let several = 0
  const runs = randomCases(20, 150)
  fc.assert(
    fc.property(
      fc.array(symbol, { maxLength: 40 }),
      fc.boolean(),
      fc.constantFrom('3.3', '5.4', '6.1', '6.12', '7.1'),
      (symbols, allSymbols, kernel) => {
        const map = (side: 0 | 1): string[] => {
          const lines = symbols.flatMap(({ name, letters, addresses, isThere }) =>
            isThere[side] ? [`${hex(addresses[side])} ${letters[side]} ${name}`] : [],
          )
          return [...TEXT, ...lines, ...INIT].sort()
        }
        const made = { kernel, options: { allSymbols } }
        const { steps, passes } = explained([map(0), map(1)], made)
        const [step] = steps
        const whole = bytesOf(map(1), made) - bytesOf(map(0), made)
        assert.deepEqual(
          passes.map(({ tables }) => tables.reduce((sum, { bytes }) => sum + bytes, 0)),
          [bytesOf(map(0), made), bytesOf(map(1), made)],
        )
        if (step === undefined) assert.equal(whole, 0)
        else {
          assert.equal(step.bytes, whole)
          assert.equal(
            step.causes.reduce((sum, { bytes }) => sum + bytes, step.interaction),
            whole,
          )
          if (step.causes.length > 1) several++
        }
      },
    ),
    runs,
  )
  assert.ok(several > runs.numRuns / 3, `${several} with several causes`)
})

test('types contribute nothing if they are stabilised', () => {
  const at = (letter: string): string[] => [
    ...TEXT,
    `c001f000 ${letter} edge_one`,
    `c001f000 ${letter} edge_two`,
    ...INIT,
  ]
  const step = onlyStep(
    explained([at('D'), at('P')], { options: { allSymbols: true, stabilise: 'literal' } }),
  )
  assert.deepEqual([step.bytes, step.causes.map(({ code, bytes }) => [code, bytes])], [0, [['types', 0]]])
})

/** A map whose table has one of several sizes, far apart. */
function sized(size: number, shift = 0): string[] {
  const more = Array.from({ length: size * 40 }, (_, i) => `c000c${hex(i).slice(-3)} t more_${i * 104729}`)
  return [...TEXT.slice(0, -1), ...more, ...TEXT.slice(-1), `${hex(0xc0018000 + shift)} R moved`, ...INIT]
}

test('the verdict, from the sizes of the passes', () => {
  const verdict = (...sizes: number[]): readonly unknown[] => {
    const maps = sizes.map((size, i) => sized(size, 16 * i))
    const { code, isConsistent, period, settledAt } = explained(maps).verdict
    return [code, isConsistent, period, settledAt]
  }
  assert.deepEqual(verdict(1, 1), ['settles', true, null, 'pass 1'])
  assert.deepEqual(verdict(1, 2, 2), ['settles', true, null, 'pass 2'])
  // Image 4 has tables of the same sizes as image 3: only another link moves symbols then.
  assert.deepEqual(verdict(1, 2, 2, 2), ['unreproducible', false, null, null])
  assert.deepEqual(verdict(1, 2), ['open', false, null, null])
  assert.deepEqual(verdict(1, 2, 1), ['oscillates', false, 2, null])
  assert.deepEqual(verdict(1, 2, 3, 1), ['oscillates', false, 3, null])
  assert.deepEqual(verdict(1, 2, 3), ['grows', false, null, null])
  assert.deepEqual(verdict(2, 3, 1), ['open', false, null, null])
  assert.deepEqual(explained([sized(1), sized(1)]).verdict, {
    code: 'consistent',
    isConsistent: true,
    text: 'consistent: pass 2 has the same symbols and addresses as pass 1',
    settledAt: 'pass 1',
    period: null,
  })
})

test('the verdict in words', () => {
  const text = (...sizes: number[]): string =>
    explained(sizes.map((size, i) => sized(size, 16 * i))).verdict.text
  assert.equal(
    text(1, 2, 2),
    'consistent if the next link is as this one: converged at pass 2; tables made from pass 3 have the sizes of those in its image',
  )
  assert.equal(text(1, 2, 1), 'not consistent, and will not converge: sizes oscillate with period 2')
  assert.equal(text(1, 2, 3), 'not consistent: the tables grow with every pass, over 3 passes')
  assert.equal(text(1, 2), 'not consistent: two passes differ; more are needed to tell whether they converge')
  assert.equal(text(2, 3, 1), 'not consistent: 3 passes neither converge nor oscillate')
})

test('the final map has no table: it decides the check of the build', () => {
  const { dialect } = findRelease('5.4')
  const build = { dialect, options: {}, chosenBy: 'a test', goesOn: true }
  const passes = [pass('pass 1', sized(1), dialect), pass('pass 2', sized(2), dialect)]
  const failed = explain([...passes, pass('System.map', sized(2, 16), dialect)], build)
  assert.deepEqual([failed.verdict.code, failed.verdict.isConsistent], ['settles', false])
  assert.match(failed.verdict.text, /^not consistent, but one more pass will converge/)
  const passed = explain([...passes, pass('System.map', sized(2), dialect)], build)
  assert.deepEqual([passed.verdict.code, passed.verdict.isConsistent], ['consistent', true])
})

test('without the map of the final image it is not known whether the build ended so', () => {
  const { dialect } = findRelease('5.4')
  const build = { dialect, options: {}, chosenBy: 'a test' }
  for (const sizes of [
    [1, 2, 2],
    [1, 1],
  ]) {
    const passes = sizes.map((size, i) => pass(`pass ${i + 1}`, sized(size), dialect))
    const { verdict, advice } = explain(passes, build)
    assert.deepEqual([verdict.code, verdict.isConsistent], ['unconfirmed', false])
    assert.match(verdict.text, /^not known: .* there is no map of the final image$/)
    assert.match(advice[0]?.text ?? '', /^Give the map of the final image too/)
    assert.equal(explain(passes, { ...build, goesOn: true }).verdict.isConsistent, true)
  }
})

test('held sizes decide, as recorded', () => {
  const { dialect } = findRelease('5.4')
  const labels = sizesOf(TEXT)
  const held = (name: string, size: number, padding: number): ReturnType<typeof pass> => ({
    ...pass(name, sized(size), dialect),
    tables: labels.map(({ label, bytes }) => ({
      label,
      bytes: label === 'kallsyms_names' ? 5000 - padding : bytes,
      padding: label === 'kallsyms_names' ? padding : 0,
    })),
  })
  const { verdict, passes } = explain([held('pass 1', 1, 700), held('pass 2', 2, 300)], {
    dialect,
    options: {},
    chosenBy: 'a test',
    goesOn: true,
  })
  assert.deepEqual([verdict.code, verdict.isConsistent], ['settles', true])
  assert.equal(passes[0]?.room, passes[1]?.room)
})

/** The lines of tables that begin at an address and take some rooms. */
function labelLines(rooms: readonly { readonly label: string; readonly room: number }[]): string[] {
  let address = 0xc0019000
  return rooms.map(({ label, room }) => {
    const line = `${hex(address)} R ${label}`
    address += room
    return line
  })
}

test('held sizes decide, as the labels in the maps show them', () => {
  const made = { kernel: '5.4', ...ALL }
  const rooms = (size: number, slack: number): { label: string; room: number }[] =>
    sizesOf(sized(size), ALL.options).map(({ label, bytes }) => ({
      label,
      room: 4 * Math.ceil(bytes / 4) + slack,
    }))
  const withLabels = (size: number, held: readonly { label: string; room: number }[]): string[] =>
    [...sized(size), ...labelLines(held)].sort()
  // Without slack the third pass shrinks; with slack, tables are as large as before.
  const exact = explained([sized(2), withLabels(1, rooms(2, 0)), withLabels(1, rooms(2, 0))], made)
  assert.equal(exact.verdict.code, 'consistent')
  const slack = rooms(2, 400)
  const held = explained([sized(2), withLabels(1, slack)], made)
  assert.deepEqual([held.verdict.code, held.verdict.isConsistent], ['settles', true])
  // What is held already needs no advice to hold it.
  const shrunk = explained([withLabels(2, slack), withLabels(1, rooms(1, 0))], made)
  assert.equal(shrunk.verdict.isConsistent, false)
})

test('the labels show the alignment of the tables', () => {
  // ARM assemblers take `.align 4` for sixteen bytes.
  const tables = sizesOf(sized(1), ALL.options)
  const aligned = (extra: number): { label: string; room: number }[] =>
    tables.map(({ label, bytes }) => ({ label, room: 16 * Math.ceil((bytes + extra) / 16) }))
  const map = (shift: number): string[] => [...sized(1, shift), ...labelLines(aligned(0))].sort()
  const { verdict, passes } = explained([sized(1), map(16)], ALL)
  assert.deepEqual([verdict.code, verdict.isConsistent], ['settles', true])
  for (const { tables: facts } of passes) {
    for (const { label, room } of facts.slice(0, -1)) assert.equal(room % 16, 0, label)
  }
})

test('percpu symbols: maps are compared unchanged, and tables with the changed types', () => {
  const percpu = (letter: string): string[] => [
    '00000000 D __per_cpu_start',
    `00000040 ${letter} variable`,
    '00001000 D __per_cpu_end',
    ...TEXT,
    ...INIT,
  ]
  const made = { kernel: '5.4', options: { allSymbols: true, absolutePercpu: true } }
  const { verdict, steps } = explained([percpu('D'), percpu('B')], made)
  // In the table both are absolute, so that no size differs; the maps do.
  assert.deepEqual([verdict.code, steps], ['settles', []])
  const { dialect } = findRelease('5.4')
  const passes = [pass('a.syms', percpu('D'), dialect), pass('System.map', percpu('B'), dialect)]
  assert.equal(
    explain(passes, { dialect, options: made.options, chosenBy: 'a test', goesOn: true }).verdict
      .isConsistent,
    false,
  )
})

test('names with the symbol prefix of an architecture', () => {
  const prefixed = (lines: readonly string[]): string[] => lines.map(line => line.replace(/ (\S+)$/, ' _$1'))
  const at = (address: string): string[] => prefixed([...TEXT, `${address} R border`, ...INIT])
  const made = { kernel: '3.3', options: { symbolPrefix: 0x5f } }
  const { steps, passes } = explained([at('c001ffc0'), at('c0020000')], made)
  assert.deepEqual(
    steps[0]?.causes.map(({ code, symbols }) => [code, symbols[0]?.after?.beside]),
    [['membership', '__sinittext']],
  )
  assert.ok((passes[0]?.landmarks.length ?? 0) >= 4)
})

test('the check of the build ignores symbols that its filter removes', () => {
  const { dialect } = findRelease('5.4')
  const raw = [
    ...sized(1),
    'c00aaaaa A __crc_printk',
    'c00aaaab A x__crc_printk',
    'c0018000 a local',
    'c0018000 t .Ltmp1',
    'c0018000 t $d',
  ].sort()
  const passes = [pass('.tmp_vmlinux.kallsyms1', raw, dialect), pass('.tmp_vmlinux.kallsyms2', raw, dialect)]
  const { verdict } = explain([...passes, pass('System.map', sized(1).sort(), dialect)], {
    dialect,
    options: {},
    chosenBy: 'a test',
    goesOn: true,
  })
  assert.deepEqual([verdict.code, verdict.isConsistent], ['consistent', true])
})

test('many symbols at one address take no longer', () => {
  const many = (letter: string): string[] => [
    ...TEXT,
    ...Array.from({ length: 20_000 }, (_, i) => `c001f000 ${i % 2 === 0 ? letter : 'R'} edge_${i}`),
    ...INIT,
  ]
  const { steps } = explained([many('D'), many('P')], ALL)
  assert.equal(steps[0]?.causes[0]?.symbols.length, 10_000)
  assert.equal(steps[0]?.causes[0]?.symbols[0]?.after?.beside, 'edge_1')
})

test('an empty first map is that of pass 0', () => {
  const { passes } = explained([[], sized(1), sized(1)], { kernel: '6.12' })
  assert.deepEqual(
    passes.map(({ name }) => name),
    ['pass 2', 'pass 3'],
  )
})

test('maps that do not belong together', () => {
  assert.throws(
    () => explained([sized(1), sized(1).map(line => `ffffffff${line}`)]),
    /pass 2 has 64-bit addresses, but pass 1 has 32-bit ones: give the maps of one link/,
  )
  assert.throws(
    () => explained([sized(1), sized(1).map(line => `${line}_of_another`)]),
    /pass 2 and pass 1 share less than half of their symbols/,
  )
  assert.throws(
    () =>
      explained([
        sized(1),
        sized(1).concat(...Array.from({ length: 9 }, (_, i) => sized(1).map(line => `${line}_${i}`))),
      ]),
    /share less than half/,
  )
  assert.throws(
    () => explained([sized(1), []]),
    /pass 2 has no symbols: only the map of the first pass may be empty/,
  )
  assert.throws(() => explained([sized(1), [], sized(1)]), /pass 2 has no symbols/)
  assert.throws(() => explained([[], sized(1)]), /at least two maps with symbols are needed/)
})

test('one screen by default, everything with all', () => {
  const edges = Array.from({ length: 200 }, (_, i) => `__edge_${i}`)
  const at = (letter: string): string[] => [
    ...TEXT,
    ...edges.map(name => `c001f000 ${letter} ${name}`),
    ...INIT,
  ]
  const explanation = explained([at('D'), at('P')], ALL)
  const few = explanationAsText(explanation, { all: false, paint: PLAIN })
  assert.ok(few.split('\n').length <= 24, few)
  assert.match(few, /and 197 more \(--all\)/)
  const all = explanationAsText(explanation, { all: true, paint: PLAIN })
  for (const name of edges) assert.ok(all.includes(`  ${name}  `), name)
})

test('lists that differ while the sizes of the tables do not: the link is not reproducible', () => {
  const map = (...more: string[]): string[] => [...sized(1), ...more].sort()
  const lists = (before: readonly string[], after: readonly string[]): readonly unknown[] => {
    const { verdict, steps, advice } = explained([map('c0018100 t one.lto_priv.7'), before, after])
    assert.deepEqual([verdict.code, verdict.isConsistent], ['unreproducible', false])
    assert.ok(advice.length > 0)
    // What holds sizes cannot help.
    for (const { text } of advice) assert.doesNotMatch(text, /KALLSYMS_FLAGS|EXTRA_PASS/)
    return (steps.at(-1)?.lists ?? []).map(({ code, symbols }) => [
      code,
      ...symbols.map(({ before: old, after: now, from, to }) => `${old} ${now} ${from} ${to}`),
    ])
  }
  const first = map('c0018100 t one.lto_priv.7')
  assert.deepEqual(lists(first, map('c0018110 t one.lto_priv.7')), [
    ['moved', 'one.lto_priv.7 one.lto_priv.7 c0018100 c0018110'],
  ])
  assert.deepEqual(lists(first, map('c0018100 t one.lto_priv.9')), [
    ['renamed', 'one.lto_priv.7 one.lto_priv.9 c0018100 c0018100'],
  ])
  for (const [old, now] of [
    ['f.c.0123abcd', 'f.c.89abcdef'],
    ['f.llvm.1234567890', 'f.llvm.9876543210'],
    ['f.constprop.0.isra.1', 'f.constprop.2.isra.0'],
    ['f', 'f.lto_priv.0'],
    ['f.llvm.123456', 'f'],
    ['f.constprop.0', 'f.isra.0'],
    ['__UNIQUE_ID_x123', '__UNIQUE_ID_x124'],
    ['_RNvNtCs1Fo2_4core3fmt', '_RNvNtCseX9zQ_4core3fmt'],
    ['_ZN4core3fmt17h0123456789abcdefE', '_ZN4core3fmt17hfedcba9876543210E'],
  ]) {
    assert.deepEqual(lists(map(`c0018100 t ${old}`), map(`c0018100 t ${now}`)), [
      ['renamed', `${old} ${now} c0018100 c0018100`],
    ])
  }
  const same = ['c0018100 t a', 'c0018100 t b', 'c0018100 t late']
  const before = [...sized(1), ...same]
  const after = [...sized(1), ...same.slice(2), ...same.slice(0, 2)]
  assert.deepEqual(lists(before, after), [['reordered', 'late late c0018100 c0018100']])
  // Other names are no names of a compiler.
  assert.deepEqual(lists(first, map('c0018100 t other')), [])
})

test('names that only a compiler makes anew, while sizes change too', () => {
  const names = (seed: number): string[] =>
    Array.from(
      { length: 30 },
      (_, i) => `${hex(0xc0018100 + 16 * i)} t f${i}.c.${hex(seed * (i + 1) * 7919)}`,
    )
  const { verdict, steps } = explained([1, 2, 3].map(seed => [...sized(1), ...names(seed)].sort()))
  assert.equal(verdict.code, 'unreproducible')
  assert.deepEqual(
    steps.at(-1)?.lists.map(({ code, symbols }) => [code, symbols.length]),
    [['renamed', 30]],
  )
})

test('a build with stable tables that failed is not told to use them', () => {
  // Two stubs come with the second link, and the kernel makes two passes.
  const stubs = ['c000f000 t __foo_veneer', 'c000f010 t __bar_veneer']
  const before = [...TEXT, ...INIT]
  const after = [...TEXT.slice(0, -1), ...stubs, ...TEXT.slice(-1), ...INIT]
  const { dialect } = findRelease('3.3')
  // Larger tables move what follows them once more.
  const final = after.map(line => line.replace(/^c002/, 'c003'))
  const passes = [before, after, final].map((lines, i) => pass(`pass ${i + 1}`, lines, dialect))
  const options = { allSymbols: true, stabilise: 'literal', holdSizes: true } as const
  const given = passes.map((each, i) => ({ ...each, isFinal: i === 2 }))
  const { verdict, advice } = explain(given, { dialect, options, chosenBy: 'a test', goesOn: true })
  assert.equal(verdict.code, 'settles')
  const remedies = (all: typeof advice): unknown[] =>
    all.flatMap(({ tried }) => (tried ? [[tried.flags, tried.extraPass, tried.outcome]] : []))
  assert.deepEqual(remedies(advice), [
    ['--stable --headroom=1024', false, 'passes'],
    ['--stable', true, 'passes'],
  ])
  // Headroom that was too little is told to be more, and stays with a pass more.
  const had = { ...options, headroom: 8 }
  const more = explain(given, { dialect, options: had, chosenBy: 'a test', goesOn: true })
  assert.deepEqual(remedies(more.advice), [
    ['--stable --headroom=1024', false, 'passes'],
    ['--stable --headroom=8', true, 'passes'],
  ])
  // What would have had space for the stubs is not what they moved.
  const enough = { ...options, headroom: 1024 }
  assert.equal(
    explain(given, { dialect, options: enough, chosenBy: 'a test' }).verdict.code,
    'unreproducible',
  )
})

test('a link that gives two images with the same tables other addresses is not reproducible', () => {
  const tables = sizesOf(sized(1), ALL.options).map(({ label, bytes }) => ({
    label,
    room: 4 * Math.ceil(bytes / 4),
  }))
  const map = (shift: number): string[] => [...sized(1, shift), ...labelLines(tables)].sort()
  const { verdict, advice } = explained([map(0), map(16)], ALL)
  assert.deepEqual([verdict.code, advice[0]?.for], ['unreproducible', 'moved'])
})

test('labels that contradict the options are told', () => {
  const lines = [...sized(1), 'c0018000 d data_1', 'c0018010 d data_2', 'c0018020 d data_3']
  const tables = sizesOf(lines, ALL.options).map(({ label, bytes }) => ({
    label,
    room: 4 * Math.ceil(bytes / 4),
  }))
  const image = [...lines, ...labelLines(tables)].sort()
  const doubts = (options: object): readonly string[] => explained([lines.sort(), image], { options }).doubts
  assert.deepEqual(doubts(ALL.options), [])
  assert.match(
    doubts({})[0] ?? '',
    /^the labels in pass 2 show \d+ bytes for kallsyms_\w+, but the table of pass 1 has \d+: .*--all-symbols/,
  )
})

test('options for held tables that the labels contradict are told', () => {
  const lines = [...sized(1), 'c0018000 d data_1', 'c0018010 d data_2'].sort()
  const tables = sizesOf(lines, ALL.options).map(({ label, bytes }) => ({
    label,
    room: 4 * Math.ceil(bytes / 4),
  }))
  const image = [...lines, ...labelLines(tables)].sort()
  const { doubts } = explained([lines, image], {
    options: { ...ALL.options, stabilise: 'literal', headroom: 64 },
  })
  assert.match(
    doubts[0] ?? '',
    /^the labels in pass 2 show \d+ bytes for kallsyms_\w+, but the table of pass 1 has/,
  )
})

test('held tables of a build whose first pass is not among the maps are no contradiction', () => {
  const lines = [...sized(1), 'c0018000 d data_1', 'c0018010 d data_2'].sort()
  const tables = sizesOf(lines, ALL.options).map(({ label, bytes }) => ({
    label,
    room: 4 * Math.ceil(bytes / 4) + 400,
  }))
  const image = [...lines, ...labelLines(tables)].sort()
  const held = { ...ALL.options, stabilise: 'literal', headroom: 64 } as const
  assert.deepEqual(explained([image, image], { options: held }).doubts, [])
})

test('images whose labels show other tables are not the same link, whatever the options say', () => {
  const tables = sizesOf(sized(1), ALL.options).map(({ label, bytes }) => ({
    label,
    room: 4 * Math.ceil(bytes / 4),
  }))
  const smaller = tables.map(({ label, room }) => ({
    label,
    room: label === 'kallsyms_names' ? room - 8 : room,
  }))
  const map = (shift: number, rooms: typeof tables): string[] =>
    [...sized(1, shift), ...labelLines(rooms)].sort()
  assert.equal(explained([map(0, tables), map(16, tables)], ALL).verdict.code, 'unreproducible')
  assert.notEqual(explained([map(0, tables), map(16, smaller)], ALL).verdict.code, 'unreproducible')
})

test('labels of the tables in a final image count for nothing where the build leaves them out of its maps', () => {
  const { dialect } = findRelease('6.6')
  const image = [...sized(1), ...labelLines([{ label: 'kallsyms_names', room: 64 }])].sort()
  const passes = [sized(1), sized(1), image].map((lines, i) => pass(`m${i}`, [...lines].sort(), dialect))
  const { verdict } = explain(passes, {
    dialect,
    options: {},
    chosenBy: 'a test',
    kernel: '6.6',
    goesOn: true,
  })
  assert.deepEqual([verdict.code, verdict.isConsistent], ['consistent', true])
})

test('symbols that each image has more of are no sure thing', () => {
  const grown = (count: number): string[] => [
    ...TEXT.slice(0, -1),
    ...Array.from({ length: count }, (_, i) => `c000f0${i}0 t __f${i}_veneer`),
    ...TEXT.slice(-1),
    ...INIT,
  ]
  const outcomes = explained([grown(0), grown(2), grown(4)], { kernel: '3.18', ...ALL }).advice.flatMap(
    ({ tried }) => tried?.outcome ?? [],
  )
  assert.ok(outcomes.includes('likely'))
  assert.ok(!outcomes.includes('passes'))
})
