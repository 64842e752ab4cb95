/** The results as a self-contained page: no network, no other file, no script. It also contains the data. */
import { html } from '../../report/escape-html.js'
import { page, pageData } from '../../report/page.js'
import type { InputFacts, Results } from '../results/results.js'
import { changePlot } from './change-plot.js'
import { passPlot } from './pass-plot.js'
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
import { sizePlot } from './size-plot.js'

export function resultsAsHtml(results: Results): string {
  const { inputs, parameters, isComplete, links } = results
  const notes = notesOf(results)
  return page(
    'kallsyms lab',
    'kallsyms lab: proposals for a stable compression',
    STYLE,
    `<header>
<h1>Proposals for a stable compression of kallsyms</h1>
${isComplete ? '' : `<p class="bad">${html(INCOMPLETE)}</p>`}
<p>${html(parametersText(parameters))}; ${html(precisionText(results))}.</p>
<p>The symbol table is part of the image that it describes. If its size depends on the layout, a build may not converge: it stops with <code>Inconsistent kallsyms data</code>. The trial builds use a model of a linker, in which symbols change their type letters, cross the borders of text sections, or are stubs of the linker. A kernel's build makes two passes, and from 4.9 on a third if the tables have changed; then it compares the maps. The same seed gives the same figures on every machine, except for times.</p>
</header>
<section>
<h2>Proposals</h2>
${proposalTable(results)}
</section>
${inputs.map(input => inputSection(results, input)).join('\n')}
${links ? `<section>\n<h2>Real links</h2>\n<p>Miniature kernels and real linkers: ${html(LINKS_TITLE)}.</p>\n${table(linkRows(results))}\n</section>` : ''}
<section>
<h2>Columns</h2>
<dl>
${legendOf(results)
  .map(([heading, meaning]) => `<dt>${html(heading)}</dt><dd>${html(meaning)}</dd>`)
  .join('\n')}
</dl>
${notes.length === 0 ? '' : `<h2>Notes</h2>\n<ul>\n${notes.map(note => `<li>${html(note)}</li>`).join('\n')}\n</ul>`}
</section>
${pageData('results', results)}`,
  )
}

function proposalTable({ proposals }: Results): string {
  const rows = proposals.map(({ name, describe, decoder, isBuiltIn }) => [
    name,
    describe,
    decoder === 'kernel' ? "the kernel's" : 'its own',
    isBuiltIn ? 'built in' : 'file',
  ])
  return table([['proposal', 'description', 'decoder', 'source'], ...rows], 'words')
}

function inputSection(results: Results, input: InputFacts): string {
  const { name } = input
  const times = timeRows(results, name)
  return `<section>
<h2>${html(inputTitle(input))}</h2>
${table(figureRows(results, name))}
${times ? `<h3>Times</h3>\n${table(times)}` : ''}
<h3>Size and stability</h3>
${sizePlot(results, name)}
<h3>Passes until convergence</h3>
${passPlot(results, name)}
<h3>Changes of size</h3>
${changePlot(results, name)}
</section>`
}

function table([headings = [], ...rows]: readonly (readonly string[])[], kind = 'figures'): string {
  const line = (cells: readonly string[], tag: 'th' | 'td'): string =>
    `<tr>${cells.map(cell => `<${tag}>${html(cell)}</${tag}>`).join('')}</tr>`
  return `<div class="wide"><table class="${kind}">
<thead>${line(headings, 'th')}</thead>
<tbody>
${rows.map(cells => line(cells, 'td')).join('\n')}
</tbody>
</table></div>`
}

const STYLE = `
h3 { font-size: 1rem; margin: 1.5rem 0 0; }
header p { max-width: 50rem; }
.bad { color: var(--bad); font-weight: bold; }
.weak { color: var(--weak); }
.plot, .wide { overflow-x: auto; }
.plot svg { min-width: 44rem; }
.grid { stroke: currentColor; stroke-opacity: .18; }
.whisker { stroke-width: 1; stroke-opacity: .6; }
svg .label { font-weight: 600; paint-order: stroke; stroke: Canvas; stroke-width: 3px; }
.figures th, .figures td { white-space: nowrap; padding: .15rem .35rem; font-size: .85rem; }
/* Headings are longer than the figures: they may wrap. */
.figures thead th { white-space: normal; vertical-align: bottom; }
.words th, .words td { text-align: left; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; }
dt { font-weight: 600; }
dd { margin: 0; }
`
