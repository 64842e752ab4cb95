/** What the documentation refers to is there: files, headings, scripts; in the package too. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import type { Command } from 'commander'
import { explainCommand } from '../../../src/cli/explain-command.js'
import { labCommand } from '../../../src/cli/lab-command.js'
import { generatorCommand } from '../../../src/cli/program.js'
import { ROOT } from '../../support/root.js'

interface PackageJson {
  readonly files: readonly string[]
  readonly scripts: Readonly<Record<string, string>>
}

const { files, scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as PackageJson

/** Files that npm packs whatever `files` says. */
const ALWAYS = ['package.json', 'README.md', 'LICENSE']

const markdownIn = (folder: string): string[] =>
  readdirSync(path.join(ROOT, folder))
    .filter(name => name.endsWith('.md'))
    .map(name => path.join(folder, name))

const PAGES = ['.', 'docs', 'golden', 'kbuild'].flatMap(markdownIn)

function isPacked(file: string): boolean {
  return ALWAYS.includes(file) || files.some(entry => file === entry || file.startsWith(`${entry}/`))
}

function textOf(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8')
}

/** Text without code, in which nothing is a link. */
function withoutCode(text: string): string {
  return text.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '')
}

function anchorsOf(file: string): Set<string> {
  const headings = [
    ...textOf(file)
      .replace(/^```[\s\S]*?^```$/gm, '')
      .matchAll(/^#+ (.*)$/gm),
  ]
  return new Set(
    headings.map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\w\- ]/g, '')
        .replaceAll(' ', '-'),
    ),
  )
}

test('relative links lead to files and headings; those of packed pages to packed files', () => {
  let count = 0
  for (const page of PAGES) {
    for (const [, target = ''] of withoutCode(textOf(page)).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(target)) continue
      count++
      const [file = '', anchor] = target.split('#')
      const linked = file === '' ? page : path.join(path.dirname(page), file)
      assert.ok(existsSync(path.join(ROOT, linked)), `${page}: ${target} does not exist`)
      if (isPacked(page)) assert.ok(isPacked(linked), `${page}: ${target} is not in the package`)
      if (anchor !== undefined) assert.ok(anchorsOf(linked).has(anchor), `${page}: ${target} is no heading`)
    }
  }
  assert.ok(count > 30, `only ${count} links found`)
})

test('every file of the repository that a page names exists', () => {
  const missing = PAGES.flatMap(page =>
    [...textOf(page).matchAll(/`((?:src|test|tools|kbuild|golden|bin|docs)\/[\w./-]+)`/g)]
      .filter(([, file = '']) => !existsSync(path.join(ROOT, file)) && !isMade(file))
      .map(([, file]) => `${page}: ${file}`),
  )
  assert.deepEqual(missing, [])
})

/** Made by the build, or standing for a file of the reader's. */
function isMade(file: string): boolean {
  return file === 'src/wasm/loops.ts' || file.includes('NAME')
}

test('every npm script that a page names exists', () => {
  let count = 0
  for (const page of PAGES) {
    for (const [, name = ''] of textOf(page).matchAll(/npm run (?:--silent )?([\w:]+)/g)) {
      count++
      assert.ok(Object.hasOwn(scripts, name), `${page}: there is no script ${name}`)
    }
  }
  assert.ok(count > 10, `only ${count} scripts found`)
})

const optionsOf = (command: Command): string[] => command.options.map(({ long }) => long ?? '')

test('every option that a page gives to kallsyms exists', () => {
  const known: Readonly<Record<string, readonly string[]>> = {
    '': [...optionsOf(generatorCommand()), '--help'],
    explain: [...optionsOf(explainCommand()), '--help'],
    lab: [...optionsOf(labCommand()), '--help'],
  }
  let count = 0
  for (const page of PAGES) {
    // A command goes up to a comment, the end of its line, or that of the code or substitution that it is in.
    for (const [, subcommand = '', args = ''] of textOf(page).matchAll(COMMAND)) {
      for (const [option] of args.matchAll(/(?<=\s)--[a-z][a-z-]*/g)) {
        count++
        assert.ok(
          known[subcommand.trim()]?.includes(option),
          `${page}: kallsyms${subcommand} has no ${option}`,
        )
      }
    }
  }
  assert.ok(count > 20, `only ${count} options found`)
})

const COMMAND = /(?:^|[`($ ])kallsyms( (?:explain|lab))?((?: [^`#)|\n]*)?)/gm

test('every option that a page gives in KALLSYMS_FLAGS exists', () => {
  const known = optionsOf(generatorCommand())
  const given = PAGES.flatMap(page => [...textOf(page).matchAll(/KALLSYMS_FLAGS=["']?(--[a-z-]+)/g)])
  assert.ok(given.length > 3)
  for (const [text, option = ''] of given) assert.ok(known.includes(option), text)
})

test('each folder of the sources is described', () => {
  const text = textOf('docs/architecture.md')
  const folders = readdirSync(path.join(ROOT, 'src'), { withFileTypes: true }).filter(entry =>
    entry.isDirectory(),
  )
  for (const { name } of folders)
    assert.ok(text.includes(`| \`${name}/\` |`), `docs/architecture.md: ${name}/`)
})

test('the README stays short', () => {
  assert.ok(textOf('README.md').split('\n').length <= 151)
})
