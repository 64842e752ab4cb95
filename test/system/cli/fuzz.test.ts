/**
 * Random maps, options, journals, folders of builds and proposals: whatever stands in them, a run ends soon, with an exit
 * status of ours and without a trace of the inside, and no file that it was given is lost.
 */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { runExplain } from '../../../src/cli/explain.js'
import { runGeneratorCommand } from '../../../src/cli/generator-command.js'
import type { Tokens } from '../../../src/compress/tokens.js'
import { OPTIONS } from '../../../src/dialect/dialect.js'
import { RELEASES, VARIANTS } from '../../../src/dialect/releases.js'
import { findRelease } from '../../../src/dialect/resolve.js'
import { KallsymsError } from '../../../src/errors.js'
import { checkDecoding, linkedTables } from '../../../src/lab/measurements/decoding-check.js'
import type { Proposal } from '../../../src/lab/proposals/proposal.js'
import { ProposalBuild } from '../../../src/lab/proposals/proposal-build.js'
import { validateProposal } from '../../../src/lab/proposals/validate-proposal.js'
import { inProcess } from '../../support/in-process.js'
import { randomCases } from '../../support/sizes.js'

/** Of each of the four kinds; in full 20,000 in all. */
const CASES = randomCases(60, 5000)

/** Milliseconds that no run takes: far more than any needs on a slow machine. */
const TOO_LONG = 10_000

const place = mkdtempSync(path.join(tmpdir(), 'kallsyms-fuzz-'))
// Options make files and folders under whatever word follows them.
const before = process.cwd()
process.chdir(place)
after(() => {
  process.chdir(before)
  rmSync(place, { recursive: true, force: true })
})

const PIPE = path.join(place, 'pipe')
execFileSync('mkfifo', [PIPE])

const VERSIONS = [...RELEASES, ...VARIANTS].map(({ since }) => since)

const junk = fc.uint8Array({ maxLength: 60 }).map(bytes => Buffer.from(bytes).toString('latin1'))

const line = fc.oneof(
  { weight: 8, arbitrary: fc.stringMatching(/^[0-9a-f]{8} [TtDdAaRrBbWwVvUn] [_a-z$.]{1,12}\n$/) },
  fc.constantFrom('00001000 T _text\n', '00002000 T _stext\n', '00009000 T _etext\n', '', '\n', '\0'),
  fc.constantFrom(
    '0000f000 R kallsyms_names\n',
    '0001f000 R kallsyms_markers\n',
    'fffff000 R kallsyms_names\n',
  ),
  fc.constantFrom(
    '00001000 t \x1b[2J\x1b]0;x\x07\n',
    '00001000 t <script>&"\n',
    `00001000 t ${'x'.repeat(600)}\n`,
  ),
  fc.constantFrom(
    '                 U bpf\n',
    '1000 t',
    '99999999999999999 T far\n',
    'ffffffffffffffff T top\n',
  ),
  junk,
)

const map = fc.array(line, { maxLength: 40 }).map(lines => Buffer.from(lines.join(''), 'latin1'))

const word = fc.oneof(
  fc.constantFrom(...OPTIONS.map(option => `--${option}`)),
  fc.constantFrom(
    '--stable',
    '--hold-sizes',
    '--stabilise=fold',
    '--stabilise=literal',
    '--stabilise=x',
    '--compact',
  ),
  fc.constantFrom(
    '--headroom=auto',
    '--headroom=64',
    '--headroom=-1',
    '--headroom=1e9',
    '--headroom',
    '--stats=json',
  ),
  fc.constantFrom(
    '--print-dialect',
    '--print-kbuild',
    '--page-offset=',
    '--symbol-prefix=_',
    '--nonsense',
    '--',
    '-x',
    '',
  ),
  fc.constantFrom('--version', '-h', '--journal', '--previous', '--json', '--all', '--html', '-o'),
)

