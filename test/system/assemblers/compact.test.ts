/**
 * Compact text and exact text assemble to identical objects, with GNU's and LLVM's assemblers, in every dialect with every
 * option that changes the text, for 32 and 64 bits and both byte orders.
 */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { RELEASES, VARIANTS } from '../../../src/dialect/releases.js'
import { present } from '../../../src/lab/links/toolchains.js'
import { bothTexts, compactMap, textOptions } from '../../support/both-texts.js'
import { temporaryFolder } from '../../support/run.js'
import { ALL, sampled } from '../../support/sizes.js'

const run = promisify(execFile)

interface Target {
  readonly name: string
  readonly package: string
  readonly word: 4 | 8
  /** The command that assembles preprocessed text. */
  readonly assembler: readonly [string, ...string[]]
}

const CLANG = present('clang') ? 'clang' : 'clang-19'

function clang(triple: string, word: 4 | 8): Target {
  const assembler = [CLANG, `--target=${triple}`, '-c', '-x', 'assembler'] as const
  return { name: `clang, ${triple}`, package: 'clang-19', word, assembler: [...assembler] }
}

const TARGETS: readonly Target[] = [
  { name: 'GNU as, x86-64', package: 'binutils', word: 8, assembler: ['as', '--64'] },
  {
    name: 'GNU as, powerpc: 32 bits, big-endian',
    package: 'binutils-powerpc-linux-gnu',
    word: 4,
    assembler: ['powerpc-linux-gnu-as', '-a32', '-mbig'],
  },
  {
    name: 'GNU as, powerpc64: big-endian',
    package: 'binutils-powerpc-linux-gnu',
    word: 8,
    assembler: ['powerpc-linux-gnu-as', '-a64', '-mbig'],
  },
  {
    name: 'GNU as, arm: 32 bits',
    package: 'binutils-arm-linux-gnueabi',
    word: 4,
    assembler: ['arm-linux-gnueabi-as'],
  },
  clang('x86_64-linux-gnu', 8),
  clang('powerpc64-linux-gnu', 8),
  clang('s390x-linux-gnu', 8),
  clang('arm-linux-gnueabi', 4),
  clang('mips-linux-gnu', 4),
]

/** Numbers the labels of a text, so that one file can have many texts. */
function numbered(text: string, number: number): string {
  const labels = text.replace(/^(\.globl )?(_?kallsyms_\w+:?)$/gm, `$1t${number}_$2`)
  const sized = labels.replace(/^(\t?\.size )(\w+), \. - (\w+)$/gm, `$1t${number}_$2, . - t${number}_$3`)
  return `#undef PTR\n#undef ALGN\n${sized}`
}

const DIALECTS = [...RELEASES, ...VARIANTS]

/** All texts for a size of words, concatenated. */
function allTexts(word: 4 | 8): { exact: string; compact: string; count: number } {
  const input = compactMap(word)
  let exact = ''
  let compact = ''
  let count = 0
  // 32 and 64 bits together have every third dialect in the sample.
  for (const { dialect } of sampled(DIALECTS, 6, word === 8 ? 1 : 4)) {
    for (const options of textOptions(dialect)) {
      const texts = bothTexts(input, { ...options, dialect })
      if (!texts) continue
      exact += numbered(texts.exact, count)
      compact += numbered(texts.compact, count)
      count++
    }
  }
  return { exact, compact, count }
}

async function preprocess(folder: string, name: string, text: string, word: 4 | 8): Promise<void> {
  for (const header of ['asm/types.h', 'asm/bitsperlong.h', 'arch/types.h']) {
    const file = path.join(folder, header)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, `#define BITS_PER_LONG ${8 * word}\n`)
  }
  await writeFile(path.join(folder, `${name}.S`), text, 'latin1')
  await run('gcc', ['-E', '-P', '-I.', '-x', 'assembler-with-cpp', `${name}.S`, '-o', `${name}.s`], {
    cwd: folder,
  })
}

for (const word of sampled([8, 4] as const, 2)) {
  const targets = TARGETS.filter(target => target.word === word)
  const missing = targets.find(({ assembler: [program] }) => !present(program))
  const skip = missing ? `no ${missing.assembler[0]}: install ${missing.package}` : false

  test(`compact text makes the same objects, ${8 * word} bits`, { skip }, async t => {
    const folder = temporaryFolder(t)
    const { exact, compact, count } = allTexts(word)
    assert.ok(count > 2 * DIALECTS.length * (ALL ? 1 : 1 / 6), `${count} texts`)
    // Which dialects there are decides how much shorter.
    assert.ok(compact.length < exact.length * (ALL ? 0.5 : 0.75))
    await preprocess(folder, 'exact', exact, word)
    await preprocess(folder, 'compact', compact, word)
    for (const { name, assembler } of targets) {
      await t.test(name, async () => {
        const [program, ...args] = assembler
        for (const form of ['exact', 'compact']) {
          // Warnings about truncated lengths are ignored, as in the kernel's build.
          await run(program, [...args, `${form}.s`, '-o', `${form}.o`], { cwd: folder, maxBuffer: 1 << 28 })
        }
        const [ours, theirs] = await Promise.all(
          ['compact.o', 'exact.o'].map(file => readFile(path.join(folder, file))),
        )
        assert.ok(theirs && theirs.length > 100_000)
        assert.ok(ours?.equals(theirs), 'the objects differ')
      })
    }
  })
}

test('bytes that assemblers and preprocessors could misread', {
  skip: present('gcc') ? false : 'no gcc',
}, async t => {
  // Without tokens every byte of a name is a code; with them such names break the C tool's own text.
  const all = String.fromCharCode(...Array.from({ length: 223 }, (_, i) => 33 + i))
  const input = Buffer.from(`1000 T _text\n1010 T ${all}\n1020 T ??/"??=\\n%:'/*x*/\n`, 'latin1')
  const folder = temporaryFolder(t)
  const { dialect } = DIALECTS.find(({ since }) => since === '5.18.0-openwrt') as (typeof DIALECTS)[number]
  const texts = bothTexts(input, { dialect, uncompressed: true })
  assert.ok(texts)
  await preprocess(folder, 'exact', texts.exact, 8)
  await preprocess(folder, 'compact', texts.compact, 8)
  const objects = await Promise.all(
    ['exact', 'compact'].map(async form => {
      for (const options of [[], ['-trigraphs', '-std=c89']]) {
        await run('gcc', [...options, '-c', '-I.', `${form}.S`, '-o', `${form}${options.length}.o`], {
          cwd: folder,
        })
      }
      return [0, 2].map(count => readFileSync(path.join(folder, `${form}${count}.o`)).toString('latin1'))
    }),
  )
  assert.deepEqual(objects[1], objects[0])
})
