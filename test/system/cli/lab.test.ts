/** `kallsyms lab`, as a user runs it. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { runLabCommand } from '../../../src/cli/lab.js'
import { inProcess } from '../../support/in-process.js'
import { ROOT } from '../../support/root.js'
import { EXECUTABLE, kallsyms, type Result, temporaryFolder } from '../../support/run.js'
import { ALL, NOT_IN_SAMPLE, sampled } from '../../support/sizes.js'

const MAP = path.join(ROOT, 'golden', 'inputs', 'random-1.nm')
const KERNEL = ['--kernel', '6.12', '--all-symbols']
const QUICK = [...KERNEL, '--trials', '12', '--symbols', '40', '--no-times']

function lab(...args: string[]): Result {
  return kallsyms(['lab', ...args])
}

function assertRefused({ status, stdout, stderr }: Result, wanted: 1 | 2, words: RegExp): void {
  assert.equal(status, wanted, stderr)
  assert.equal(stdout.length, 0)
  assert.match(stderr, words)
  assert.match(stderr, /^kallsyms lab: [^\n]+\n$/)
}

/** The command in this process, where it ends before its threads begin. */
function refused(...args: string[]): Promise<Result> {
  return inProcess(runLabCommand, args)
}

/** The worked example of the documentation. */
function worked(): string {
  const page = readFileSync(path.join(ROOT, 'docs', 'lab.md'), 'utf8')
  return /```js\n(.*?)```/s.exec(page)?.[1] ?? ''
}

test('the worked example of docs/lab.md runs, and the kernel reads its tables', t => {
  const file = path.join(temporaryFolder(t), 'digits.mjs')
  writeFileSync(file, worked())
  const { status, stdout, stderr } = lab('--only', 'exact', '--proposal', file, ...QUICK, '--json', MAP)
  assert.equal(status, 0, stderr)
  const { proposals, figures } = JSON.parse(stdout.toString())
  assert.deepEqual(
    proposals.map((each: { name: string; isBuiltIn: boolean }) => [each.name, each.isBuiltIn]),
    [
      ['exact', true],
      ['digits-apart', false],
    ],
  )
  assert.equal(figures[1].decoding.kernel, 'reads')
  assert.notEqual(figures[1].size.bytes, figures[0].size.bytes)
})

test('the documentation of the interface has the same example', () => {
  const source = readFileSync(path.join(ROOT, 'src', 'lab', 'proposals', 'proposal.ts'), 'utf8')
  const example = /@example\n(.*?)\n \*\//s.exec(source)?.[1] ?? ''
  assert.equal(`${example.replaceAll(/^ \* ?/gm, '')}\n`, worked())
})

test('the same seed, the same bytes, with one thread and with two, from text and from gzip', {
  skip: NOT_IN_SAMPLE,
}, t => {
  const file = path.join(temporaryFolder(t), 'random-1.nm')
  writeFileSync(file, gzipSync(readFileSync(MAP)))
  const some = ['--only', 'exact,stable', ...QUICK, '--json']
  const one = lab(...some, '--jobs', '1', MAP).stdout
  assert.ok(one.length > 1000)
  assert.ok(lab(...some, '--jobs', '2', file).stdout.equals(one))
})

test('tables for people, without colours where no terminal is', { skip: NOT_IN_SAMPLE }, () => {
  const { status, stdout, stderr } = lab('--only', 'exact,fold', ...QUICK, MAP)
  const text = stdout.toString()
  assert.equal(status, 0, stderr)
  assert.equal(stderr, '')
  assert.match(text, /^random-1\.nm: \d+ symbols; kernel 6\.12, --all-symbols\nproposal {2,}bytes/)
  assert.match(text, /^fold .*other letters/m)
  assert.match(
    text,
    /^seed 1; 12 trial builds .* of 40 functions with 16 symbols that may flip; at most 10 passes/m,
  )
  assert.equal(text.includes('\x1b'), false)
})

test('the page appears under its name when all is done', { skip: NOT_IN_SAMPLE }, t => {
  const folder = temporaryFolder(t)
  const file = path.join(folder, 'report.html')
  assert.equal(lab('--only', 'exact', ...QUICK, '--html', file, '--markdown', MAP).status, 0)
  assert.match(readFileSync(file, 'utf8'), /^<!DOCTYPE html>.*<\/html>\n$/s)
  const bad = path.join(folder, 'bad.map')
  writeFileSync(bad, 'nothing\n')
  const other = path.join(folder, 'other.html')
  assertRefused(lab('--only', 'exact', ...QUICK, '--html', other, bad), 1, /bad\.map:1: /)
  assert.equal(existsSync(other), false)
  assert.deepEqual(readdirSync(folder).sort(), ['bad.map', 'report.html'])
})

