/** The files that a kernel's build leaves from its passes. N stands for the number of the pass, counted from 1. */

/** Names of the maps, or of the images up to 6.0, whose build keeps no maps; the newest first. */
export const PASS_FILES: readonly string[] = [
  /** From 6.11 on. */
  '.tmp_vmlinuxN.syms',
  /** From 6.1 on. */
  '.tmp_vmlinux.kallsymsN.syms',
  /** From 5.7 on. */
  '.tmp_vmlinux.kallsymsN',
  '.tmp_vmlinuxN',
  '.tmp_bareboxN',
]

/** The map of the final image, filtered as the build's check compares it. */
export const FINAL_MAP = 'System.map'

/** The map of the final image, or the image. */
export const FINAL_FILES: readonly string[] = [FINAL_MAP, 'vmlinux', 'barebox']

const NUMBERED_MAP = /^(.*\.tmp_vmlinux(?:\.kallsyms)?)(\d)\.syms$/s

/**
 * The pass that the path of a map belongs to, and what stands before the number; null where the name does not tell, as
 * before 6.1. Pass 0 is the one over an empty map.
 */
export function passOfMap(file: string): { readonly pass: number; readonly start: string } | null {
  const [, start, pass] = NUMBERED_MAP.exec(file) ?? []
  return start === undefined ? null : { pass: Number(pass), start }
}
