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
import { explanationAsText } from '../explain/text.js'
import { optionName } from '../report/option-name.js'
import { COLOURED, PLAIN } from '../report/terminal.js'
import { requireText, spelledOut } from './arguments.js'
import { type CFlags, cOptionHelp, flagOf, generateOptions } from './c-options.js'
import { chooseDialect } from './choose-dialect.js'
import { speakThroughOurStreams } from './commander.js'
import { configuredOptions, type FoundMap, mapsIn, treeOf } from './find-passes.js'
import { ClosedPipe, outputFile, standardOutput, writeError } from './io.js'
import type { PassRecord } from './journal.js'
import { readListing } from './listings.js'
import { reportError } from './messages.js'
import { Progress } from './progress.js'

/** Exit statuses. */
const CONSISTENT = 0
const NOT_CONSISTENT = 1
const WRONG_USAGE = 2

const STDOUT = 1

const STANDARD_INPUT = 'standard input'

interface Flags extends CFlags {
  readonly kernel?: string
  readonly stabilise?: StableTypes
  readonly holdSizes?: boolean
  readonly stable?: boolean
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
      "the kernel that the maps are of; by default that of the build's folder",
    )
    .addOption(
      new Option('--stabilise [=literal|fold]', 'how the tables were stabilised').choices(STABLE_TYPES),
    )
    .option('--hold-sizes', 'sizes were held from pass to pass')
    .addOption(
      new Option('--stable', 'both were done, as by --stable').implies({
        stabilise: 'literal',
        holdSizes: true,
      }),
    )
    .optionsGroup("Options of the build's tool:")
  for (const option of OPTIONS) program.option(...cOptionHelp(option))
  program.helpOption('-h, --help', 'print this help').addHelpText('after', EXAMPLES)
  speakThroughOurStreams(program, 'see --help')
  try {
    requireText(args)
    program.parse(args.map(spelledOut), { from: 'user' })
    return await explainFiles(program.args, program.opts<Flags>())
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE
    if (error instanceof KallsymsError) writeError(`kallsyms explain: ${error.message}\n`)
    else if (!(error instanceof ClosedPipe)) reportError(error, 'the maps')
    return WRONG_USAGE
  }
}

async function explainFiles(operands: readonly string[], flags: Flags): Promise<number> {
  if (operands.filter(operand => operand === '-').length > 1) {
    throw new KallsymsError('usage', 'standard input has one map: give the others by their names')
  }
  if (flags.html === '-') throw new KallsymsError('usage', '--html takes the name of a file')
  const [first = ''] = operands
  const folder =
    operands.length === 1 && fs.statSync(first, { throwIfNoEntry: false })?.isDirectory() ? first : null
  const maps = folder === null ? namedFiles(operands) : mapsIn(folder)
  if (maps.length < 2) {
    throw new KallsymsError(
      'usage',
      folder === null
        ? 'one map does not tell what moves: give those of two passes, or the folder of a build'
        : `${folder} has one pass, ${maps[0]?.name}, which does not tell what moves`,
    )
  }
  const build = buildOf(maps, folder, flags)
  const progress = new Progress('kallsyms explain')
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
  try {
    standardOutput().write(flags.json ? asJson(explanation) : asText(explanation, flags.all === true))
  } catch (error) {
    // Nobody wants to read on; what was found stands.
    if (!(error instanceof ClosedPipe)) throw error
  }
  return explanation.verdict.isConsistent ? CONSISTENT : NOT_CONSISTENT
}

/**
 * Maps that were given, called by the last part of their names where those differ. One System.map at the end is the
 * build's final one.
 */
function namedFiles(files: readonly string[]): FoundMap[] {
  const short = files.map(file => (file === '-' ? STANDARD_INPUT : path.basename(file)))
  const names = new Set(short).size === files.length ? short : files
  const isSystemMap = (name: string): boolean => /^System\.map/.test(name)
  const hasOne = short.filter(isSystemMap).length === 1
  return files.map((file, i) => {
    const isFinal = i === files.length - 1 && hasOne && isSystemMap(short[i] as string)
    return { file, name: names[i] as string, record: null, isFinal }
  })
}

/** How the tables were made: as the journal says; else as the options say, and as the folder shows. */
function buildOf(maps: readonly FoundMap[], folder: string | null, flags: Flags): ExplainedBuild {
  const records = maps.flatMap(({ record }) => (record ? [record] : []))
  return records.length > 0 ? recordedBuild(records, flags) : toldBuild(folder, flags)
}

