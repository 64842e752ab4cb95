/** Options of the command line. */

/** An option as it is typed, from the name of its field in the library: `--base-relative` from `baseRelative`. */
export function optionName(field: string): string {
  return `--${field.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`
}
