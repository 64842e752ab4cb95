/** When builds make a third pass by themselves, and how many of real links it lets through. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findRelease } from '../../../src/dialect/resolve.js'
import { generate } from '../../../src/generate/generate.js'
import { type ExtraPass, extraPassOf, needsExtraPass } from '../../../src/kbuild/extra-pass.js'
import { TYPE_FLIP } from '../../../src/lab/links/layouts.js'
import { builtBy, type Outcome } from '../../../src/lab/links/outcomes.js'
import { Workshop } from '../../../src/lab/links/passes.js'
import { missingFrom, X86_64_LD } from '../../../src/lab/links/toolchains.js'

const KERNELS: readonly (readonly [kernel: string, rule: ExtraPass])[] = [
  ['2.6.20', 'never'],
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

test('the rule of each release', () => {
  for (const [kernel, rule] of KERNELS) {
    assert.equal(extraPassOf(kernel, findRelease(kernel).dialect), rule, kernel)
  }
})

test('a tree has the rule of the release that its tool is of', () => {
  const of = (kernel: string): ExtraPass => {
    const dialect = structuredClone(findRelease(kernel).dialect)
    return extraPassOf('../linux (--kernel ../linux)', dialect)
  }
  assert.deepEqual(['4.6', '4.9', '6.4', '7.0', 'barebox-2026.06'].map(of), [
    'never',
    'sizes',
    'sizes',
    'sizes',
    'never',
  ])
  const mixed = { ...findRelease('6.4').dialect, wordWidth: 1000 }
  assert.equal(extraPassOf('../linux', mixed), 'sizes')
})

test('what a build looks at', () => {
  const labels = { size: false, labels: true }
  const rules = ['never', 'sizes', 'sizes-or-labels'] as const
  assert.deepEqual(
    rules.map(rule => needsExtraPass(rule, labels)),
    [false, false, true],
  )
  assert.deepEqual(
    rules.map(rule => needsExtraPass(rule, { size: true, labels: false })),
    [false, true, true],
  )
})

test('builds that come to rest with the pass that they make by themselves', () => {
  const change = { size: true, labels: true }
  const common = { padding: 0, bytes: [], change }
  const all: Outcome[] = [
    { ...common, settled: 2, change: { size: false, labels: false } },
    { ...common, settled: 3 },
    { ...common, settled: 3, change: { size: false, labels: true } },
    { ...common, settled: 4 },
    { ...common, settled: null },
  ]
  assert.deepEqual(
    (['never', 'sizes', 'sizes-or-labels'] as const).map(rule => builtBy(rule, all)),
    [1, 2, 3],
  )
})

test('a file grows with its tables by whole words', { skip: missingFrom(X86_64_LD) ?? false }, async () => {
  const workshop = await Workshop.open([])
  const { dialect } = findRelease('6.12')
  const sizes: [file: number, words: number][] = []
  try {
    const padding = TYPE_FLIP.paddings[0] as number
    for (const more of [1, 5, 9, 16]) {
      const generator = ({ map }: { readonly map: Buffer }): Buffer => {
        const { assembly } = generate(map, { dialect, allSymbols: true })
        return Buffer.concat([assembly, Buffer.from(`\t.skip\t${more}\n`)])
      }
      const build = { toolchain: X86_64_LD, layout: TYPE_FLIP, padding, dialect, generator }
      for await (const pass of workshop.passes(build, 1)) {
        const words = Math.ceil(pass.bytes / X86_64_LD.word)
        assert.ok(pass.object.labels.includes(' kallsyms_names\n'))
        sizes.push([pass.object.size, words])
      }
    }
  } finally {
    await workshop.close()
  }
  const [[file, words]] = sizes as [[number, number]]
  assert.equal(sizes.length, 4)
  for (const [otherFile, otherWords] of sizes) assert.equal(otherFile - file, 8 * (otherWords - words))
})
