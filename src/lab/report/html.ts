/**
 * The figures as one page that stands for itself: no network, no other file, no script. The data is in it too, for who
 * wants to compute with it.
 */
import { html } from '../../report/escape-html.js'
import { page, pageData } from '../../report/page.js'
import type { InputFacts, Results } from '../results/results.js'
import { changesOfSize, passesUntilSettled, sizeAgainstStability } from './plots.js'
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

export function resultsAsHtml(results: Results): string {
  const { inputs, parameters, isComplete, links, times } = results
  const columns = times.length > 0 ? [...COLUMNS, ...TIME_COLUMNS] : COLUMNS
  const notes = notesOf(results)
  return page(
    'kallsyms lab: proposals for a stable compression',
    STYLE,
    `<header>
<h1>Proposals for a stable compression of kallsyms</h1>
${isComplete ? '' : `<p class="bad">${html(INCOMPLETE)}</p>`}
<p>${html(parametersText(parameters))}; ${html(precisionText(parameters))}.</p>
<p>The symbol table is a part of the image that it describes. Where its size depends on the layout, a build need not settle: it stops with <code>Inconsistent kallsyms data</code>. The trials are builds with a model of a linker, whose symbols change their type letters, come and go at section borders, or are stubs that the linker makes. A kernel's build makes two passes, and from 4.9 on a third where it sees that the tables have changed; then it compares. The same seed gives the same figures on every machine, apart from times.</p>
</header>
<section>
<h2>What is compared</h2>
${proposalTable(results)}
</section>
${inputs.map(input => inputSection(results, input)).join('\n')}
${links ? `<section>\n<h2>Real links</h2>\n<p>Miniature kernels linked by real linkers: ${html(LINKS_TITLE)}.</p>\n${table(linkTable(results))}\n</section>` : ''}
<section>
<h2>What the columns say</h2>
<dl>
${columns.map(([head, meaning]) => `<dt>${html(head)}</dt><dd>${html(meaningIn(meaning, results))}</dd>`).join('\n')}
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
    isBuiltIn ? 'the lab' : 'a file',
  ])
  return table([['proposal', 'what it does', 'decoder that it needs', 'from'], ...rows], 'words')
}

function inputSection(results: Results, input: InputFacts): string {
  const { name } = input
  const times = timeTableOf(results, name)
  return `<section>
<h2>${html(inputText(input))}</h2>
${table(tableOf(results, name))}
${times ? `<h3>Times</h3>\n${table(times)}` : ''}
<h3>Size against stability</h3>
${sizeAgainstStability(results, name)}
<h3>Passes until settled</h3>
${passesUntilSettled(results, name)}
<h3>Changes of size</h3>
${changesOfSize(results, name)}
</section>`
}

function table([heads = [], ...rows]: readonly (readonly string[])[], kind = 'figures'): string {
  const line = (cells: readonly string[], tag: 'th' | 'td'): string =>
    `<tr>${cells.map(cell => `<${tag}>${html(cell)}</${tag}>`).join('')}</tr>`
  return `<div class="wide"><table class="${kind}">
<thead>${line(heads, 'th')}</thead>
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
.figures th, .figures td { white-space: nowrap; padding: .15rem .5rem; font-size: .9rem; }
/* The heads may take two lines: the figures below are shorter than their names. */
.figures thead th { white-space: normal; vertical-align: bottom; }
.words th, .words td { text-align: left; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; }
dt { font-weight: 600; }
dd { margin: 0; }
`
