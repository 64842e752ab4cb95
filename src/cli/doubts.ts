/** What is said about a version whose row in the table of releases may be wrong. */
import type { Doubt } from '../dialect/resolve.js'

const COMPARE = "compare with the tree's own tool: --check, in a kernel build KALLSYMS_CHECK=1"

/** One line without the name of the program. */
export function doubtText(doubt: Doubt): string {
  switch (doubt.kind) {
    case 'abi-name':
      return (
        `${doubt.name} looks like the name of a distribution's ABI, which is not the version: the version is at the ` +
        'end of `cat /proc/version`, which --kernel takes as a whole (on Ubuntu: /proc/version_signature)'
      )
    case 'newer':
      return `kernel ${doubt.version} is not known: the newest row of the table of formats is used, since ${doubt.newest}; ${COMPARE}`
    case 'uncertain': {
      const { version, row, from, before, what } = doubt
      return (
        `kernel ${version}: for ${from} to before ${before} it is not known whether the tool ${what}; the row since ` +
        `${row} is used. The tree tells: --kernel TREE; or ${COMPARE}`
      )
    }
  }
}
