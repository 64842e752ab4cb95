/** What to do about a cause: the option of ours that removes it, and what is known to help in the kernel. */
import { linkerStub } from '../select/linker-stubs.js'
import type { Advice, CauseCode, Step, Verdict, VerdictCode } from './explanation.js'
import type { Build } from './sizes.js'

/** What removes all causes at once. */
const STABLE = '`make MAKEFILES="$(kallsyms --print-kbuild)" KALLSYMS_FLAGS=--stable`'

/** None where nothing is to be done; else what removes everything, then each cause by its weight, each once. */
export function adviceFor(
  verdict: Verdict,
  steps: readonly Step[],
  build: Build & { readonly isHeld: boolean },
): Advice[] {
  if (verdict.isConsistent) return []
  const weighty = steps.toReversed().flatMap(({ causes }) => causes.filter(({ tables }) => tables.length > 0))
  const codes = [...new Set(weighty.map(({ code }) => code))]
  const options = [...new Set(codes.map(code => OPTION[code]).filter(option => option !== null))].join(' ')
  const alone = options === '' ? '' : `; of it, \`${options}\` would do`
  // Held sizes come to rest, only later: nothing is to be made otherwise.
  const stable = build.isHeld
    ? []
    : [{ for: verdict.code, text: `Make tables that settle: ${STABLE}${alone}` }]
  return [
    ...stable,
    ...withoutRepeats(
      codes.flatMap(code => kernelSide(code, steps, build).map(text => ({ for: code, text }))),
    ),
    ...morePasses(verdict.code).map(text => ({ for: verdict.code, text })),
  ]
}

function withoutRepeats(advice: readonly Advice[]): Advice[] {
  return advice.filter(({ text }, i) => advice.findIndex(other => other.text === text) === i)
}

/** The option that takes a cause's influence on sizes away. */
const OPTION: Readonly<Record<CauseCode, string | null>> = {
  types: '--stabilise',
  membership: '--headroom=auto',
  letter: '--headroom=auto',
  stubs: '--headroom=auto',
  labels: '--headroom=auto',
  length: null,
  presence: '--hold-sizes',
}

const IN_BRACES = 'inside the braces of their section, so that they do not go to a neighbour when it is empty'

function kernelSide(code: CauseCode, steps: readonly Step[], { dialect, options }: Build): string[] {
  switch (code) {
    case 'types':
    case 'letter':
      return [`In the kernel: define these symbols in the linker script ${IN_BRACES}`]
    case 'membership':
      if (options.allSymbols) return []
      return [
        `In the kernel: CONFIG_KALLSYMS_ALL, which takes symbols wherever they lie${
          dialect.keepsStartStop ? '' : '; from 6.10 on `__start_*` and `__stop_*` always are in the table'
        }`,
      ]
    case 'stubs':
      return patternsFor(
        steps,
        Object.values(dialect.ignored).some(list => list.length > 0),
      )
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
    case 'grows':
      return ['To see whether it settles by itself: `make KALLSYMS_EXTRA_PASS=1`, and explain again']
    case 'oscillates':
      return ['No extra pass helps; held sizes always come to rest']
    default:
      return []
  }
}

/**
 * The patterns by which a tree leaves such names out.
 *
 * @param isInTool whether its lists are in the tool, as up to 6.3, or in the filter before it
 */
function patternsFor(steps: readonly Step[], isInTool: boolean): string[] {
  const names = steps.flatMap(({ causes }) =>
    causes.filter(({ code }) => code === 'stubs').flatMap(({ symbols }) => symbols.map(({ name }) => name)),
  )
  const lines = names.flatMap(name => {
    const stub = linkerStub(name)
    if (!stub) return []
    const [list, part] = stub.mark
    const rule = isInTool
      ? `the ${list} "${part}" in the lists of scripts/kallsyms.c`
      : `\`${stub.pattern}\` in scripts/mksysmap`
    return [
      `In the kernel: leave out what ${stub.linker} makes for ${stub.targets}, if the tree does not yet: ${rule}`,
    ]
  })
  return [...new Set(lines)]
}
