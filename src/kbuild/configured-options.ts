/** The options that a kernel's build gives the C tool. */
import type { Dialect, OptionName } from '../dialect/dialect.js'

/** Each option with the symbols of the configuration that ask for it: one of them is enough. */
const SYMBOLS: readonly (readonly [option: OptionName, ...symbols: string[]])[] = [
  ['all-symbols', 'KALLSYMS_ALL'],
  ['absolute-percpu', 'KALLSYMS_ABSOLUTE_PERCPU'],
  ['base-relative', 'KALLSYMS_BASE_RELATIVE'],
  ['lto-clang', 'LTO_CLANG'],
  ['pc-relative', '64BIT', 'RELOCATABLE'],
]

/**
 * @param dialect of the tool, which may not have all of them
 * @param isSet whether a symbol of the configuration is `y`; without `CONFIG_`
 */
export function configuredOptions(dialect: Dialect, isSet: (symbol: string) => boolean): OptionName[] {
  const known = dialect.options
  const options = SYMBOLS.filter(([, ...symbols]) => symbols.some(isSet)).map(([option]) => option)
  // Up to 4.5, before there were relative addresses, every build for x86-64 asks for it.
  if (!known.includes('base-relative') && isSet('X86_64')) options.push('absolute-percpu')
  return options.filter(option => known.includes(option))
}