const kernel = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...VERSIONS) },
  fc.constantFrom(
    '',
    '9.9',
    '6.1.0-50',
    '-',
    '/',
    place,
    PIPE,
    '/dev/zero',
    'Linux version 6.6.17',
    '\x1b[2J',
  ),
)

/** A file, a folder, a pipe or a link, under a name that a run looks for. */
type Entry =
  | { readonly kind: 'file'; readonly content: Buffer }
  | { readonly kind: 'folder' | 'pipe' }
  | { readonly kind: 'link'; readonly to: string }

const entry = (content: fc.Arbitrary<Buffer>): fc.Arbitrary<Entry> =>
  fc.oneof(
    { weight: 12, arbitrary: content.map((bytes): Entry => ({ kind: 'file', content: bytes })) },
    fc.constantFrom<Entry>({ kind: 'folder' }, { kind: 'pipe' }),
    fc.constantFrom('/dev/zero', '.', 'nowhere', '/etc/passwd').map((to): Entry => ({ kind: 'link', to })),
  )

let cases = 0

/** A new folder with entries; removed by `drop()`. */
function lay(entries: Readonly<Record<string, Entry>>): {
  folder: string
  kept: () => void
  drop: () => void
} {
  const folder = path.join(place, `case-${cases++}`)
  mkdirSync(folder)
  const at = (name: string): string => path.join(folder, name)
  for (const [name, some] of Object.entries(entries)) {
    mkdirSync(path.dirname(at(name)), { recursive: true })
    if (existsSync(at(name))) continue
    if (some.kind === 'file') writeFileSync(at(name), some.content)
    else if (some.kind === 'folder') mkdirSync(at(name), { recursive: true })
    else if (some.kind === 'link') symlinkSync(some.to, at(name))
    else symlinkSync(PIPE, at(name))
  }
  return {
    folder,
    kept() {
      for (const [name, some] of Object.entries(entries)) {
        if (some.kind !== 'file' || !lstatSync(at(name)).isFile()) continue
        assert.ok(readFileSync(at(name)).equals(some.content), `${name} was changed`)
      }
      assert.deepEqual(
        readdirSync(folder).filter(name => name.startsWith('.kallsyms-')),
        [],
      )
    },
    drop: () => rmSync(folder, { recursive: true, force: true }),
  }
}

