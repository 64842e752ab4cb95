/** What of an explanation a page holds: millions of changed symbols would make one that no browser opens. */
import type { Cause, Explanation, Step } from './explanation.js'

/** The most changed symbols of a page, and the most names of symbols that moved. */
const MAX_SYMBOLS = 2000

/**
 * Bytes of the page that they may take. A page stands below five million, with everything else that is in it.
 */
const MAX_BYTES = 3_500_000

/**
 * Bytes of a page for a byte of JSON: a row, the title of a dot and the data show the same, and markup that stands for one
 * character takes up to six.
 */
const EXPANSION = 3

/** Bytes of markup around a symbol in its row and in the plot. */
const MARKUP = 700

/** An explanation without some of its symbols. */
export interface PagePart extends Explanation {
  /** How many symbols `causes`, `lists` and `moved` have in all steps that are not here; `--json` prints them. */
  readonly leftOut: { readonly symbols: number; readonly moved: number }
}

/** The largest causes of each step first, as long as there is space. */
export function pagePart(explanation: Explanation): PagePart {
  const space = new Space()
  const leftOut = { symbols: 0, moved: 0 }
  const partOfCause = (cause: Cause): Cause => {
    const symbols = space.take(cause.symbols, MARKUP)
    leftOut.symbols += cause.symbols.length - symbols.length
    return { ...cause, symbols }
  }
  const partOfStep = (step: Step): Step => {
    const causes = step.causes.map(partOfCause)
    const moved = space.take(step.moved, 0)
    leftOut.moved += step.moved.length - moved.length
    const lists = step.lists.map(list => {
      const symbols = space.take(list.symbols, 0)
      leftOut.symbols += list.symbols.length - symbols.length
      return { ...list, symbols }
    })
    return { ...step, causes, moved, lists }
  }
  return { ...explanation, steps: explanation.steps.map(partOfStep), leftOut }
}

class Space {
  private symbols = MAX_SYMBOLS
  private bytes = MAX_BYTES

  /** As many from the start as fit. */
  take<Item>(items: readonly Item[], markup: number): readonly Item[] {
    let count = 0
    for (const item of items) {
      const bytes = markup + EXPANSION * sizeInPage(JSON.stringify(item))
      if (this.symbols === 0 || bytes > this.bytes) break
      this.symbols--
      this.bytes -= bytes
      count++
    }
    return items.slice(0, count)
  }
}

/** Bytes of a text in a page, before its escapes and with room for them. */
function sizeInPage(text: string): number {
  const escaped = text.match(/[&<>]/g)?.length ?? 0
  return Buffer.byteLength(text) + 5 * escaped
}
