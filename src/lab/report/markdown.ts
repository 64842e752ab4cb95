/** The results as Markdown, for a mail, a bug report or a README. */
import type { Results } from '../results/results.js'
import { figureRows, linkRows, timeRows } from './report-rows.js'
import { INCOMPLETE, inputTitle, LINKS_TITLE, notesOf, parametersText, precisionText } from './report-text.js'

export function resultsAsMarkdown(results: Results): string {
  const { inputs, links, parameters, isComplete } = results
  const parts: string[] = isComplete ? [] : [`**${INCOMPLETE}**`]
  for (const input of inputs) {
    parts.push(`${escaped(inputTitle(input))}:`, table(figureRows(results, input.name)))
    const times = timeRows(results, input.name)
    if (times) parts.push(table(times))
  }
  if (links) {
    parts.push(`Real links, ${LINKS_TITLE}:`, table(linkRows(results)))
  }
  parts.push(escaped(`${parametersText(parameters)}; ${precisionText(results)}.`))
  const notes = notesOf(results)
  if (notes.length > 0) parts.push(notes.map(note => `- ${escaped(note)}`).join('\n'))
  return `${parts.join('\n\n')}\n`
}

function table([headings = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`
  const rule = `|${headings.map((_, i) => (i === 0 ? '---' : '---:')).join('|')}|`
  return [line(headings), rule, ...rows.map(line)].join('\n')
}

function escaped(text: string): string {
  return text.replace(/[|<>*_`[\]\\]/g, '\\$&')
}
