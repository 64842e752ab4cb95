/** The figures as Markdown, to paste into a mail, a report or a README. */
import type { Results } from '../results/results.js'
import {
  INCOMPLETE,
  inputText,
  LINKS_TITLE,
  linkTable,
  notesOf,
  parametersText,
  precisionText,
  tableOf,
  timeTableOf,
} from './report-rows.js'

export function resultsAsMarkdown(results: Results): string {
  const { inputs, links, parameters, isComplete } = results
  const parts: string[] = isComplete ? [] : [`**${INCOMPLETE}**`]
  for (const input of inputs) {
    parts.push(`${escaped(inputText(input))}:`, table(tableOf(results, input.name)))
    const times = timeTableOf(results, input.name)
    if (times) parts.push(table(times))
  }
  if (links) {
    parts.push(`Real links, ${LINKS_TITLE}:`, table(linkTable(results)))
  }
  parts.push(escaped(`${parametersText(parameters)}; ${precisionText(parameters)}.`))
  const notes = notesOf(results)
  if (notes.length > 0) parts.push(notes.map(note => `- ${escaped(note)}`).join('\n'))
  return `${parts.join('\n\n')}\n`
}

function table([heads = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`
  const rule = `|${heads.map((_, i) => (i === 0 ? '---' : '---:')).join('|')}|`
  return [line(heads), rule, ...rows.map(line)].join('\n')
}

function escaped(text: string): string {
  return text.replace(/[|<>*_`[\]\\]/g, '\\$&')
}
