/** `kallsyms explain`: finds out why the passes of a link differ. Loaded only when called. */
import fs from 'node:fs'
import path from 'node:path'
import packageJson from '../../package.json' with { type: 'json' }
import { KallsymsError } from '../errors.js'
import { type BundledBuild, bundleAsJson, readBundle } from '../explain/bundle.js'
import { type ExplainedBuild, type ExplainedPass, explain } from '../explain/explain.js'
import type { Explanation } from '../explain/explanation.js'
import { explanationAsHtml } from '../explain/html.js'
import { isSameAnswer, scramblers } from '../explain/scramble.js'
import { explanationAsText } from '../explain/text.js'
import { resolveOptions } from '../generate/options.js'
import { buildFacts } from '../kbuild/build-facts.js'
import { configuredOptions } from '../kbuild/configured-options.js'
import { optionName } from '../report/option-name.js'
import { printable } from '../symbols/quoted.js'
import { configurationOf, toolVersions, treeOf } from './build-directory.js'
import { isBundle, packBundle, readBundleFile } from './bundle-file.js'
import { flagOf, generateOptions } from './c-options.js'
import { chooseDialect } from './choose-dialect.js'
import { type ExplainFlags, explainCommand } from './explain-command.js'
import { type FoundMap, findLink } from './find-passes.js'
import { asIoError, ClosedPipe, type Destination, standardOutput, writeError } from './io.js'
import type { PassRecord } from './journal.js'
import { readListing } from './listings.js'
import { writeNotes } from './messages.js'
import { BUNDLE, beginOf, EXPLAIN_PAGE, type OutputKind, outputFile, requireDistinct } from './output-file.js'
import { Progress } from './progress.js'
import { stableOptions } from './stable-options.js'
import { runSubcommand, WRONG_USAGE } from './subcommand.js'
import { terminal } from './terminal.js'

/** Exit statuses. */
const CONSISTENT = 0
const NOT_CONSISTENT = 1

const STANDARD_INPUT = 'standard input'

/** Runs the command; returns its exit status. */
export async function runExplain(args: readonly string[]): Promise<number> {
  return runSubcommand(explainCommand(), args, explainFiles, WRONG_USAGE)
}

async function explainFiles(operands: readonly string[], flags: ExplainFlags): Promise<number> {
  if (operands.filter(operand => operand === '-').length > 1) {
    throw new KallsymsError('usage', 'only one map can come from standard input: give files for the others')
  }
  for (const option of ['html', 'bundle'] as const) {
    if (flags[option] === '-') throw new KallsymsError('usage', `--${option} needs the name of a file`)
  }
  if ((flags.scrambleNames || flags.note) && flags.bundle === undefined) {
    const option = flags.note ? '--note' : '--scramble-names'
    throw new KallsymsError('usage', `${option} is about a bundle: give --bundle FILE too`)
  }
  requireDistinct({ '--html': flags.html, '--bundle': flags.bundle })
  // Opened before the work: an option without a file of its own takes the first map for it.
  const outputs: Destination[] = []
  const open = (file: string | undefined, kind: OutputKind): Destination | null => {
    const output = file === undefined ? null : outputFile(file, kind, operands)
    if (output) outputs.push(output)
    return output
  }
  const progress = new Progress('kallsyms explain')
  let explanation: Explanation
  let notes: readonly string[]
  try {
    const page = open(flags.html, EXPLAIN_PAGE)
    const bundle = open(flags.bundle, BUNDLE)
    const bundled = await bundledBuild(operands, flags, progress)
    notes = bundled.notes
    explanation = explain(bundled.passes, bundled.build, what => progress.show(what))
    page?.write(Buffer.from(explanationAsHtml(explanation)))
    bundle?.write(packBundle(bundleText(bundled, explanation, flags.scrambleNames === true, progress)))
  } catch (error) {
    for (const output of outputs) output.abandon()
    throw error
  } finally {
    progress.clear()
  }
  for (const output of outputs) output.commit()
  try {
    const text = flags.json ? asJson(explanation) : asText(explanation, notes, flags.all === true)
    standardOutput().write(text)
  } catch (error) {
    // The reader has closed the pipe; the exit status is that of the findings.
    if (!(error instanceof ClosedPipe)) throw error
  }
  return explanation.verdict.isConsistent ? CONSISTENT : NOT_CONSISTENT
}

