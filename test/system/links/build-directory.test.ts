/** What a pass of a miniature kernel measures. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findRelease } from '../../../src/dialect/resolve.js'
import { generate } from '../../../src/generate/generate.js'
import { BuildDirectory } from '../../../src/lab/links/build-directory.js'
import { TYPE_FLIP } from '../../../src/lab/links/layouts.js'
import { missingFrom, X86_64_LD } from '../../../src/lab/links/toolchains.js'
import { NOT_IN_SAMPLE } from '../../support/sizes.js'

test('a file grows with its tables by whole words', {
  skip: missingFrom(X86_64_LD) ?? NOT_IN_SAMPLE,
}, async () => {
  const directory = await BuildDirectory.open([])
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
      for await (const pass of directory.passes(build, 1)) {
        const words = Math.ceil(pass.bytes / X86_64_LD.word)
        assert.ok(pass.object.labels.includes(' kallsyms_names\n'))
        sizes.push([pass.object.size, words])
      }
    }
  } finally {
    await directory.close()
  }
  const [[file, words]] = sizes as [[number, number]]
  assert.equal(sizes.length, 4)
  for (const [otherFile, otherWords] of sizes) assert.equal(otherFile - file, 8 * (otherWords - words))
})
