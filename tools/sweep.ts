/**
 * `npm run sweep`: links miniature kernels over whole ranges of paddings, with every linker, dialect and strategy.
 *
 * Whether a build with exact tables fails at a padding is chance, so only a sweep measures a strategy. The tests link a
 * few paddings each; this links all of them and checks what each strategy guarantees.
 */
import { writeFileSync } from 'node:fs'
import { Command, InvalidArgumentError } from 'commander'
import { findRelease } from '../src/dialect/resolve.js'
import { addsLabelsLate } from '../src/kbuild/build-facts.js'
import { STANDARD_PASSES } from '../src/kbuild/passes.js'
import { BuildDirectory } from '../src/lab/links/build-directory.js'
import { LAYOUTS, TYPE_FLIP } from '../src/lab/links/layouts.js'
import { MOST_PASSES, type Outcome, settledWithin } from '../src/lab/links/outcomes.js'
import { missingFrom, TOOLCHAINS } from '../src/lab/links/toolchains.js'
import { alignColumns } from '../test/support/columns.js'
import { FUNCTIONS } from '../test/support/functions.js'
import { EXACT, LITERAL, STABLE, STRATEGIES } from '../test/support/strategies.js'
import { type Kind, outcomes } from '../test/system/links/measure.js'

/** One line of the table. */
interface Row {
  readonly toolchain: string
  readonly layout: string
  readonly kernel: string
  readonly strategy: string
  readonly tried: number
  readonly afterStandard: number
  readonly afterMost: number
  /** Passes of the slowest build; null if one did not converge. */
  readonly worst: number | null
  /** Least and most bytes of the tables in the last pass. */
  readonly bytes: readonly [number, number]
  /** The guarantee that does not hold; null if all do. */
  readonly broken: string | null
}

const KERNELS: readonly string[] = ['3.3.8', '5.4.18', '6.1.20', '6.6.17', '6.12.117', '7.1.5']

/** A quick sweep links every such padding. */
const QUICK_STEP = 16

interface Named {
  readonly name: string
  readonly about?: string
}

/** Parses an option whose value is a list of names, separated by commas. */
function choice<Thing extends Named>(things: readonly Thing[]): (text: string) => Thing[] {
  return text =>
    text.split(',').map(name => {
      const thing = things.find(each => each.name === name)
      if (thing === undefined) throw new InvalidArgumentError(`Possible names: ${names(things)}.`)
      return thing
    })
}

function names(things: readonly Named[]): string {
  return things.map(({ name }) => name).join(', ')
}

function kernels(text: string): string[] {
  const versions = text.split(',')
  try {
    versions.forEach(findRelease)
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message)
  }
  return versions
}

function legend(title: string, things: readonly Named[]): string {
  const width = Math.max(...things.map(({ name }) => name.length))
  return `\n${title}:\n${things.map(({ name, about }) => `  ${name.padEnd(width)}  ${about}\n`).join('')}`
}

const program = new Command('npm run sweep --')
  .description(
    'Links miniature kernels whose symbol table depends on their layout, pass by pass as the kernel build does, and ' +
      'counts those that converge.',
  )
  .option('--toolchain <names>', `some of ${names(TOOLCHAINS)}`, choice(TOOLCHAINS), [...TOOLCHAINS])
  .option('--layout <names>', `some of ${names(LAYOUTS)}`, choice(LAYOUTS), [...LAYOUTS])
  .option('--kernel <versions>', 'target kernels', kernels, [...KERNELS])
  .option('--strategy <names>', `some of ${names(STRATEGIES)}`, choice(STRATEGIES), [...STRATEGIES])
  .option('--quick', `only every ${QUICK_STEP}th padding`)
  .option('--json <file>', 'write the table, and the passes of every link, to a file')
  .configureHelp({ optionDescription: option => option.description })
  .addHelpText(
    'after',
    `${legend('Toolchains', TOOLCHAINS)}${legend('Layouts', LAYOUTS)}
Without options it links all combinations: about 40 minutes on two cores, with --quick about 5.
Exit status: 1 if a guarantee does not hold or a linker is missing.

Examples:
  npm run sweep -- --quick
  npm run sweep -- --toolchain x86-64,powerpc --kernel 5.4.18 --json sweep.json
  npm run sweep -- --layout type-flip --strategy exact,literal`,
  )
  .parse()
const options = program.opts<{
  toolchain: typeof TOOLCHAINS
  layout: typeof LAYOUTS
  kernel: string[]
  strategy: typeof STRATEGIES
  quick?: true
  json?: string
}>()

