/** An explanation as text, short enough for one screen unless all is asked for. */
import { signed } from '../report/numbers.js'
import { aligned, type Paint } from '../report/terminal.js'
import { printable } from '../symbols/quoted.js'
import type { Advice, Cause, Explanation, ListChange, PassFacts, Step } from './explanation.js'
import { listedText, listText, madeAs, movedText, shortened, symbolText } from './phrases.js'

export interface TextOptions {
  /** Whether everything is listed, not only the first of each kind. */
  readonly all: boolean
  readonly paint: Paint
}

/** How many symbols of each kind are listed. */
const FEW = 3

export function explanationAsText(explanation: Explanation, options: TextOptions): string {
  const { passes, verdict, doubts, steps, advice } = explanation
  const { paint, all } = options
  // A screen holds the last step that has a cause; the sizes of the others are in the table.
  const caused = steps.filter(({ causes, lists }) => causes.length > 0 || lists.length > 0)
  const shown = all ? steps : (caused.length > 0 ? caused : steps).slice(-1)
  const hidden = steps.length - shown.length
  return [
    (verdict.isConsistent ? paint.good : paint.bad)(paint.strong(verdict.text)),
    paint.weak(`(${madeAs(explanation)})`),
    ...doubts.flatMap(doubt => wrapped(doubt, 'note:')),
    '',
    ...sizeTable(passes, options),
    ...shown.flatMap(step => ['', ...stepLines(step, options)]),
    ...(hidden > 0
      ? [paint.weak(`(${hidden} more ${hidden === 1 ? 'step' : 'steps'} between passes: --all)`)]
      : []),
    ...adviceLines(advice, options),
    '',
  ].join('\n')
}

/** What is likely to help is of no use beside what is sure to. */
function adviceLines(advice: readonly Advice[], { all, paint }: TextOptions): string[] {
  if (advice.length === 0) return []
  const isSure = advice.some(({ tried }) => tried?.outcome === 'passes')
  const shown = advice.filter(({ tried }) => all || !isSure || tried?.outcome !== 'likely')
  return ['', paint.strong('what to do:'), ...shown.flatMap(({ text }) => wrapped(text, '  -'))]
}

/** Columns of a screen. */
const WIDTH = 80

/** Wraps words after a first one; further lines are indented to its end. */
function wrapped(text: string, first: string): string[] {
  const lines: string[] = []
  let line = first
  for (const word of text.split(' ')) {
    if (line.length + 1 + word.length > WIDTH && line.length > first.length) {
      lines.push(line)
      line = ' '.repeat(first.length)
    }
    line += ` ${word}`
  }
  return [...lines, line]
}

/** The longest heading of a column. */
const MAX_NAME = 24

/** As many passes as a screen is wide enough for. */
const MAX_PASSES = 5

function sizeTable(every: readonly PassFacts[], { paint, all }: TextOptions): string[] {
  const passes = all ? every : every.slice(-MAX_PASSES)
  const labels = (passes[0] as PassFacts).tables.map(({ label }) => label)
  const sizes = labels.map(label =>
    passes.map(pass => pass.tables.find(table => table.label === label)?.bytes ?? 0),
  )
  const differs = (row: readonly number[]): boolean => row.some(size => size !== row[0])
  const shown = labels.flatMap((label, i) => {
    const row = sizes[i] as number[]
    return all || differs(row) ? [{ label, sizes: row }] : []
  })
  const sums = passes.map(pass => pass.tables.reduce((sum, { bytes }) => sum + bytes, 0))
  const padded = passes.map(({ room }) => room)
  const kept = passes.map(({ symbols }) => symbols.kept)
  const row = (label: string, values: readonly number[]): string[] => [
    label,
    ...values.map(String),
    signed(change(values)),
  ]
  const lines = aligned([
    ['bytes', ...passes.map(({ name }) => shortened(name, MAX_NAME)), 'change'],
    ...shown.map(({ label, sizes: values }) => row(label, values)),
    row('total', sums),
    // This is what moves the rest of the image.
    row('total with padding', padded),
    row('symbols', kept),
  ])
  const same = labels.length - shown.length
  const left = every.length - passes.length
  return [
    paint.strong(lines[0] as string),
    ...lines.slice(1),
    ...(same > 0 ? [paint.weak(`${same} ${same === 1 ? 'table' : 'tables'} unchanged`)] : []),
    ...(left > 0 ? [paint.weak(`(${left} earlier passes: --all)`)] : []),
  ]
}

function change(sizes: readonly number[]): number {
  return (sizes.at(-1) as number) - (sizes.at(-2) as number)
}

function stepLines(step: Step, options: TextOptions): string[] {
  const { paint } = options
  const { bytes } = step
  const size =
    bytes === 0
      ? 'the same size as'
      : `${Math.abs(bytes)} ${Math.abs(bytes) === 1 ? 'byte' : 'bytes'} ${bytes > 0 ? 'larger' : 'smaller'} than`
  const figures = [...step.causes.map(cause => signed(cause.bytes)), signed(step.interaction), '0']
  const width = Math.max(...figures.map(figure => figure.length))
  const figure = (value: number): string => signed(value).padStart(width + 2)
  return [
    paint.strong(`why ${step.after} is ${size} ${step.before}:`),
    ...step.causes.flatMap(cause => [
      `${figure(cause.bytes)}  ${cause.text}`,
      ...symbolLines(cause, width + 6, options),
    ]),
    ...(step.interaction === 0 ? [] : [`${figure(step.interaction)}  interaction of these causes`]),
    ...(step.causes.length > 1 ? [`${figure(bytes)}  total`] : []),
    ...step.lists.flatMap(change => [
      `${figure(0)}  ${listText(change)}`,
      ...listLines(change, width + 6, options),
    ]),
    ...(step.lists.length > 0 ? [] : movedLine(step, figure(0), options)),
  ]
}

function movedLine({ moved }: Step, figure: string, { all }: TextOptions): string[] {
  if (moved.length === 0) return []
  return wrapped(movedText(moved.map(printable), all ? moved.length : FEW), `${figure} `)
}

function listLines({ code, symbols }: ListChange, indent: number, options: TextOptions): string[] {
  return fewLines(
    symbols.map(symbol => printable(listedText(code, symbol))),
    indent,
    options,
  )
}

function symbolLines({ symbols }: Cause, indent: number, options: TextOptions): string[] {
  return fewLines(symbols.map(symbolText), indent, options)
}

function fewLines(lines: readonly string[], indent: number, { all, paint }: TextOptions): string[] {
  const some = all ? lines : lines.slice(0, FEW)
  const rest = lines.length - some.length
  const blanks = ' '.repeat(indent)
  return [
    ...some.map(line => `${blanks}${line}`),
    ...(rest > 0 ? [paint.weak(`${blanks}and ${rest} more (--all)`)] : []),
  ]
}