/** @throws {KallsymsError} where the records are not those of one link, or options say something else */
function recordedBuild(records: readonly PassRecord[], flags: Flags): ExplainedBuild {
  const { all: _, json: __, html: ___, ...given } = flags
  const extra = Object.keys(given)
  if (extra.length > 0) {
    throw new KallsymsError(
      'usage',
      `the journal tells the kernel and the options of the build: leave out ${extra.map(optionName).join(' ')}`,
    )
  }
  const [first] = records as [PassRecord]
  const gap = records.findIndex(({ pass }, i) => pass !== first.pass + i)
  if (gap >= 0) {
    throw new KallsymsError(
      'io',
      `pass ${first.pass + gap} is missing from the journal, or damaged: link anew (rm vmlinux)`,
    )
  }
  const madeWith = ({ dialect, options }: PassRecord): string => JSON.stringify([dialect, options])
  const other = records.find(record => madeWith(record) !== madeWith(first))
  if (other) {
    throw new KallsymsError(
      'io',
      `passes ${first.pass} and ${other.pass} of the journal were made with different options: link anew (rm vmlinux)`,
    )
  }
  return { dialect: first.dialect, options: first.options, chosenBy: "the build's journal" }
}

/** @throws {KallsymsError} where nothing tells the kernel */
function toldBuild(folder: string | null, flags: Flags): ExplainedBuild {
  const tree = folder === null ? null : treeOf(folder)
  const environment = tree === null ? process.env : { ...process.env, srctree: tree }
  const { kernel } = flags
  if (kernel === undefined && !environment.KALLSYMS_KERNEL && !environment.srctree) {
    throw new KallsymsError(
      'usage',
      'nothing tells of which kernel this is: give --kernel VERSION or TREE, and the options that its build gives the ' +
        'tool, such as --all-symbols with CONFIG_KALLSYMS_ALL',
    )
  }
  const chosen = chooseDialect(kernel, environment)
  const configured = folder === null ? [] : configuredOptions(folder, chosen.dialect.options)
  const set = Object.fromEntries(configured.map(option => [flagOf(option), true]))
  const { dialect: _, ...options } = generateOptions({ ...set, ...flags }, chosen)
  return {
    dialect: chosen.dialect,
    options: {
      ...options,
      ...(flags.stabilise && { stabilise: flags.stabilise }),
      ...(flags.holdSizes && { holdSizes: true }),
    },
    chosenBy: chosen.by,
  }
}

async function passOf(
  { file, name, record, isFinal }: FoundMap,
  { nameLimit, commandLine }: Dialect,
): Promise<ExplainedPass> {
  const listing = await readListing(file, file === '-' ? STANDARD_INPUT : file, nameLimit)
  // From 6.1 on the tool is given what earlier kernels only compare.
  if (commandLine === 'getopt' && listing.isUnfiltered) {
    throw new KallsymsError(
      'bad-input',
      `${file} has symbols that the build of such a kernel filters out before: give its .syms or System.map, or run the ` +
        "tree's scripts/mksysmap on it",
    )
  }
  return { name, listing, tables: record?.made?.tables ?? null, isFinal }
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

function asJson(explanation: Explanation): Buffer {
  return Buffer.from(`${JSON.stringify(explanation, null, 2)}\n`)
}

/** Names of symbols are bytes, each a character of Latin-1; all else is Unicode, and goes out as UTF-8. */
function asText(explanation: Explanation, all: boolean): Buffer {
  const { dialect, passes, verdict, steps } = explanation
  const utf8 = (text: string): string => Buffer.from(text).toString('latin1')
  const encoded = {
    ...explanation,
    dialect: utf8(dialect),
    passes: passes.map(pass => ({ ...pass, name: utf8(pass.name) })),
    verdict: { ...verdict, text: utf8(verdict.text) },
    steps: steps.map(step => ({ ...step, before: utf8(step.before), after: utf8(step.after) })),
  }
  const isColoured = isatty(STDOUT) && !process.env.NO_COLOR && process.env.TERM !== 'dumb'
  const text = explanationAsText(encoded, { all, paint: isColoured ? COLOURED : PLAIN })
  // The ellipsis is the only character of our own beyond.
  return Buffer.from(text.replaceAll('…', utf8('…')), 'latin1')
}
