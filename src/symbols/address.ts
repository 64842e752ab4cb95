/** Addresses of 64 bits as two halves, as in the columns. */
export interface Address {
  /** Unsigned 32 bits. */
  readonly high: number
  /** Unsigned 32 bits. */
  readonly low: number
}

export const ZERO: Address = { high: 0, low: 0 }
export const HIGHEST: Address = { high: 0xffffffff, low: 0xffffffff }

/** Whether (aHigh, aLow) is below (bHigh, bLow), unsigned. */
export function isBelow(aHigh: number, aLow: number, bHigh: number, bLow: number): boolean {
  return aHigh < bHigh || (aHigh === bHigh && aLow < bLow)
}

/** As a bigint: for messages, tests and JSON only. */
export function toBigInt(address: Address): bigint {
  return (BigInt(address.high) << 32n) | BigInt(address.low)
}

/** Whether a caller without types has given an address. */
export function isAddress(value: unknown): value is Address {
  const { high, low } = Object(value) as Partial<Address>
  const isHalf = (half: unknown): boolean => Number.isInteger(half) && (half as number) >>> 0 === half
  return isHalf(high) && isHalf(low)
}