/** The JSON of a bundle, which gives the same answer as what it was made from. */
function bundleText(
  bundled: BundledBuild,
  explanation: Explanation,
  scrambles: boolean,
  progress: Progress,
): string {
  if (!scrambles) return bundleAsJson(bundled)
  const { dialect, options } = bundled.build
  const notes = [...bundled.notes, 'the names of the symbols are scrambled']
  const passes = explanation.doubts.length === 0 ? withTables(bundled.passes, explanation) : bundled.passes
  for (const rename of scramblers(dialect, resolveOptions({ ...options, dialect }).labels)) {
    progress.show('scrambling names')
    const json = bundleAsJson({ ...bundled, passes, notes }, rename)
    const read = readBundle(json)
    const answer = explain(read.passes, read.build)
    if (isSameAnswer(answer, explanation) && answer.doubts.length === explanation.doubts.length) return json
  }
  throw new KallsymsError(
    'differs',
    'with other names the explanation is another one: leave out --scramble-names, or send the output of --json',
  )
}

/** Other names do not give tables of the same bytes, and the labels in the maps show those of the true ones. */
function withTables(passes: readonly ExplainedPass[], explanation: Explanation): ExplainedPass[] {
  const skipped = passes.length - explanation.passes.length
  return passes.map((pass, i) => {
    const tables = explanation.passes[i - skipped]?.tables
    if (pass.tables || !tables) return pass
    return {
      ...pass,
      tables: tables.map(({ label, bytes, room }) => ({ label, bytes, padding: room - bytes })),
    }
  })
}

/** What the operands name: a bundle, the maps of the passes, or the maps in one directory. */
async function bundledBuild(
  operands: readonly string[],
  flags: ExplainFlags,
  progress: Progress,
): Promise<BundledBuild> {
  const [first = ''] = operands
  requireThere(operands)
  const only = operands.length === 1 ? fs.statSync(first, { throwIfNoEntry: false }) : undefined
  const bundle = operands.find(file => isRegular(file) && isBundle(beginOf(file)))
  if (bundle !== undefined) {
    if (!only) throw new KallsymsError('usage', `${bundle} is a bundle, which has all maps: give it alone`)
    requireNoMore(flags, 'the bundle')
    const bundled = readBundleFile(first)
    return { ...bundled, notes: [...bundled.notes, ...(flags.note ?? [])] }
  }
  const folder = only?.isDirectory() ? first : null
  const { maps, leftOut } =
    folder === null
      ? { maps: namedFiles(operands, flags.morePasses === true), leftOut: [] }
      : findLink(folder)
  for (const fault of leftOut) writeError(`kallsyms explain: ${fault}\n`)
  if (maps.length < 2) {
    throw new KallsymsError(
      'usage',
      folder === null
        ? 'give the maps of at least two passes, or the output directory of a build'
        : `${folder} has only one pass, ${maps[0]?.name}: there is nothing to compare`,
    )
  }
  const build = { ...buildOf(maps, folder, flags), goesOn: flags.morePasses === true }
  const passes: ExplainedPass[] = []
  for (const map of maps) {
    progress.show(`reading ${map.name}`)
    passes.push(await passOf(map, build))
  }
  const versions = folder === null ? [] : toolVersions(folder)
  const notes = [`kallsyms ${packageJson.version}`, ...versions, ...(flags.note ?? [])]
  return { passes, build, notes: flags.bundle === undefined ? [] : notes }
}

/** A name that is misspelt is told before anything that depends on what the files are. */
function requireThere(operands: readonly string[]): void {
  for (const file of operands) {
    if (file === '-') continue
    try {
      fs.statSync(file)
    } catch (error) {
      throw asIoError(error as NodeJS.ErrnoException, file)
    }
  }
}

function isRegular(file: string): boolean {
  return fs.statSync(file, { throwIfNoEntry: false })?.isFile() === true
}

/**
 * The maps on the command line, named by the last part of their paths where these differ.
 *
 * @param endsWithPass whether a table is made from the last one too; otherwise it is the map of the final image
 */
function namedFiles(files: readonly string[], endsWithPass: boolean): FoundMap[] {
  const short = files.map(file => (file === '-' ? STANDARD_INPUT : path.basename(file)))
  const names = new Set(short).size === files.length ? short : files
  return files.map((file, i) => {
    const isFinal = i === files.length - 1 && !endsWithPass
    return { file, name: names[i] as string, record: null, isFinal }
  })
}

/** How the tables were made: by the journal; else by options, tree and configuration. */
function buildOf(maps: readonly FoundMap[], folder: string | null, flags: ExplainFlags): ExplainedBuild {
  const records = maps.flatMap(({ record }) => (record ? [record] : []))
  return records.length > 0 ? recordedBuild(records, flags) : describedBuild(folder, flags)
}

