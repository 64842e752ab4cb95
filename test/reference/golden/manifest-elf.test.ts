/**
 * Ours against the manifest of the C tool that reads images. Runs on an image are made in this process, and those about
 * arguments and files with the executable.
 */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { originalText } from '../../../src/cli/messages.js'
import { findRelease } from '../../../src/dialect/resolve.js'
import { sourceOf } from '../../../src/elf/byte-source.js'
import { mapOfImage } from '../../../src/elf/map.js'
import { KallsymsError } from '../../../src/errors.js'
import { generateTo } from '../../../src/generate/generate.js'
import { type RecordedFile, type RecordedRun, readElfManifest, readGolden } from '../../support/golden.js'
import { EXECUTABLE, kallsyms, temporaryFolder } from '../../support/run.js'
import { NOT_IN_SAMPLE, sampled } from '../../support/sizes.js'

const KERNEL = '7.3.0-elf'
const { dialect } = findRelease(KERNEL)

const OPTIONS = ['--sysmap=out.map', '--all-symbols', '--pc-relative']

const manifest = readElfManifest()
const isPlain = ({ input, args }: RecordedRun): boolean => {
  const operands = args.filter(arg => !OPTIONS.includes(arg)).join(' ')
  const hasMap = args.includes(OPTIONS[0] as string)
  return input !== null && (operands === 'vmlinux out.bin' || (operands === 'vmlinux' && hasMap))
}
/** An input on which the C tool reads what is not there is undefined with all options. */
const undefinedInputs = new Set(manifest.flatMap(run => (run.undefined && run.exit !== 0 ? [run.input] : [])))
const isUndefined = (run: RecordedRun): boolean =>
  run.undefined !== undefined || undefinedInputs.has(run.input)

interface Outcome {
  readonly exit: number
  readonly stderr: string
  readonly stdout: Buffer
  readonly bin: Buffer | null
  readonly sysmap: Buffer | null
}

/** What a run makes, with the name of the image in messages. */
function run(image: Uint8Array, args: readonly string[]): Outcome {
  const text: Uint8Array[] = []
  const included: Uint8Array[] = []
  let stderr = ''
  const hasTable = args.includes('out.bin')
  let map = Buffer.alloc(0)
  let exit = 0
  try {
    map = Buffer.from(mapOfImage(sourceOf(image, 'vmlinux')))
    generateTo(chunk => text.push(chunk.slice()), map, {
      dialect,
      ...(args.includes('--all-symbols') && { allSymbols: true }),
      ...(args.includes('--pc-relative') && { pcRelative: true }),
      included: { name: 'out.bin', sink: chunk => included.push(chunk.slice()) },
      report: problem => {
        stderr += originalText(problem).toString('latin1')
      },
    })
  } catch (error) {
    if (!(error instanceof KallsymsError)) throw error
    // Where only the map is wanted no offset has to fit.
    if (hasTable || error.code !== 'out-of-range') {
      exit = 1
      stderr += `${error.where.original ?? ''}\n`
    }
  }
  return {
    exit,
    stderr,
    stdout: hasTable ? Buffer.concat(text) : Buffer.alloc(0),
    bin: hasTable ? Buffer.concat(included) : null,
    sysmap: args.includes(OPTIONS[0] as string) ? map : null,
  }
}

function recorded(bytes: Buffer | null): RecordedFile | null {
  return bytes && { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length }
}

test('the manifest is complete', () => {
  assert.equal(manifest.length, 643)
  assert.equal(manifest.filter(isPlain).length, 605)
})

for (const [i, input] of [...new Set(manifest.filter(isPlain).map(each => each.input as string))].entries()) {
  test(`${input}`, () => {
    const image = readGolden(input.replace('inputs/', 'inputs-elf/'))
    const runs = manifest.filter(each => each.input === input && isPlain(each))
    for (const each of sampled(runs, 3, i)) {
      const { exit, stderr, stdout, bin, sysmap } = run(image, each.args)
      const where = each.args.join(' ')
      if (isUndefined(each)) {
        assert.ok(exit === 0 || exit === 1, where)
        continue
      }
      assert.deepEqual([exit, stderr], [each.exit, each.stderr], where)
      assert.deepEqual(recorded(stdout), each.stdout, where)
      // After an error nothing is left under these names.
      if (exit === 0) assert.deepEqual([recorded(bin), recorded(sysmap)], [each.bin, each.sysmap], where)
    }
  })
}

/** Where ours is another on purpose, and what it says. */
const DIFFERENT: readonly (readonly [args: readonly string[], said: RegExp])[] = [
  [['--help'], /^$/],
  [['--sysmap=out.map', 'vmlinux', 'out.map'], /out\.map is given for the map and for the names/],
  [['vmlinux', 'vmlinux'], /vmlinux: is an input of this run/],
  [['--sysmap=vmlinux', 'vmlinux'], /vmlinux: is an input of this run/],
]

/** Usage and file systems: the C tool's words are those of getopt and perror(), ours say what to do. */
const OURS_SAYS_MORE = /^kallsyms: (option |invalid option|unrecognized option)|^Usage: /

test('arguments and files', { skip: NOT_IN_SAMPLE }, t => {
  for (const each of manifest.filter(run => !isPlain(run))) {
    const folder = temporaryFolder(t)
    const file = (name: string): Buffer | null =>
      existsSync(path.join(folder, name)) ? readFileSync(path.join(folder, name)) : null
    if (each.input) {
      writeFileSync(path.join(folder, 'vmlinux'), readGolden(each.input.replace('inputs/', 'inputs-elf/')))
    }
    const { status, stdout, stderr } = kallsyms(['--kernel', KERNEL, ...each.args], {
      cwd: folder,
      executable: EXECUTABLE,
    })
    const where = each.args.join(' ')
    const [, said] = DIFFERENT.find(([args]) => args.join(' ') === where) ?? []
    if (said) {
      assert.match(stderr, said, where)
      if (each.input)
        assert.ok(file('vmlinux')?.equals(readGolden(each.input.replace('inputs/', 'inputs-elf/'))))
      continue
    }
    assert.equal(status, each.exit, `${where}: ${stderr}`)
    if (!OURS_SAYS_MORE.test(each.stderr))
      assert.ok(stderr.includes(each.stderr.trimEnd()), `${where}: ${stderr}`)
    if (status !== 0) {
      assert.deepEqual([file('out.bin'), file('out.map')], [null, null], where)
      continue
    }
    assert.deepEqual(recorded(stdout), each.stdout, where)
    assert.deepEqual([recorded(file('out.bin')), recorded(file('out.map'))], [each.bin, each.sysmap], where)
  }
})
