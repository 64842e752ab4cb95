/** Numbers as reports show them. */

/** A difference with its sign: `+12`, `-3`, `0`. */
export function signed(difference: number): string {
  return difference > 0 ? `+${difference}` : String(difference)
}

/** A difference in percent with its sign and two digits: `+1.50 %`. What rounds to zero has no sign. */
export function signedPercent(percent: number): string {
  const digits = Math.abs(percent).toFixed(2)
  if (Number(digits) === 0) return '0.00 %'
  return `${percent < 0 ? '-' : '+'}${digits} %`
}

/** A share in percent. Only none is shown as 0 % and only all as 100 %: closer shares get more digits. */
export function share(some: number, all: number): string {
  const percent = (100 * some) / all
  const looksWhole = (text: string): boolean =>
    (Number(text) === 100 && some < all) || (Number(text) === 0 && some > 0)
  const text = percent.toFixed(1)
  if (!looksWhole(text)) return `${text} %`
  const closer = percent.toFixed(2)
  if (!looksWhole(closer)) return `${closer} %`
  return some < all / 2 ? '< 0.01 %' : '> 99.99 %'
}

/** A whole number with a comma before every three digits: `1,234,567`. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',')
}