/** @throws {KallsymsError} where the passes are not those of one link, or options are given too */
function recordedBuild(records: readonly PassRecord[], flags: ExplainFlags): ExplainedBuild {
  // A journal does not tell whether its last map is that of the final image.
  requireNoMore(flags, 'the journal of the build', [...OF_OUTPUT, 'morePasses'])
  const [first] = records as [PassRecord]
  const gap = records.findIndex(({ pass }, i) => pass !== first.pass + i)
  if (gap >= 0) {
    throw new KallsymsError(
      'io',
      `pass ${first.pass + gap} is missing from the journal or damaged: link again (rm vmlinux, and make)`,
    )
  }
  const madeWith = ({ dialect, options }: PassRecord): string => JSON.stringify([dialect, options])
  const other = records.find(record => madeWith(record) !== madeWith(first))
  if (other) {
    throw new KallsymsError(
      'io',
      `passes ${first.pass} and ${other.pass} of the journal were made with different options: link again (rm vmlinux, ` +
        'and make)',
    )
  }
  return { dialect: first.dialect, options: first.options, chosenBy: "the build's journal" }
}

/** Options that say what is printed, and not what is explained. */
const OF_OUTPUT = ['all', 'json', 'html', 'bundle', 'scrambleNames', 'note']

/** @throws {KallsymsError} for options about the build, which `source` tells */
function requireNoMore(flags: ExplainFlags, source: string, allowed: readonly string[] = OF_OUTPUT): void {
  const extra = Object.keys(flags).filter(flag => !allowed.includes(flag))
  if (extra.length === 0) return
  throw new KallsymsError(
    'usage',
    `kernel and options come from ${source}: leave out ${extra.map(optionName).join(' ')}`,
  )
}

/** @throws {KallsymsError} where the kernel is unknown */
function describedBuild(folder: string | null, flags: ExplainFlags): ExplainedBuild {
  const tree = folder === null ? null : treeOf(folder)
  const environment = tree === null ? process.env : { ...process.env, srctree: tree }
  const { kernel } = flags
  if (kernel === undefined && !environment.KALLSYMS_KERNEL && !environment.srctree) {
    throw new KallsymsError(
      'usage',
      'cannot determine the kernel version: give --kernel, and the options that its build gives the tool, such as ' +
        '--all-symbols with CONFIG_KALLSYMS_ALL',
    )
  }
  const chosen = chooseDialect(kernel, environment)
  writeNotes(chosen, 'kallsyms explain')
  const configured = folder === null ? [] : configuredOptions(chosen.dialect, configurationOf(folder))
  const set = Object.fromEntries(configured.map(option => [flagOf(option), true]))
  const { dialect: _, ...options } = generateOptions({ ...set, ...flags }, chosen)
  return {
    dialect: chosen.dialect,
    options: {
      ...options,
      ...stableOptions(flags),
    },
    chosenBy: chosen.by,
    ...(chosen.version !== null && { kernel: chosen.version }),
  }
}

async function passOf(
  { file, name, record, isFinal }: FoundMap,
  { dialect, kernel }: ExplainedBuild,
): Promise<ExplainedPass> {
  const listing = await readListing(file, file === '-' ? STANDARD_INPUT : file, dialect.nameLimit)
  const { filtersMap, removedTypes } = buildFacts(dialect, kernel)
  if (filtersMap && [...removedTypes].some(letter => listing.types.has(letter))) {
    throw new KallsymsError(
      'bad-input',
      `${file} is not filtered, and the build of this kernel filters its maps: give .syms or System.map, or run the ` +
        "tree's scripts/mksysmap on it",
    )
  }
  return { name, listing, tables: record?.made?.tables ?? null, isFinal }
}

function asJson(explanation: Explanation): Buffer {
  return Buffer.from(`${JSON.stringify(explanation, null, 2)}\n`)
}

/** Names of symbols are bytes, one character of Latin-1 each; all other text is printed as UTF-8. */
function asText(explanation: Explanation, notes: readonly string[], all: boolean): Buffer {
  const { dialect, passes, verdict, doubts, steps } = explanation
  // Names of files and what a bundle says may have control characters, which a terminal would obey.
  const utf8 = (text: string): string => Buffer.from(printable(text)).toString('latin1')
  const encoded = {
    ...explanation,
    dialect: utf8(dialect),
    passes: passes.map(pass => ({ ...pass, name: utf8(pass.name) })),
    verdict: { ...verdict, text: utf8(verdict.text) },
    doubts: doubts.map(utf8),
    steps: steps.map(step => ({ ...step, before: utf8(step.before), after: utf8(step.after) })),
  }
  const told = notes.map(note => `(${utf8(note)})\n`).join('')
  const text = told + explanationAsText(encoded, { all, paint: terminal().paint })
  // The ellipsis is the only other character of ours that is not ASCII.
  return Buffer.from(text.replaceAll('…', utf8('…')), 'latin1')
}