async function assertEnds(
  run: (args: readonly string[]) => Promise<number>,
  args: readonly string[],
  { kept, drop }: ReturnType<typeof lay>,
): Promise<void> {
  const began = performance.now()
  try {
    const { status, stdout, stderr } = await inProcess(run, args)
    assert.ok(performance.now() - began < TOO_LONG, 'it took too long')
    assert.ok([0, 1, 2].includes(status as number), `status ${status}`)
    assert.doesNotMatch(stderr, /internal error|\n {4}at |\[object /)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a terminal obeys
    assert.doesNotMatch(ours(stderr), /[\x00-\x08\x0b-\x1f\x7f]/)
    // Of explain, 1 is a finding, and 2 an error.
    if (run === runExplain && status === 1) assert.match(stdout.toString(), /not (?:consistent|known)/)
    else if (status !== 0) assert.match(stderr, /\S/)
    kept()
  } finally {
    drop()
  }
}

/** Without what the C tool says, which prints names as they are. */
function ours(stderr: string): string {
  return stderr.replaceAll(/^Symbol .* too long for kallsyms \(.*$/gm, '')
}

test('maps and options', async () => {
  const args = fc.tuple(
    kernel,
    fc.array(word, { maxLength: 4 }),
    fc.constantFrom('in.map', 'other', 'dialect.json'),
  )
  const property = fc.asyncProperty(entry(map), args, async (input, [version, words, operand]) => {
    const other: Entry = { kind: 'file', content: Buffer.from('00001000 T _text\n') }
    const laid = lay({ 'in.map': input, other })
    const own = words.map(each => (each === '-o' ? `-o${path.join(laid.folder, 'other')}` : each))
    // Standard input is that of the tests, and a pipe as a map is waited for.
    const isWaiting = input.kind === 'pipe' || (input.kind === 'link' && input.to === '/dev/zero')
    const file = path.join(laid.folder, isWaiting ? 'other' : operand)
    await assertEnds(runGeneratorCommand, [`--kernel=${version}`, ...own, file], laid)
  })
  await fc.assert(property, CASES)
})

const json = fc.oneof(
  fc.json(),
  fc
    .record(
      {
        version: fc.constantFrom(1, 2, '1', null),
        pass: fc.constantFrom(1, 2, -1, 1e9, '1'),
        dialect: fc.constantFrom(findRelease('6.12').dialect, {}, null, {
          ...findRelease('5.4').dialect,
          order: 7,
        }),
        options: fc.constantFrom({ allSymbols: true }, {}, null, { stabilise: 'x' }, { headroom: -5 }),
        made: fc.constantFrom(
          null,
          { tables: [], symbols: { kept: 3, read: 4 }, alignment: 8 },
          {
            tables: [{ label: 'kallsyms_names', bytes: 1e15, padding: -1 }],
            symbols: { kept: 1, read: 1 },
            alignment: 4,
          },
          { tables: 'x' },
        ),
        map: fc.constantFrom(null, 'x'),
        arguments: fc.constant([]),
      },
      { requiredKeys: [] },
    )
    .map(value => JSON.stringify(value)),
)

const configuration = fc
  .array(
    fc.constantFrom('CONFIG_KALLSYMS_ALL=y', 'CONFIG_64BIT=y', 'CONFIG_', '# x', '\0', 'CONFIG_SMP=\x1b[2J'),
    {
      maxLength: 5,
    },
  )
  .map(lines => Buffer.from(`${lines.join('\n')}\n`))

test('folders of builds, and journals in them', async () => {
  const text = json.map(value => Buffer.from(value))
  const property = fc.asyncProperty(
    fc.record(
      {
        '.tmp_vmlinux1.syms': entry(map),
        '.tmp_vmlinux2.syms': entry(map),
        'System.map': entry(map),
        '.config': entry(configuration),
        'include/config/auto.conf': entry(configuration),
        'scripts/kallsyms.c': entry(fc.oneof(map, fc.constant(Buffer.from('int main(void) { }\n')))),
        '.tmp_for_kallsyms/.pass-1.json.tmp': entry(text),
        '.tmp_for_kallsyms/.pass-1.map.gz.tmp': entry(map),
        '.tmp_for_kallsyms/.pass-2.json.tmp': entry(text),
        '.tmp_for_kallsyms/.pass-2.map.gz.tmp': entry(map),
      },
      { requiredKeys: ['.tmp_vmlinux1.syms'] },
    ),
    fc.option(kernel, { nil: null }),
    fc.array(fc.constantFrom('--json', '--all', '--all-symbols', '--stable', '--html=page.html'), {
      maxLength: 3,
    }),
    async (entries, version, words) => {
      const laid = lay(entries as Record<string, Entry>)
      const own = words.map(each =>
        each.startsWith('--html') ? `--html=${path.join(laid.folder, 'page.html')}` : each,
      )
      await assertEnds(
        runExplain,
        [...(version === null ? [] : [`--kernel=${version}`]), ...own, laid.folder],
        laid,
      )
    },
  )
  await fc.assert(property, CASES)
})

test('maps for explain', async () => {
  const property = fc.asyncProperty(
    fc.array(entry(map), { minLength: 1, maxLength: 4 }),
    kernel,
    fc.array(word, { maxLength: 3 }),
    async (maps, version, words) => {
      const names = maps.map((_, i) => `pass${i + 1}`)
      const laid = lay(Object.fromEntries(maps.map((some, i) => [names[i] as string, some])))
      // A pipe or a device that is given as a map is read to its end.
      const files = maps.flatMap((some, i) => {
        const isEndless = some.kind === 'pipe' || (some.kind === 'link' && some.to === '/dev/zero')
        return isEndless ? [] : [path.join(laid.folder, names[i] as string)]
      })
      await assertEnds(runExplain, [`--kernel=${version}`, ...words, ...files], laid)
    },
  )
  await fc.assert(property, CASES)
})

const MAP = Buffer.from(
  Array.from(
    { length: 40 },
    (_, i) => `${(0x1000 + 16 * i).toString(16).padStart(8, '0')} t f_${i * 7919}\n`,
  ).join(''),
)

const value = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    7,
    -1,
    Number.NaN,
    'x',
    [],
    {},
    new Map(),
    new Uint8Array(3),
    2n,
    Symbol('s'),
  ),
  fc.constantFrom<unknown>(
    Promise.resolve(1),
    () => 1,
    new Map([['kallsyms_names', 'x']]),
    new Uint16Array(4),
  ),
)

