/** An explanation as text, by default short enough for one screen. */
import { signed } from '../report/numbers.js'
import { aligned, type Paint } from '../report/terminal.js'
import { printable } from '../symbols/quoted.js'
import type { Cause, ChangedSymbol, Explanation, PassFacts, Place, Step } from './explanation.js'
import { madeAs, movedText, shortened } from './phrases.js'

export interface TextOptions {
  /** Whether everything is listed, and not the first of each kind alone. */
  readonly all: boolean
  readonly paint: Paint
}

/** How many are listed of each kind. */
const FEW = 3

export function explanationAsText(explanation: Explanation, options: TextOptions): string {
  const { passes, verdict, steps, advice } = explanation
  const { paint, all } = options
  // One screen has room for the last step that says something; the sizes of the others are in the table.
  const weighty = steps.filter(({ causes }) => causes.length > 0)
  const told = all ? steps : (weighty.length > 0 ? weighty : steps).slice(-1)
  const untold = steps.length - told.length
  return [
    (verdict.isConsistent ? paint.good : paint.bad)(paint.strong(verdict.text)),
    paint.weak(`(${madeAs(explanation)})`),
    '',
    ...sizeTable(passes, options),
    ...told.flatMap(step => ['', ...stepLines(step, options)]),
    ...(untold > 0
      ? [paint.weak(`(${untold} more ${untold === 1 ? 'step' : 'steps'} between passes: --all)`)]
      : []),
    ...(advice.length > 0
      ? ['', paint.strong('what to do:'), ...advice.flatMap(({ text }) => wrapped(text, '  -'))]
      : []),
    '',
  ].join('\n')
}

/** Columns of a screen. */
const WIDTH = 80

/** Words in lines that fit, behind a first word; further lines begin below what follows it. */
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
const LONGEST_NAME = 24

/** So many passes a screen is wide enough for. */
const MOST_PASSES = 5

function sizeTable(every: readonly PassFacts[], { paint, all }: TextOptions): string[] {
  const passes = all ? every : every.slice(-MOST_PASSES)
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
  const rooms = passes.map(({ room }) => room)
  const kept = passes.map(({ symbols }) => symbols.kept)
  const row = (label: string, values: readonly number[]): string[] => [
    label,
    ...values.map(String),
    signed(change(values)),
  ]
  const lines = aligned([
    ['bytes', ...passes.map(({ name }) => shortened(name, LONGEST_NAME)), 'last step'],
    ...shown.map(({ label, sizes: values }) => row(label, values)),
    row('all tables', sums),
    // What moves the rest of the image, and so decides.
    row('room of them all', rooms),
    row('symbols', kept),
  ])
  const same = labels.length - shown.length
  const left = every.length - passes.length
  return [
    paint.strong(lines[0] as string),
    ...lines.slice(1),
    ...(same > 0 ? [paint.weak(`${same} other tables have one size`)] : []),
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
      ? 'as large as'
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
    ...(step.interaction === 0
      ? []
      : [`${figure(step.interaction)}  what these do together, beyond what each does alone`]),
    ...(step.causes.length > 1 ? [`${figure(bytes)}  in all`] : []),
    ...movedLine(step, figure(0), options),
  ]
}

function movedLine({ moved }: Step, figure: string, { all }: TextOptions): string[] {
  if (moved.length === 0) return []
  return wrapped(movedText(moved.map(printable), all ? moved.length : FEW), `${figure} `)
}

function symbolLines({ symbols }: Cause, indent: number, { all, paint }: TextOptions): string[] {
  const some = all ? symbols : symbols.slice(0, FEW)
  const rest = symbols.length - some.length
  const blanks = ' '.repeat(indent)
  return [
    ...some.map(symbol => `${blanks}${symbolText(symbol)}`),
    ...(rest > 0 ? [paint.weak(`${blanks}and ${rest} more (--all)`)] : []),
  ]
}

function symbolText(symbol: ChangedSymbol): string {
  const { before, after, linker } = symbol
  const name = printable(symbol.name)
  if (before?.inTable && after?.inTable) {
    const beside = [before, after].some(place => place.beside !== null)
      ? `, beside ${neighbour(before)} > ${neighbour(after)}`
      : ''
    return `${before.letter} > ${after.letter}  ${name}  ${before.address} > ${after.address}${beside}`
  }
  const [out, place] = after?.inTable ? [before, after] : [after, before as Place]
  const was = out ? ` (${after?.inTable ? 'was' : 'now'} ${placeText(out)})` : ''
  const maker = linker ? `, as ${linker} names them` : ''
  return `${after?.inTable ? 'in ' : 'out'}  ${name}  ${placeText(place)}${was}${maker}`
}

function neighbour({ beside }: Place): string {
  return beside === null ? 'nothing' : printable(beside)
}

function placeText({ letter, address, beside }: Place): string {
  return `${letter} ${address}${beside === null ? '' : ` beside ${printable(beside)}`}`
}
