/**
 * An explanation as a self-contained page: no network, no other file. All findings are in the page as text and plots
 * before any script runs; the script only sorts and filters the tables.
 */

import { html } from '../report/escape-html.js'
import { signed } from '../report/numbers.js'
import { page, pageData } from '../report/page.js'
import type { Cause, ChangedSymbol, Explanation, ListChange, PassFacts, Place, Step } from './explanation.js'
import { pagePart } from './page-part.js'
import { listedText, listText, madeAs, movedText } from './phrases.js'
import { CAUSE_COLOURS, imageMap, sizePlot } from './plots.js'

export function explanationAsHtml(explanation: Explanation): string {
  const { passes, verdict, doubts, steps, advice } = explanation
  const part = pagePart(explanation)
  const sections = steps.map((step, i) => stepSection(step, part.steps[i] as Step, passes))
  const isKnown = verdict.code !== 'unconfirmed'
  const title = `kallsyms data: ${isKnown ? (verdict.isConsistent ? 'consistent' : 'not consistent') : 'not known'}`
  return page(
    'kallsyms explain',
    title,
    STYLE,
    `<header class="${verdict.isConsistent ? 'good' : 'bad'}">
<h1>${html(verdict.text)}</h1>
<p>${passes.length} passes; ${html(madeAs(explanation))}</p>${doubts.map(doubt => `\n<p>Note: ${html(doubt)}</p>`).join('')}
</header>
<section>
<h2>Sizes by pass</h2>
${sizePlot(passes)}
${sizesTable(passes)}
</section>
${sections.join('\n')}
${advice.length === 0 ? '' : `<section>\n<h2>What to do</h2>\n<ul>\n${advice.map(({ text }) => `<li>${withCode(text)}</li>`).join('\n')}\n</ul>\n</section>`}
${pageData('explanation', part)}
<script>${SCRIPT}</script>`,
  )
}

function withCode(text: string): string {
  return html(text).replace(/`([^`]*)`/g, '<code>$1</code>')
}

function sizesTable(passes: readonly PassFacts[]): string {
  const [first] = passes as [PassFacts]
  const rows = first.tables.map(({ label }) => {
    const sizes = passes.map(({ tables }) => tables.find(table => table.label === label)?.bytes ?? 0)
    return sizesRow(label, sizes)
  })
  return `<table>