/** What a step may do: return anything, throw anything, or spoil a right result. */
const step = fc.oneof(
  value.map(some => () => some),
  value.map(some => () => {
    throw some
  }),
  fc
    .tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0, max: 0xffff }))
    .map(
      ([code, pair]) =>
        (strings: never, pass: { tools: { bytePairs: (some: never) => { tokens: Tokens } } }) => {
          const names = pass.tools.bytePairs(strings)
          names.tokens.setPair(code, pair)
          return names
        },
    ),
  fc
    .tuple(fc.constantFrom('start', 'length', 'codes'), fc.nat(70_000))
    .map(([column, number]) => (strings: never, pass: { tools: { bytePairs: (some: never) => object } }) => {
      const names: Record<string, unknown> = { ...pass.tools.bytePairs(strings) }
      const spoilt = (names[column] as Uint16Array | undefined)?.slice()
      if (spoilt) spoilt[number % spoilt.length] = number
      return { ...names, [column]: spoilt }
    }),
  fc
    .tuple(fc.constantFrom('kallsyms_names', 'kallsyms_markers', 'kallsyms_new', '\x1b'), fc.nat(2 ** 28))
    .map(
      ([label, bytes]) =>
        () =>
          new Map<string, unknown>([[label, bytes % 3 ? bytes : new Uint8Array(bytes % 999)]]),
    ),
)

test('proposals', () => {
  const proposal = fc.record(
    {
      name: fc.constantFrom('mine', '', 'exact', 7),
      describe: fc.constantFrom('a test', '', null),
      decoder: fc.oneof(fc.constant('kernel'), step),
      options: fc.constantFrom(
        {},
        { stabilise: 'literal' },
        { holdSizes: true },
        { headroom: 1e12 },
        { headroom: 'x' },
        3,
      ),
      labels: fc.constantFrom(['kallsyms_new'], ['x'], 3),
      strings: step,
      compress: step,
      layOut: step,
      pad: step,
      keep: step,
    },
    { requiredKeys: ['name', 'describe', 'decoder'] },
  )
  const right = { name: 'mine', describe: 'a test', decoder: 'kernel' }
  const property = fc.property(proposal, fc.boolean(), (some, isRight) => {
    const began = performance.now()
    try {
      const checked = validateProposal({ ...some, ...(isRight && right) }, 'idea.mjs') as Proposal
      const { dialect } = findRelease('6.12')
      const options = { dialect, allSymbols: true }
      const build = new ProposalBuild(checked, options, 'idea.mjs')
      for (let pass = 0; pass < 2; pass++) {
        const output = build.generate(MAP)
        checkDecoding(checked, 'idea.mjs', output, options, linkedTables(output, options, dialect))
      }
    } catch (error) {
      if (!(error instanceof KallsymsError)) throw error
      assert.match(error.message, /^(proposal mine: |idea\.mjs: )/)
      assert.doesNotMatch(error.message, /\n/)
    }
    assert.ok(performance.now() - began < TOO_LONG, 'it took too long')
  })
  fc.assert(property, CASES)
})
