/** Compares the symbols that a running kernel prints with its System.map. */

/** Entries `ADDRESS LETTER NAME`, addresses without leading zeros. */
type Listing = readonly string[]

/** A range of addresses without its end. */
type Range = readonly [from: bigint, to: bigint]

function listing(text: string): Listing {
  const lines = text.split('\n').filter(line => line !== '')
  return lines.map(line => line.replace(/^0+(?=\w)/, ''))
}

/**
 * The differences of the symbols of a guest; empty if there are none. Address, letter and name are compared.
 *
 * @param isAll whether the table has all symbols, or only those of the text
 */
export function wrongIn(procKallsyms: string, systemMap: string, isAll: boolean): string[] {
  const shown = listing(procKallsyms)
  const built = listing(systemMap)
  const ranges = isAll ? null : textRanges(built)
  // The tool leaves out these letters, in some kernels its own labels, and without all symbols whatever is not text.
  // Symbols at the ends of the text are not checked.
  const expected = built.filter(
    line => !/^\w+ [AaNnUu] /.test(line) && !OWN_LABEL.test(line) && (ranges === null || isIn(ranges, line)),
  )
  const surplus = without(shown, built)
  const missing = without(expected, shown)
  const wrong: string[] = []
  if (expected.length < FEWEST) wrong.push(`System.map has only ${expected.length} symbols to look for`)
  if (surplus.length > 0) wrong.push(`${surplus.length} shown are not in System.map: ${some(surplus)}`)
  if (missing.length > 0) wrong.push(`${missing.length} of System.map are not shown: ${some(missing)}`)
  return wrong
}

const OWN_LABEL =
  / kallsyms_(addresses|offsets|relative_base|num_syms|names|markers|token_table|token_index|seqs_of_names)$/

/** No kernel has fewer functions. */
const FEWEST = 3000

/** The entries that another list does not have. */
function without(all: Listing, others: Listing): string[] {
  const counts = new Map<string, number>()
  for (const line of others) counts.set(line, (counts.get(line) ?? 0) + 1)
  return all.filter(line => {
    const count = counts.get(line) ?? 0
    counts.set(line, count - 1)
    return count <= 0
  })
}

function some(lines: readonly string[]): string {
  return lines.slice(0, 5).join(', ')
}

function textRanges(built: Listing): Range[] {
  const address = (name: string): bigint => {
    const line = built.find(each => each.endsWith(` ${name}`))
    if (line === undefined) throw new Error(`System.map has no ${name}`)
    return addressOf(line)
  }
  return [
    [address('_stext'), address('_etext')],
    [address('_sinittext'), address('_einittext')],
  ]
}

function isIn(ranges: readonly Range[], line: string): boolean {
  const address = addressOf(line)
  return ranges.some(([from, to]) => from <= address && address < to)
}

function addressOf(line: string): bigint {
  return BigInt(`0x${line.slice(0, line.indexOf(' '))}`)
}