<thead><tr><th>table, bytes</th>${passes.map(({ name }) => `<th>${html(name)}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
${sizesRow(
  'total',
  passes.map(({ tables }) => tables.reduce((sum, { bytes }) => sum + bytes, 0)),
)}
${sizesRow(
  'total with padding, as plotted',
  passes.map(({ room }) => room),
)}
<tr><td>symbols</td>${passes.map(({ symbols }) => `<td>${symbols.kept} of ${symbols.read}</td>`).join('')}</tr>
</tbody>
</table>`
}

function sizesRow(label: string, sizes: readonly number[]): string {
  const isSame = sizes.every(size => size === sizes[0])
  const cells = sizes.map(
    (size, pass) => `<td>${size}${pass > 0 ? delta(size - (sizes[pass - 1] as number)) : ''}</td>`,
  )
  return `<tr${isSame ? ' class="same"' : ''}><td>${html(label)}</td>${cells.join('')}</tr>`
}

function delta(bytes: number): string {
  return bytes === 0 ? '' : ` <small>${signed(bytes)}</small>`
}

/** @param part the step with the symbols that the page has space for */
function stepSection(step: Step, part: Step, passes: readonly PassFacts[]): string {
  const before = passes.find(({ name }) => name === step.before) as PassFacts
  const after = passes.find(({ name }) => name === step.after) as PassFacts
  const count = symbolsOf(step)
  return `<section>
<h2>${html(step.before)} to ${html(step.after)}: ${signed(step.bytes)} bytes</h2>
<ul class="causes">
${step.causes.map(causeItem).join('\n')}
${step.interaction === 0 ? '' : `<li><b>${signed(step.interaction)}</b> interaction of these causes</li>`}
${step.lists.map(listItem).join('\n')}
${step.moved.length === 0 || step.lists.length > 0 ? '' : `<li><b>0</b> ${html(movedText(step.moved, 20))}</li>`}
</ul>
${count === 0 ? '' : `${imageMap(part, count, before, after)}\n${symbolsTable(part, count)}`}
</section>`
}

/** How many symbols of a list are named. */
const FEW = 20

function listItem(change: ListChange): string {
  const { code, symbols } = change
  const some = symbols.slice(0, FEW).map(symbol => listedText(code, symbol))
  const rest = symbols.length - some.length
  return `<li><b>0</b> ${html(listText(change))}: ${html(some.join(', '))}${rest > 0 ? `, and ${rest} more` : ''}</li>`
}

function symbolsOf({ causes }: Step): number {
  return causes.reduce((sum, { symbols }) => sum + symbols.length, 0)
}

function causeItem({ code, bytes, text, tables }: Cause): string {
  const parts = tables
    .map(table => `${table.label.replace('kallsyms_', '')} ${signed(table.bytes)}`)
    .join(', ')
  const swatch = `<i style="background:${CAUSE_COLOURS[code]}"></i>`
  return `<li><b>${signed(bytes)}</b> ${swatch}${html(text)}${parts === '' ? '' : ` <small>(${html(parts)})</small>`}</li>`
}

/** @param count of the symbols, listed or not */
function symbolsTable({ causes }: Step, count: number): string {
  const rows = causes.flatMap(({ code, symbols }) => symbols.map(symbol => symbolRow(code, symbol)))
  const left = count > rows.length ? `; ${count - rows.length} more are left out here, --json prints all` : ''
  return `<p><label>Filter: <input type="search" placeholder="part of a name, a cause, an address"></label>
<output>${rows.length} of ${count}</output>${left}</p>
<table class="symbols">
<thead><tr>${['symbol', 'cause', 'before', 'after', 'same address, before', 'same address, after']
    .map(head => `<th><button type="button">${head}</button></th>`)
    .join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`
}

function symbolRow(code: string, { name, before, after, linker }: ChangedSymbol): string {
  const cells = [
    name,
    linker === null ? code : `${code}, ${linker}`,
    placeText(before),
    placeText(after),
    before?.beside ?? '',
    after?.beside ?? '',
  ]
  return `<tr>${cells.map(cell => `<td>${html(cell)}</td>`).join('')}</tr>`
}

function placeText(place: Place | null): string {
  if (place === null) return 'not in the map'
  return `${place.letter} ${place.address}${place.inTable ? '' : ', not in the table'}`
}

const STYLE = `
.symbols th, .symbols td { text-align: left; }
header { border-left: .4rem solid; padding-left: 1rem; }
header p, .same { color: var(--weak); }
.good { border-color: var(--good); } .good h1 { color: var(--good); }
.bad { border-color: var(--bad); } .bad h1 { color: var(--bad); }
.symbols td { font-family: ui-monospace, monospace; font-size: .85rem; overflow-wrap: anywhere; }
th button { all: unset; cursor: pointer; font-weight: bold; }
th button:focus-visible { outline: 2px solid; }
th[aria-sort=ascending] button::after { content: " \\2191"; }
th[aria-sort=descending] button::after { content: " \\2193"; }
ul.causes { list-style: none; padding: 0; }
.causes b { display: inline-block; min-width: 4.5rem; text-align: right; margin-right: .7rem; }
.causes i { display: inline-block; width: .7rem; height: .7rem; margin-right: .4rem; border-radius: 50%; }
input { font: inherit; width: 20rem; max-width: 100%; }
`

const SCRIPT = `
for (const table of document.querySelectorAll('.symbols')) {
  const body = table.tBodies[0]
  const rows = [...body.rows]
  const controls = table.previousElementSibling
  const input = controls.querySelector('input')
  const output = controls.querySelector('output')
  input.addEventListener('input', () => {
    const wanted = input.value.toLowerCase()
    let shown = 0
    for (const row of rows) {
      row.hidden = !row.textContent.toLowerCase().includes(wanted)
      if (!row.hidden) shown++
    }
    output.value = shown + ' of ' + rows.length
  })
  const heads = [...table.tHead.rows[0].cells]
  heads.forEach((head, column) => head.addEventListener('click', () => {
    const isAscending = head.getAttribute('aria-sort') !== 'ascending'
    heads.forEach(other => other.removeAttribute('aria-sort'))
    head.setAttribute('aria-sort', isAscending ? 'ascending' : 'descending')
    const text = row => row.cells[column].textContent
    rows.sort((a, b) => (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0) * (isAscending ? 1 : -1))
    body.append(...rows)
  }))
}
`
