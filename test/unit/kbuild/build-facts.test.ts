/** What the kernel's build does around the tool, by release. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Dialect } from '../../../src/dialect/dialect.js'
import { RELEASES, VARIANTS } from '../../../src/dialect/releases.js'
import { findRelease } from '../../../src/dialect/resolve.js'
import { addsLabelsLate, type BuildFacts, buildFacts } from '../../../src/kbuild/build-facts.js'
import { PASS_FILES, passOfMap } from '../../../src/kbuild/pass-files.js'
import { type ExtraPass, passesMade, STANDARD_PASSES } from '../../../src/kbuild/passes.js'

function factsOf(kernel: string): BuildFacts {
  return buildFacts(findRelease(kernel).dialect, kernel)
}

/** Which object the build looks at, as its scripts say. */
const EXTRA_PASS: readonly (readonly [kernel: string, rule: ExtraPass])[] = [
  ['2.6.10', 'never'],
  ['4.6.2', 'never'],
  ['4.9.76', 'sizes'],
  ['v5.10.57', 'sizes'],
  ['6.1.176', 'sizes'],
  ['6.10', 'sizes'],
  ['6.12', 'sizes-or-labels'],
  ['6.12.117+deb12-amd64', 'sizes-or-labels'],
  ['6.13.2', 'sizes'],
  ['7.1', 'sizes'],
  ['lwk-1.3.0', 'never'],
  ['barebox-2026.06', 'never'],
  ['5.18.0-openwrt', 'sizes'],
]

test('the rule of the third pass', () => {
  for (const [kernel, rule] of EXTRA_PASS) assert.equal(factsOf(kernel).extraPass, rule, kernel)
})

test('how many passes a build makes', () => {
  const rules = ['never', 'sizes', 'sizes-or-labels'] as const
  const passes = (size: boolean, labels: boolean): number[] =>
    rules.map(rule => passesMade(rule, { size, labels }) - STANDARD_PASSES)
  assert.deepEqual(passes(false, false), [0, 0, 0])
  assert.deepEqual(passes(false, true), [0, 0, 1])
  assert.deepEqual(passes(true, false), [0, 1, 1])
  assert.deepEqual(passes(true, true), [0, 1, 1])
})

test('what the filter removes', () => {
  const prefixes = (kernel: string): string => factsOf(kernel).removedPrefixes.join(' ')
  assert.deepEqual(
    ['2.6.24', '2.6.34', '4.4.70', '6.1.20'].map(kernel => factsOf(kernel).removedTypes),
    ['aUw', 'aNUw', 'aNUw', 'aNUw'],
  )
  assert.equal(prefixes('4.1.0'), '$a $d $t')
  assert.equal(prefixes('6.0.0'), '$a $d $t .L')
  // Up to 6.0 anywhere in a name.
  assert.deepEqual(factsOf('6.0.0').removedParts, ['__crc_'])
  assert.deepEqual(factsOf('6.1.20').removedParts, [])
  assert.equal(prefixes('6.8.0'), '$ .L __crc_ __kstrtab_ __kstrtabns_')
  // The pattern was quoted for a shell.
  assert.equal(prefixes('6.10.0'), '.L __crc_ __kstrtab_ __kstrtabns_')
  assert.equal(prefixes('6.12.117'), '$ .L __crc_ __kstrtab_ __kstrtabns_')
})

test('the facts of each release go with what its tool can do', () => {
  for (const { since, dialect } of [...RELEASES, ...VARIANTS]) {
    const facts = buildFacts(dialect, since)
    // The tool that takes a file is the one that reads the filtered map.
    assert.equal(facts.filtersMap, dialect.commandLine === 'getopt', since)
    // The tool that ignores nothing by name relies on the filter; from 6.10 on labels are in the table.
    assert.equal(facts.hidesTableLabels, !dialect.addressesFirst && !dialect.keepsStartStop, since)
    assert.equal(facts.beginsEmpty, dialect.emptyTable === 'allowed', since)
    assert.equal(addsLabelsLate(dialect), hasLateLabels(dialect), since)
    const typesLeft = [...'aNUw'].filter(letter => !facts.removedTypes.includes(letter)).join('')
    // Debug symbols stayed in the map up to 2.6.31.
    const isFirst = /^2\.6\.[123][0-9]$/.test(since) ? since < '2.6.32' : /^(lwk|barebox)-/.test(since)
    assert.equal(typesLeft, isFirst ? 'N' : '', since)
    // Without a version they are the same, but for what changes between two rows of the tool.
    assert.deepEqual({ ...buildFacts(dialect), extraPass: facts.extraPass }, facts, since)
  }
})

/** 6.2 and 6.3 do not ignore the label of the seqs, and 6.10 ignores none. */
function hasLateLabels({ addressesFirst, seqs, ignored, keepsStartStop, emptyTable }: Dialect): boolean {
  if (addressesFirst) return seqs && !ignored.names.includes('kallsyms_seqs_of_names')
  return keepsStartStop && emptyTable === 'error'
}

test('a tree has no version: it gets the facts of the release whose dialect is nearest', () => {
  const of = (kernel: string): BuildFacts => {
    const dialect = structuredClone(findRelease(kernel).dialect)
    return buildFacts(dialect, '../linux (--kernel ../linux)')
  }
  assert.deepEqual(
    ['4.6', '4.9', '6.4', '7.0', 'barebox-2026.06'].map(kernel => of(kernel).extraPass),
    ['never', 'sizes', 'sizes', 'sizes', 'never'],
  )
  const mixed = (kernel: string, changes: Partial<Dialect>): BuildFacts =>
    buildFacts({ ...findRelease(kernel).dialect, ...changes })
  assert.deepEqual(mixed('6.4', { wordWidth: 1000 }), factsOf('6.4'))
  // Backports do not turn it into a release of another time.
  const { ltoCut, seqs } = findRelease('6.6').dialect
  assert.deepEqual(mixed('5.18', { ltoCut, seqs }), factsOf('5.18'))
  assert.deepEqual(mixed('4.1', { nameLimit: null, droppedTypes: 'ANUanu' }), factsOf('4.1'))
})

test('the number of a pass in the name of its map', () => {
  const shown = (file: string): string | null => {
    const found = passOfMap(file)
    return found && `${found.start}#${found.pass}`
  }
  assert.equal(shown('out/.tmp_vmlinux.kallsyms2.syms'), 'out/.tmp_vmlinux.kallsyms#2')
  assert.equal(shown('.tmp_vmlinux0.syms'), '.tmp_vmlinux#0')
  assert.equal(shown('.tmp_vmlinux1'), null)
  assert.equal(shown('System.map'), null)
  for (const name of PASS_FILES) {
    assert.equal(name.split('N').length, 2, name)
    if (name.endsWith('.syms')) assert.equal(passOfMap(name.replace('N', '7'))?.pass, 7)
  }
})
