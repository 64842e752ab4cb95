/** A few lines for the log of a build: who has nothing else sees in them what is wrong, and what to do. */

import type { BuildFacts } from '../kbuild/build-facts.js'
import { signed } from '../report/numbers.js'
import { printable } from '../symbols/quoted.js'
import type { Explanation, PassFacts, Step } from './explanation.js'
import { listedText, listText, symbolText } from './phrases.js'
import { isInTime, passesOfBuild } from './trials.js'

/**
 * What is wrong with the last pass of a build, its main cause with a symbol, and what helps: at most three lines. Names of
 * symbols in them are printable.
 *
 * @param wordBytes of the kernel's addresses
 */
export function noticeOf(
  { passes, verdict, steps, advice }: Explanation,
  facts: BuildFacts,
  wordBytes: number,
): string[] {
  const [before, after] = passes.slice(-2) as [PassFacts, PassFacts]
  const step = steps.at(-1)
  const remedy = advice.find(({ tried }) => tried !== null && isInTime(tried)) ?? advice[0]
  const extents = passes.map(({ tables }) => tables.map(({ room }) => room))
  const goesOn = passes.length < passesOfBuild(extents, facts, wordBytes)
  return [
    verdict.code === 'unreproducible'
      ? verdict.text
      : `${sizesText(before, after)}${goesOn ? '; this kernel makes one pass more' : ''}`,
    ...(step ? causeLine(step) : []),
    ...(remedy ? [`what helps: ${remedy.text}`] : []),
  ]
}

/** The extents of a table decide where everything after it is. */
function sizesText(before: PassFacts, after: PassFacts): string {
  const differing = after.tables.flatMap(({ label, room }) => {
    const old = before.tables.find(table => table.label === label)
    return old === undefined || old.room === room ? [] : [{ label, old: old.room, room }]
  })
  const shown = differing.find(({ label }) => label === 'kallsyms_names') ?? differing[0]
  if (!shown) return `the tables of ${after.name} have the sizes of those of ${before.name}`
  const others = differing.length - 1
  const more = others === 0 ? '' : ` (${others} more ${others === 1 ? 'table differs' : 'tables differ'})`
  return `${shown.label} has ${shown.room} bytes in ${after.name}, and had ${shown.old} in ${before.name}${more}`
}

function causeLine({ causes, lists }: Step): string[] {
  const [list] = lists
  if (list) {
    const [symbol] = list.symbols
    return [`main cause: ${listText(list)}${symbol ? `: ${printable(listedText(list.code, symbol))}` : ''}`]
  }
  const [cause] = causes
  if (!cause) return ['no symbol changed, so the options of the passes differ']
  const [symbol] = cause.symbols
  const others = causes.length - 1
  const more = others === 0 ? '' : ` (${others} more ${others === 1 ? 'cause' : 'causes'})`
  return [
    `main cause, ${signed(cause.bytes)} bytes${more}: ${cause.text}${symbol ? `: ${symbolText(symbol)}` : ''}`,
  ]
}
