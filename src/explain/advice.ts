/** What to do about a cause: the option that removes it, and what helps in the kernel. */
import { linkerStub } from '../select/linker-stubs.js'
import type { Advice, CauseCode, ListChange, Step, Verdict, VerdictCode } from './explanation.js'
import type { BuildSettings } from './settings.js'

/** Removes the effect of every cause. */
const STABLE = '`make MAKEFILES="$(kallsyms --print-kbuild)" KALLSYMS_FLAGS=--stable`'

/** None for consistent passes; otherwise first what removes every cause, then what removes each of them. */
export function adviceFor(
  verdict: Verdict,
  steps: readonly Step[],
  build: BuildSettings & { readonly isHeld: boolean },
): Advice[] {
  if (verdict.isConsistent) return []
  if (verdict.code === 'unreproducible') {
    const lists = steps.flatMap(step => step.lists)
    return lists.length > 0
      ? withoutRepeats(lists.map(linkAdvice))
      : [{ for: verdict.code, text: LINK_ALIKE }]
  }
  const effective = steps
    .toReversed()
    .flatMap(({ causes }) => causes.filter(({ tables }) => tables.length > 0))
  const codes = [...new Set(effective.map(({ code }) => code))]
  const options = [...new Set(codes.map(code => OPTION[code]).filter(option => option !== null))].join(' ')
  const alone = options === '' ? '' : `; here \`${options}\` alone is enough`
  // Held sizes always converge, with more passes: there is nothing to change.
  const stable = build.isHeld
    ? []
    : [{ for: verdict.code, text: `Generate tables with stable sizes: ${STABLE}${alone}` }]
  return [
    ...stable,
    ...withoutRepeats(
      codes.flatMap(code => kernelSide(code, steps, build).map(text => ({ for: code, text }))),
    ),
    ...morePasses(verdict.code).map(text => ({ for: verdict.code, text })),
  ]
}

/** No option for the tables makes a link reproducible. */
const LINK_ALIKE =
  'Compare the commands of the last two links (`make V=1`): other options, objects or linker scripts change what is ' +
  'linked; link all passes and the final image alike. Neither stable tables nor an extra pass help'

function linkAdvice({ code }: ListChange): Advice {
  if (code !== 'renamed') return { for: code, text: LINK_ALIKE }
  return {
    for: code,
    text:
      'Make the names of each link the same: a fixed `-frandom-seed` for the compiler, also in the link with link-time ' +
      'optimisation; or remove these names in scripts/mksysmap. Neither stable tables nor an extra pass help',
  }
}

function withoutRepeats(advice: readonly Advice[]): Advice[] {
  return advice.filter(({ text }, i) => advice.findIndex(other => other.text === text) === i)
}

/** The option that removes the effect of a cause on the sizes. */
const OPTION: Readonly<Record<CauseCode, string | null>> = {
  types: '--stabilise',
  membership: '--headroom=auto',
  letter: '--headroom=auto',
  stubs: '--headroom=auto',
  labels: '--headroom=auto',
  length: null,
  presence: '--hold-sizes',
}

function kernelSide(code: CauseCode, steps: readonly Step[], { dialect, options }: BuildSettings): string[] {
  switch (code) {
    case 'types':
    case 'letter':
      return [
        'In the kernel: in the linker script, define these symbols inside the braces of their section, so that they do ' +
          'not move to a neighbour when it is empty',
      ]
    case 'membership':
      if (options.allSymbols) return []
      return [
        `In the kernel: enable CONFIG_KALLSYMS_ALL, which keeps symbols at any address${
          dialect.keepsStartStop ? '' : '; kernels from 6.10 on always keep `__start_*` and `__stop_*`'
        }`,
      ]
    case 'stubs':
      return patternsFor(
        steps,
        Object.values(dialect.ignored).some(list => list.length > 0),
      )
    case 'labels':
      return ['In every build of this kernel the labels of the tables enter the map with the second pass']
    case 'length':
      return [
        'Keep the name shorter than KSYM_NAME_LEN, or raise the limit in the kernel and in scripts/kallsyms.c',
      ]
    case 'presence':
      return ['Find out why these symbols exist in one pass only']
  }
}

function morePasses(code: VerdictCode): string[] {
  switch (code) {
    case 'open':
    case 'settles':
    case 'grows':
      return ['To see whether more passes converge: `make KALLSYMS_EXTRA_PASS=1`, then explain again']
    case 'oscillates':
      return ['An extra pass does not help; held sizes (`--hold-sizes`) always converge']
    default:
      return []
  }
}

/**
 * The patterns that make a tree ignore the stubs.
 *
 * @param isInTool whether its ignore lists are in the tool, as up to 6.3, or in the filter before it
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
      `In the kernel: ignore the stubs of ${stub.linker} for ${stub.targets}, unless the tree already does: ${rule}`,
    ]
  })
  return [...new Set(lines)]
}
