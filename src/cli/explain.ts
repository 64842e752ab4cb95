/** `kallsyms explain`: why the passes of a link do not agree. Loaded only when it is called. */
import fs from 'node:fs'
import path from 'node:path'
import { isatty } from 'node:tty'
import { Command, CommanderError, Option } from 'commander'
import { STABLE_TYPES, type StableTypes } from '../compress/types.js'
import type { Dialect } from '../dialect/dialect.js'
import { OPTIONS } from '../dialect/dialect.js'
import { KallsymsError } from '../errors.js'
import { type ExplainedBuild, type ExplainedPass, explain } from '../explain/explain.js'
import type { Explanation } from '../explain/explanation.js'
import { explanationAsHtml } from '../explain/html.js'
import { COLOURED, explanationAsText, PLAIN } from '../explain/text.js'
import { type FoundMap, isConfigured, mapsIn, toolSourceOf } from './build-folders.js'
import { type CFlags, cOptionHelp, generateOptions } from './c-options.js'
import { chooseDialect } from './choose-dialect.js'
import { ClosedPipe, outputFile, STDERR, standardOutput, writeError } from './io.js'
import { readListing } from './listings.js'

/** Exit statuses. */
const CONSISTENT = 0
const NOT_CONSISTENT = 1
const WRONG_USAGE = 2

const STDOUT = 1

interface Flags extends CFlags {
  readonly kernel?: string
  readonly stabilise?: StableTypes
  readonly all?: boolean
  readonly json?: boolean
  readonly html?: string
}

const EXAMPLES = `
Examples:
  kallsyms explain ~/build                      (the passes of the last link in it)
  kallsyms explain --kernel 6.12 --all-symbols .tmp_vmlinux1.syms .tmp_vmlinux2.syms
  kallsyms explain --kernel ~/linux pass1.map.gz pass2.map.gz pass3.map.gz
  NM=arm-linux-gnueabi-nm kallsyms explain --kernel 4.4 .tmp_vmlinux1 .tmp_vmlinux2
  kallsyms explain --html report.html ~/build

Kernel, options and sizes are those of the build's journal where it has one: make
it with MAKEFILES="$(kallsyms --print-kbuild)".

Exit status: 0 when the passes are consistent, 1 when they are not, 2 for wrong
usage or unreadable input.`

/** Runs the command; returns its exit status. */
export async function runExplain(args: readonly string[]): Promise<number> {
  const program = new Command('kallsyms explain')
    .description(
      'Says why the kallsyms data of a kernel is inconsistent: which tables have another size from pass to pass, which ' +
        'symbols do that and by how many bytes, whether more passes would settle it, and what to do.',
    )
    .usage('[options] <folder | map map...>')
    .argument(
      '<maps...>',
      "a build's folder, or the maps of successive passes: output of nm -n, .syms, System.map, also compressed; or images",
    )
    .option('--all', 'list everything, not the first symbols of each kind alone')
    .option('--json', 'print the findings as JSON; its fields are in README.md')
    .option('--html <file>', 'write a page with plots and tables that needs no network')
    .option(
      '--kernel <version|tree>',
      "the kernel that the maps are of; by default the build's, else the newest",
    )
    .addOption(new Option('--stabilise <how>', 'how the tables were stabilised').choices(STABLE_TYPES))
    .optionsGroup("Options of the build's tool:")
  for (const option of OPTIONS) program.option(...cOptionHelp(option))
  program
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', EXAMPLES)
    .exitOverride()
    .configureOutput({
      writeOut: text => standardOutput().write(Buffer.from(text)),
      writeErr: writeError,
      outputError: (text, write) =>
        write(
          `kallsyms explain: ${text
            .trim()
            .replace(/^error: /, '')
            .replaceAll('\n', ' ')} (see --help)\n`,
        ),
    })
  try {
    program.parse(args, { from: 'user' })
    return await explainFiles(program.args, program.opts<Flags>())
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE
    if (error instanceof ClosedPipe) return NOT_CONSISTENT
    if (!(error instanceof KallsymsError)) throw error
    writeError(`kallsyms explain: ${error.message}\n`)
    return WRONG_USAGE
  }
}

