/** The figures as aligned tables, for a terminal or a plain mail. */
import { aligned, type Paint } from '../../report/terminal.js'
import type { Results } from '../results/results.js'
import {
  COLUMNS,
  INCOMPLETE,
  inputText,
  LINKS_TITLE,
  linkTable,
  meaningIn,
  notesOf,
  parametersText,
  precisionText,
  TIME_COLUMNS,
  tableOf,
  timeTableOf,
} from './report-rows.js'

export function resultsAsText(results: Results, paint: Paint): string {
  const { inputs, links, parameters, times, isComplete } = results
  const lines: string[] = isComplete ? [] : [paint.bad(INCOMPLETE), '']
  for (const input of inputs) {
    lines.push(paint.strong(inputText(input)), ...table(tableOf(results, input.name), paint), '')
    const times = timeTableOf(results, input.name)
    if (times) lines.push(...table(times, paint), '')
  }
  if (links) {
    lines.push(paint.strong(`real links: ${LINKS_TITLE}`), ...table(linkTable(results), paint), '')
  }
  lines.push(paint.weak(parametersText(parameters)), paint.weak(precisionText(parameters)))
  for (const note of notesOf(results)) lines.push(paint.weak(note))
  const columns = times.length > 0 ? [...COLUMNS, ...TIME_COLUMNS] : COLUMNS
  const width = Math.max(...columns.map(([head]) => head.length))
  lines.push(
    '',
    ...columns.map(([head, meaning]) => paint.weak(`${head.padEnd(width)}  ${meaningIn(meaning, results)}`)),
  )
  return `${lines.join('\n')}\n`
}

function table(rows: readonly (readonly string[])[], paint: Paint): string[] {
  const [head = '', ...body] = aligned(rows)
  return [paint.weak(head), ...body]
}