test('what a proposal prints goes to stderr, and not between the results', t => {
  const file = path.join(temporaryFolder(t), 'loud.mjs')
  // The timer would keep the process from its end.
  const loud = `console.log('loaded')
    process.stdout.write('written\\n')
    setInterval(() => {}, 1000)
    export default { name: 'loud', describe: 'x', decoder: 'kernel', compress(strings, { tools }) {
      console.log('called')
      return tools.bytePairs(strings)
    } }`
  writeFileSync(file, loud)
  const { status, stdout, stderr } = lab('--only', 'exact', '--proposal', file, ...QUICK, '--json', MAP)
  assert.equal(status, 0, stderr)
  assert.equal(JSON.parse(stdout.toString()).proposals[1].name, 'loud')
  assert.match(stderr, /^loaded$/m)
  assert.match(stderr, /^written$/m)
  assert.match(stderr, /^called$/m)
})

test('a proposal that throws: its name, the message, and the place', t => {
  const file = path.join(temporaryFolder(t), 'bad.mjs')
  writeFileSync(
    file,
    "export default { name: 'bad', describe: 'bad', decoder: 'kernel',\n  compress() {\n    throw new Error('oh no')\n  },\n}\n",
  )
  assertRefused(
    lab('--only', 'exact', '--proposal', file, ...QUICK, MAP),
    1,
    /proposal bad: compress failed: oh no \(.*bad\.mjs:3:11\)\n$/,
  )
})

test('the message of a proposal, or the name of a file, gives a terminal no commands', t => {
  const file = path.join(temporaryFolder(t), 'red\x1b[31m.mjs')
  writeFileSync(
    file,
    "export default { name: 'bad', describe: 'bad', decoder: 'kernel', compress() { throw new Error('\\x1b[2J') } }\n",
  )
  assertRefused(
    lab('--only', 'exact', '--proposal', file, ...QUICK, MAP),
    1,
    /^kallsyms lab: proposal bad: compress failed: \\x1b\[2J \(.*red\\x1b\[31m\.mjs:1:\d+\)\n$/,
  )
})

test('the name of a map gives a terminal no commands either', { skip: NOT_IN_SAMPLE }, t => {
  const file = path.join(temporaryFolder(t), 'red\x1b[31m\u202e.map')
  copyFileSync(MAP, file)
  for (const form of [[], ['--markdown']]) {
    const { stdout } = lab('--only', 'exact', ...QUICK, ...form, file)
    assert.match(stdout.toString(), /red\\*x1b\\*\[31m\\*u202e\.map/)
    for (const character of ['\x1b', '\u202e']) assert.ok(!stdout.toString().includes(character))
  }
})

test('a file that is too large for a map', { skip: NOT_IN_SAMPLE }, t => {
  const file = path.join(temporaryFolder(t), 'large.map')
  writeFileSync(file, '')
  truncateSync(file, 600_000_000)
  assertRefused(lab('--only', 'exact', ...QUICK, file), 1, /large\.map: larger than 256 MiB: is it a map\?/)
})

/** What a proposal may throw. */
const THROWN: readonly string[] = [
  `'plain'`,
  'undefined',
  'Symbol()',
  'Object.create(null)',
  '{ get message() { throw 1 } }',
  '{ toString() { throw 1 } }',
  'new Proxy({}, { get() { throw 1 }, getPrototypeOf() { throw 1 } })',
  'Object.defineProperty(new Error("own"), "stack", { value: 9 })',
  `new Error('z'.repeat(1e6))`,
]

for (const [i, thrown] of sampled([...THROWN.entries()], 4, 2)) {
  // Each in another place of the module.
  const places = [
    `export default { get name() { throw ${thrown} }, describe: 'x', decoder: 'kernel' }`,
    `export default { name: 'mine', describe: 'x', decoder: 'kernel', compress() { throw ${thrown} } }`,
    `throw ${thrown}`,
  ]
  for (const [place, module] of sampled(places, places.length, i).entries()) {
    test(`a proposal that throws ${thrown}, in place ${ALL ? place : i % 3}`, t => {
      const file = path.join(temporaryFolder(t), 'p.mjs')
      writeFileSync(file, module)
      assertRefused(
        lab('--only', 'exact', '--proposal', file, ...QUICK, MAP),
        1,
        /^kallsyms lab: .{5,900}\n$/,
      )
    })
  }
}

const STRAYS: readonly (readonly [what: string, module: string, words: RegExp])[] = [
  ['never comes to its end', 'await new Promise(() => {})', /waits for a promise that never resolves/],
  ['ends the process', 'process.exit(0)', /ended the process/],
  [
    'leaves something behind that fails',
    `export default { name: 'mine', describe: 'x', decoder: 'kernel', compress(strings, { tools }) {
       Promise.reject(new Error('too late'))
       return tools.bytePairs(strings)
     } }`,
    /asynchronous code of a proposal failed.*too late/,
  ],
  [
    'has a field that fails',
    `export default { get name() { throw new Error('no name') } }`,
    /a field of the proposal failed: no name \(.*p\.mjs:1:\d+\)/,
  ],
  [
    'returns what fails',
    `export default { name: 'mine', describe: 'x', decoder: 'kernel', compress() {
       return { get tokens() { throw new Error('no tokens') } }
     } }`,
    /a field of the proposal failed: no tokens \(.*p\.mjs:2:\d+\)/,
  ],
]

for (const [what, module, words] of sampled(STRAYS, 3)) {
  test(`a proposal that ${what}: one line, and no page`, t => {
    const folder = temporaryFolder(t)
    const file = path.join(folder, 'p.mjs')
    writeFileSync(file, module)
    const page = path.join(folder, 'page.html')
    assertRefused(lab('--only', 'exact', '--proposal', file, '--html', page, ...QUICK, MAP), 1, words)
    assert.deepEqual(readdirSync(folder), ['p.mjs'])
  })
}

test('a proposal whose own decoder fails is compared with the others, and that is said', {
  skip: NOT_IN_SAMPLE,
}, t => {
  const file = path.join(temporaryFolder(t), 'lost.mjs')
  writeFileSync(
    file,
    "export default { name: 'lost', describe: 'lost', layOut: () => new Map([['kallsyms_names', new Uint8Array(9)]]),\n  decoder() { throw new Error('cannot read it') } }\n",
  )
  const { status, stdout, stderr } = lab('--only', 'exact', '--proposal', file, ...QUICK, MAP)
  assert.equal(status, 0, stderr)
  assert.match(stdout.toString(), /^lost .*no, own fails/m)
  assert.match(stdout.toString(), /lost, random-1\.nm: own decoder: .*cannot read it/)
})

test('wrong usage', async () => {
  assertRefused(await refused('--nothing'), 2, /unknown option '--nothing'/)
  assertRefused(await refused('--trials', '0'), 2, /a whole number, at least 1/)
  assertRefused(await refused('--only', 'exact,nothing'), 2, /Possible names: exact, literal/)
  assertRefused(await refused('--json', '--markdown'), 2, /cannot be used with/)
  assertRefused(await refused('--kernel', '6.12'), 2, /--kernel needs a map/)
  assertRefused(await refused('--all-symbols'), 2, /--all-symbols needs a map/)
  assertRefused(await refused('--html', '-'), 2, /--html needs the name of a file/)
  assertRefused(await refused('--link=vax'), 2, /Possible names: x86-64/)
  assertRefused(await refused(MAP, MAP), 2, /is given twice/)
})

test('what cannot be read or written', async () => {
  assertRefused(await refused('no.map'), 1, /no\.map: No such file or directory/)
  assertRefused(
    await refused('--proposal', 'no.mjs', '--kernel', '6.12', MAP),
    1,
    /no\.mjs: No such file or directory/,
  )
  assertRefused(
    await refused('--html', '/no/such/folder/x.html', '--kernel', '6.12', MAP),
    1,
    /No such file or directory/,
  )
  assertRefused(await refused(ROOT), 1, /Is a directory/)
})

test('help has examples, and the main help names the command', () => {
  const { status, stdout } = lab('--help')
  assert.equal(status, 0)
  assert.match(stdout.toString(), /Examples:\n.*kallsyms lab --proposal/s)
  assert.match(kallsyms(['--help']).stdout.toString(), /lab .*compare proposals/)
})

/** Runs long enough to be stopped, and sends SIGINT after a delay. */
async function interrupted(
  delay: number,
): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const args = ['--only', 'exact,stable', '--trials', '100000', '--no-times', ...KERNEL, MAP]
  const child = spawn(process.execPath, [EXECUTABLE, 'lab', ...args])
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk
  })
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk
  })
  setTimeout(() => child.kill('SIGINT'), delay)
  const status = await new Promise<number | null>(resolve => child.on('close', resolve))
  return { status, stdout, stderr }
}