async function explainFiles(operands: readonly string[], flags: Flags): Promise<number> {
  const [first = ''] = operands
  const folder =
    operands.length === 1 && fs.statSync(first, { throwIfNoEntry: false })?.isDirectory() ? first : null
  const maps = folder === null ? namedFiles(operands) : mapsIn(folder)
  if (maps.length < 2) {
    throw new KallsymsError(
      'usage',
      'one map does not tell what moves: give those of two passes, or the folder of a build',
    )
  }
  const build = buildOf(maps, folder, flags)
  const progress = new Progress()
  const passes: ExplainedPass[] = []
  let explanation: Explanation
  try {
    for (const map of maps) {
      progress.show(`reads ${map.name}`)
      passes.push(await passOf(map, build.dialect))
    }
    explanation = explain(passes, build, what => progress.show(what))
  } finally {
    progress.clear()
  }
  if (flags.html !== undefined) writePage(flags.html, explanation)
  const isColoured = isatty(STDOUT) && !process.env.NO_COLOR && process.env.TERM !== 'dumb'
  const text = flags.json
    ? `${JSON.stringify(explanation, null, 2)}\n`
    : explanationAsText(explanation, { all: flags.all === true, paint: isColoured ? COLOURED : PLAIN })
  // Names are bytes, each a character of Latin-1 here.
  standardOutput().write(flags.json ? Buffer.from(text) : bytesOfText(text))
  return explanation.verdict.isConsistent ? CONSISTENT : NOT_CONSISTENT
}

/** Maps that were given, called by the last part of their names where those differ. */
function namedFiles(files: readonly string[]): FoundMap[] {
  const short = files.map(file => path.basename(file))
  const names = new Set(short).size === files.length ? short : files
  return files.map((file, i) => {
    const name = names[i] as string
    return { file, name, record: null, isFinal: /^System\.map/.test(path.basename(file)) }
  })
}

/** How the tables were made: as the options say, as the journal says, as the folder shows. */
function buildOf(maps: readonly FoundMap[], folder: string | null, flags: Flags): ExplainedBuild {
  const record = maps.findLast(map => map.record !== null)?.record
  if (record && flags.kernel === undefined) {
    return { dialect: record.dialect, options: record.options, chosenBy: "the build's journal" }
  }
  const kernel = flags.kernel ?? (folder === null ? undefined : (toolSourceOf(folder) ?? undefined))
  const chosen = chooseDialect(kernel, process.env)
  const allSymbols =
    flags.allSymbols ?? (folder !== null && isConfigured(folder, 'CONFIG_KALLSYMS_ALL') ? true : undefined)
  const given = generateOptions({ ...flags, ...(allSymbols && { allSymbols }) }, chosen)
  return {
    dialect: chosen.dialect,
    options: { ...given, ...(flags.stabilise && { stabilise: flags.stabilise }) },
    chosenBy: chosen.by,
  }
}

async function passOf(
  { file, name, record, isFinal }: FoundMap,
  { nameLimit }: Dialect,
): Promise<ExplainedPass> {
  return { name, listing: await readListing(file, nameLimit), tables: record?.tables ?? null, isFinal }
}

function writePage(file: string, explanation: Explanation): void {
  const destination = outputFile(file)
  try {
    destination.write(Buffer.from(explanationAsHtml(explanation)))
  } catch (error) {
    destination.abandon()
    throw error
  }
  destination.commit()
}

/** Text whose names are Latin-1, and whose own words have a character or two beyond. */
function bytesOfText(text: string): Buffer {
  return Buffer.concat(
    text.split(/([\u0100-\uffff]+)/).map((part, i) => Buffer.from(part, i % 2 === 0 ? 'latin1' : 'utf8')),
  )
}

/** Work that takes longer than this is worth a word, in milliseconds. */
const PATIENCE = 2000

/** Says on a terminal what a long run is at. */
class Progress {
  private readonly isWanted = isatty(STDERR)
  private isShown = false

  show(what: string): void {
    if (!this.isWanted || performance.now() < PATIENCE) return
    writeError(`\rkallsyms explain: ${what}…\x1b[K`)
    this.isShown = true
  }

  clear(): void {
    if (this.isShown) writeError('\r\x1b[K')
    this.isShown = false
  }
}
