/** The results as aligned text, for a terminal or a plain-text mail. */
import { aligned, type Paint } from '../../report/terminal.js'
import type { Results } from '../results/results.js'
import { figureRows, linkRows, timeRows } from './report-rows.js'
import {
  INCOMPLETE,
  inputTitle,
  LINKS_TITLE,
  legendOf,
  notesOf,
  parametersText,
  precisionText,
} from './report-text.js'

export function resultsAsText(results: Results, paint: Paint): string {
  const { inputs, links, parameters, isComplete } = results
  const lines: string[] = isComplete ? [] : [paint.bad(INCOMPLETE), '']
  for (const input of inputs) {
    lines.push(paint.strong(inputTitle(input)), ...table(figureRows(results, input.name), paint), '')
    const times = timeRows(results, input.name)
    if (times) lines.push(...table(times, paint), '')
  }
  if (links) {
    lines.push(paint.strong(`real links: ${LINKS_TITLE}`), ...table(linkRows(results), paint), '')
  }
  lines.push(paint.weak(parametersText(parameters)), paint.weak(precisionText(results)))
  for (const note of notesOf(results)) lines.push(paint.weak(note))
  const legend = legendOf(results)
  const width = Math.max(...legend.map(([heading]) => heading.length))
  lines.push('', ...legend.map(([heading, meaning]) => paint.weak(`${heading.padEnd(width)}  ${meaning}`)))
  return `${lines.join('\n')}\n`
}

function table(rows: readonly (readonly string[])[], paint: Paint): string[] {
  const [headings = '', ...body] = aligned(rows)
  return [paint.weak(headings), ...body]
}
