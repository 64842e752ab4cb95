/**
 * Boundary symbols: `_text`, and the first and last symbols of the text ranges and of the percpu area. The last
 * definition of each counts.
 */
import { type Address, isBelow } from '../symbols/address.js'
import { bytesOf, hasAt } from '../symbols/bytes.js'

/** The addresses of some boundary symbols. */
export class Boundaries {
  /** In the order given. */
  readonly names: readonly string[]
  private readonly bytes: Uint8Array[]
  private readonly high: Uint32Array
  private readonly low: Uint32Array
  /** Whether any of the names has a length or a first byte: nearly all symbols have neither. */
  private readonly lengths: Uint8Array
  private readonly firsts = new Uint8Array(256)

  /** @param symbols the names, and the address of each while it is not defined */
  constructor(symbols: readonly { readonly name: string; readonly unset: Address }[]) {
    this.names = symbols.map(({ name }) => name)
    this.bytes = this.names.map(bytesOf)
    this.high = Uint32Array.from(symbols, ({ unset }) => unset.high)
    this.low = Uint32Array.from(symbols, ({ unset }) => unset.low)
    this.lengths = new Uint8Array(Math.max(...this.names.map(name => name.length)) + 1)
    for (const name of this.bytes) {
      this.lengths[name.length] = 1
      this.firsts[name[0] as number] = 1
    }
  }

  /** The first index, in the order given, of the name at `text[from, to)`; -1 if it is none of them. */
  find(text: Uint8Array, from: number, to: number): number {
    if (this.lengths[to - from] !== 1 || this.firsts[text[from] as number] !== 1) return -1
    for (let i = 0; i < this.bytes.length; i++) {
      const name = this.bytes[i] as Uint8Array
      if (name.length === to - from && hasAt(text, from, name)) return i
    }
    return -1
  }

  /** Sets the address of a name, at all indices that it was given for. */
  set(index: number, high: number, low: number): void {
    for (let i = index; i < this.names.length; i++) {
      if (this.names[i] !== this.names[index]) continue
      this.high[i] = high
      this.low[i] = low
    }
  }

  address(index: number): Address {
    return { high: this.high[index] as number, low: this.low[index] as number }
  }

  /** Whether the address is that of a boundary. */
  isAt(index: number, high: number, low: number): boolean {
    return this.high[index] === high && this.low[index] === low
  }

  /** Whether the address lies between two boundaries, both included. */
  contains(start: number, end: number, high: number, low: number): boolean {
    return (
      !isBelow(high, low, this.high[start] as number, this.low[start] as number) &&
      !isBelow(this.high[end] as number, this.low[end] as number, high, low)
    )
  }
}
