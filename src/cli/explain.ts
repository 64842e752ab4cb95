/** `kallsyms explain`: finds out why the passes of a link differ. Loaded only when called. */
import fs from 'node:fs'
import path from 'node:path'
import type { Dialect } from '../dialect/dialect.js'
import { KallsymsError } from '../errors.js'
import { type ExplainedBuild, type ExplainedPass, explain } from '../explain/explain.js'
import type { Explanation } from '../explain/explanation.js'
import { explanationAsHtml } from '../explain/html.js'
import { explanationAsText } from '../explain/text.js'
import { buildFacts } from '../kbuild/build-facts.js'
import { configuredOptions } from '../kbuild/configured-options.js'
import { optionName } from '../report/option-name.js'
import { configurationOf, treeOf } from './build-directory.js'
import { flagOf, generateOptions } from './c-options.js'
import { chooseDialect } from './choose-dialect.js'
import { type ExplainFlags, explainCommand } from './explain-command.js'
import { type FoundMap, findLink } from './find-passes.js'
import { ClosedPipe, standardOutput, writeError } from './io.js'
import type { PassRecord } from './journal.js'
import { readListing } from './listings.js'
import { writeNotes } from './messages.js'
import { outputFile, PAGE } from './output-file.js'
import { Progress } from './progress.js'
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
  if (flags.html === '-') throw new KallsymsError('usage', '--html needs the name of a file')
  // Opened before the work: --html without a file of its own takes the first map for it.
  const page = flags.html === undefined ? null : outputFile(flags.html, PAGE, operands)
  let explanation: Explanation
  try {
    explanation = await explainOperands(operands, flags)
    page?.write(Buffer.from(explanationAsHtml(explanation)))
  } catch (error) {
    page?.abandon()
    throw error
  }
  page?.commit()
  try {
    standardOutput().write(flags.json ? asJson(explanation) : asText(explanation, flags.all === true))
  } catch (error) {
    // The reader has closed the pipe; the exit status is that of the findings.
    if (!(error instanceof ClosedPipe)) throw error
  }
  return explanation.verdict.isConsistent ? CONSISTENT : NOT_CONSISTENT
}

/** Explains the maps of the passes, or those in one directory. */
async function explainOperands(operands: readonly string[], flags: ExplainFlags): Promise<Explanation> {
  const [first = ''] = operands
  const folder =
    operands.length === 1 && fs.statSync(first, { throwIfNoEntry: false })?.isDirectory() ? first : null
  const { maps, older } =
    folder === null
      ? { maps: namedFiles(operands, flags.morePasses === true), older: null }
      : findLink(folder)
  if (older !== null) {
    writeError(
      `kallsyms explain: ${older} is older than the map of the pass before it, and is left out as that of an earlier ` +
        'link; if the clock was set back in between, give the maps instead of the directory\n',
    )
  }
  if (maps.length < 2) {
    throw new KallsymsError(
      'usage',
      folder === null
        ? 'give the maps of at least two passes, or the output directory of a build'
        : `${folder} has only one pass, ${maps[0]?.name}: there is nothing to compare`,
    )
  }
  const build = buildOf(maps, folder, flags)
  const progress = new Progress('kallsyms explain')
  const passes: ExplainedPass[] = []
  try {
    for (const map of maps) {
      progress.show(`reading ${map.name}`)
      passes.push(await passOf(map, build.dialect))
    }
    return explain(passes, build, what => progress.show(what))
  } finally {
    progress.clear()
  }
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
  const { all: _, json: __, html: ___, morePasses: ____, ...given } = flags
  const extra = Object.keys(given)
  if (extra.length > 0) {
    throw new KallsymsError(
      'usage',
      `kernel and options come from the journal of the build: leave out ${extra.map(optionName).join(' ')}`,
    )
  }
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
      ...(flags.stabilise && { stabilise: flags.stabilise }),
      ...(flags.holdSizes && { holdSizes: true }),
    },
    chosenBy: chosen.by,
  }
}

async function passOf({ file, name, record, isFinal }: FoundMap, dialect: Dialect): Promise<ExplainedPass> {
  const listing = await readListing(file, file === '-' ? STANDARD_INPUT : file, dialect.nameLimit)
  const { filtersMap, removedTypes } = buildFacts(dialect)
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
  const text = explanationAsText(encoded, { all, paint: terminal().paint })
  // The ellipsis is the only other character of ours that is not ASCII.
  return Buffer.from(text.replaceAll('…', utf8('…')), 'latin1')
}