test('Ctrl-C: the results so far, a message that they are incomplete, and status 130', {
  skip: NOT_IN_SAMPLE,
}, async () => {
  const hasFigures = /^exact +\d/m
  let result = await interrupted(1200)
  // On a busy machine the first figures may take longer.
  for (const delay of [5000, 20_000]) if (!hasFigures.test(result.stdout)) result = await interrupted(delay)
  const { status, stdout, stderr } = result
  assert.equal(status, 130, stderr)
  assert.match(stdout, /^incomplete: the run was stopped before its end\n\nrandom-1\.nm: /)
  assert.match(stdout, hasFigures)
  assert.equal(stderr, 'kallsyms lab: incomplete: the run was stopped before its end\n')
})

test('a reader that goes away', { skip: NOT_IN_SAMPLE }, async () => {
  const run = `"$0" "$1" lab --only exact --trials 3 --no-times --kernel 6.12 --all-symbols "$2"`
  const args = ['-c', `set -o pipefail; ${run} | true`, process.execPath, EXECUTABLE, MAP]
  const child = spawn('bash', args)
  let stderr = ''
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk
  })
  // Nobody who prints can know what became of it; what was found stands all the same.
  const status = await new Promise(resolve => child.on('close', resolve))
  assert.deepEqual([status, stderr], [0, ''])
})
