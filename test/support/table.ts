/** Symbol tables as text. */
import type { Problem } from '../../src/problem.js'
import type { SymbolTable } from '../../src/symbols/table.js'

/** A text of characters U+0000 to U+00FF as bytes. */
export function latin1(text: string): Buffer {
  return Buffer.from(text, 'latin1')
}

/** Each symbol as `ADDRESS TYPE NAME`, with the address in hexadecimal. */
export function symbolsOf(table: SymbolTable): string[] {
  return Array.from({ length: table.count }, (_, symbol) => {
    const address = (BigInt(table.high[symbol] as number) << 32n) | BigInt(table.low[symbol] as number)
    return `${address.toString(16)} ${textOf(table, symbol).slice(0, 1)} ${textOf(table, symbol).slice(1)}`
  })
}

/** Type letter and name of a symbol. */
export function textOf(table: SymbolTable, symbol: number): string {
  const from = table.start[symbol] as number
  return Buffer.from(table.text.subarray(from, from + (table.length[symbol] as number))).toString('latin1')
}

/** Collects reported problems in short form. */
export function collector(): { readonly problems: string[]; readonly report: (problem: Problem) => void } {
  const problems: string[] = []
  const report = (problem: Problem): void => {
    problems.push(problem.kind === 'name-too-long' ? `${problem.kind} ${problem.name.length}` : problem.kind)
  }
  return { problems, report }
}