const rows: (Row & { readonly outcomes: readonly Outcome[] })[] = []
let isInterrupted = false
process.once('SIGINT', () => {
  isInterrupted = true
})
const directory = await BuildDirectory.open(FUNCTIONS)
try {
  const kinds = wanted()
  for (const [i, kind] of kinds.entries()) {
    progress(`${i + 1} of ${kinds.length}: ${labels(kind).join(' ')}`)
    const all = await outcomes(directory, kind, paddingsOf(kind))
    rows.push({ ...rowOf(kind, all), outcomes: all })
    if (isInterrupted) break
  }
  if (isInterrupted || rows.length === 0 || rows.some(({ broken }) => broken !== null)) process.exitCode = 1
} catch (error) {
  // On a terminal Ctrl-C reaches the linkers too, whose failure is not reported then.
  if (!isInterrupted) console.error(`\nsweep: ${(error as Error).message}`)
  process.exitCode = 1
} finally {
  await directory.close()
}
progress('')
printTable(rows)
if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(rows, null, 1)}\n`)

/** The combinations to link on this machine. */
function wanted(): Kind[] {
  const present = options.toolchain.filter(toolchain => {
    const missing = missingFrom(toolchain)
    if (missing === null) return true
    console.error(`sweep: ${toolchain.name} is skipped: ${missing}`)
    process.exitCode = 1
    return false
  })
  const all = present.flatMap(toolchain =>
    options.layout.flatMap(layout =>
      options.kernel.flatMap(kernel =>
        options.strategy.map(strategy => ({ toolchain, layout, kernel, strategy })),
      ),
    ),
  )
  return all.filter(({ toolchain, layout, kernel }) => layout.suits(toolchain, findRelease(kernel).dialect))
}

function paddingsOf({ layout }: Kind): readonly number[] {
  return options.quick ? layout.paddings.filter((_, i) => i % QUICK_STEP === QUICK_STEP - 1) : layout.paddings
}

function labels({ toolchain, layout, kernel, strategy }: Kind): [string, string, string, string] {
  return [toolchain.name, layout.name, kernel, strategy.name]
}

function rowOf(kind: Kind, all: readonly Outcome[]): Row {
  const [toolchain, layout, kernel, strategy] = labels(kind)
  const passes = all.map(({ settled }) => settled)
  const bytes = all.map(outcome => outcome.bytes.at(-1) as number)
  const counts = {
    tried: all.length,
    afterStandard: settledWithin(all, STANDARD_PASSES),
    afterMost: settledWithin(all, MOST_PASSES),
  }
  return {
    toolchain,
    layout,
    kernel,
    strategy,
    ...counts,
    worst: passes.includes(null) ? null : Math.max(...(passes as number[])),
    bytes: [Math.min(...bytes), Math.max(...bytes)],
    broken: brokenGuarantee(kind, counts),
  }
}

/**
 * The guarantee that does not hold, or null. With held sizes every build converges. With headroom too, the builds of
 * these layouts converge in the standard passes, since their changes can be estimated from the map.
 */
function brokenGuarantee(
  { layout, kernel, strategy }: Kind,
  { tried, afterStandard, afterMost }: Pick<Row, 'tried' | 'afterStandard' | 'afterMost'>,
): string | null {
  const isTypesAlone = layout === TYPE_FLIP && !addsLabelsLate(findRelease(kernel).dialect)
  const inStandard = strategy === STABLE || (strategy === LITERAL && isTypesAlone)
  if (inStandard && afterStandard < tried) return `not all in ${STANDARD_PASSES} passes`
  if (strategy.options.holdSizes && afterMost < tried) return 'not all converge'
  // Then the layout tests nothing.
  if (strategy === EXACT && !options.quick && afterStandard === tried) return 'exact tables always converge'
  return null
}

/** One line on a terminal, replaced by the next one. */
function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`)
}

function printTable(rows: readonly Row[]): void {
  const lines = rows.map(row => [
    row.toolchain,
    row.layout,
    row.kernel,
    row.strategy,
    String(row.tried),
    String(row.afterStandard),
    String(row.afterMost),
    row.worst === null ? 'never' : String(row.worst),
    row.bytes[0] === row.bytes[1] ? String(row.bytes[0]) : row.bytes.join('-'),
    row.broken ?? '',
  ])
  const head = 'toolchain,layout,kernel,strategy,paddings,after 2,after 6,most passes,bytes,'.split(',')
  process.stdout.write(alignColumns([head, ...lines]))
}
