/** What to do about a cause: the option of ours that removes it, and what is known to help in the kernel. */
import type { Advice, CauseCode, Step, Verdict, VerdictCode } from './explanation.js'
import type { Build } from './sizes.js'
import { stubKind } from './stubs.js'

/** What removes all causes at once. */
const STABLE = '`make MAKEFILES="$(kallsyms --print-kbuild)" KALLSYMS_FLAGS=--stable`'

/** None where nothing is to be done; else what removes everything, then each cause by its weight, each once. */
export function adviceFor(verdict: Verdict, steps: readonly Step[], build: Build): Advice[] {
  if (verdict.isConsistent) return []
  const codes = [...new Set(steps.toReversed().flatMap(({ causes }) => causes.map(({ code }) => code)))]
  const options = [...new Set(codes.map(code => OPTION[code]).filter(option => option !== null))].join(' ')
  const alone = options === '' ? '' : `; of it, \`${options}\` would do`
  return [
    { for: verdict.code, text: `Make tables that settle: ${STABLE}${alone}` },
    ...codes.flatMap(code => kernelSide(code, steps, build).map(text => ({ for: code, text }))),
    ...morePasses(verdict.code).map(text => ({ for: verdict.code, text })),
  ]
}

/** The option that takes a cause's influence on sizes away. */
const OPTION: Readonly<Record<CauseCode, string | null>> = {
  types: '--stabilise',
  membership: '--headroom=auto',
  absolute: '--headroom=auto',
  stubs: '--headroom=auto',
  labels: '--headroom=auto',
  length: null,
  presence: '--hold-sizes',
}

const IN_BRACES = 'inside the braces of their section, so that they do not go to a neighbour when it is empty'

function kernelSide(code: CauseCode, steps: readonly Step[], { dialect }: Build): string[] {
  switch (code) {
    case 'types':
      return [`In the kernel: define these symbols in the linker script ${IN_BRACES}`]
    case 'membership':
      return [
        `In the kernel: CONFIG_KALLSYMS_ALL, which takes symbols wherever they lie${
          dialect.keepsStartStop ? '' : '; from 6.10 on `__start_*` and `__stop_*` always are in the table'
        }`,
      ]
    case 'absolute':
      return [`In the kernel: define these symbols in the linker script ${IN_BRACES}`]
    case 'stubs':
      return missingPatterns(steps, dialect.addressesFirst)
    case 'labels':
      return ["The tables' own labels come in with the second pass of every build of such a kernel"]
    case 'length':
      return [
        'Keep the name on one side of KSYM_NAME_LEN, or raise that in the kernel and in scripts/kallsyms.c',
      ]
    case 'presence':
      return ['Find out what makes these symbols come and go']
  }
}

function morePasses(code: VerdictCode): string[] {
  switch (code) {
    case 'open':
    case 'settles':
      return ['To see whether it settles by itself: `make KALLSYMS_EXTRA_PASS=1`, and explain again']
    case 'oscillates':
    case 'grows':
      return ['No extra pass helps; held sizes always come to rest']
    default:
      return []
  }
}

/**
 * The patterns that the tree's own list of what to leave out does not have.
 *
 * @param isInTool whether that list is in the tool, as up to 6.3, or in the filter before it
 */
function missingPatterns(steps: readonly Step[], isInTool: boolean): string[] {
  const names = steps.flatMap(({ causes }) =>
    causes.filter(({ code }) => code === 'stubs').flatMap(({ symbols }) => symbols.map(({ name }) => name)),
  )
  const lines = names.flatMap(name => {
    const kind = stubKind(name)
    if (!kind) return []
    const [list, part] = kind.list
    const missing = isInTool
      ? `the ${list} "${part}" in the lists of scripts/kallsyms.c`
      : `\`${kind.pattern}\` in scripts/mksysmap`
    return [
      `In the kernel: leave out the stubs of ${kind.linker} for ${kind.targets}; the tree lacks ${missing}`,
    ]
  })
  return [...new Set(lines)]
}
