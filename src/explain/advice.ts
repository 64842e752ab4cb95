/** What to do: remedies with what came of trying them, and what helps in the kernel. */
import type { BuildFacts } from '../kbuild/build-facts.js'
import { linkerStub } from '../select/linker-stubs.js'
import type { Advice, CauseCode, ListChange, Step, Trial, Verdict } from './explanation.js'
import { commandFor, remedyText, triedText } from './phrases.js'
import type { BuildSettings } from './settings.js'
import { isInTime } from './trials.js'

/**
 * None for consistent passes. Otherwise first the remedies that let the build through, the cheapest first; then what can
 * be done in the kernel; and then what was tried and does not help.
 *
 * @param trials tries remedies on the maps; called only where some can help
 */
export function adviceFor(
  verdict: Verdict,
  steps: readonly Step[],
  build: BuildSettings,
  facts: BuildFacts,
  trials: () => readonly Trial[],
): Advice[] {
  if (verdict.isConsistent) return []
  if (verdict.code === 'unconfirmed') return [{ for: verdict.code, text: NO_FINAL_MAP, tried: null }]
  if (verdict.code === 'unreproducible') {
    const lists = steps.flatMap(step => step.lists)
    return lists.length > 0
      ? withoutRepeats(lists.map(linkAdvice))
      : [{ for: verdict.code, text: LINK_ALIKE, tried: null }]
  }
  const effective = steps
    .toReversed()
    .flatMap(({ causes }) => causes.filter(({ tables }) => tables.length > 0))
  const codes = [...new Set(effective.map(({ code }) => code))]
  const inKernel = codes.flatMap(code =>
    kernelSide(code, steps, build).map(text => ({ for: code, text, tried: null })),
  )
  const made = trials().map(trial => ({
    for: verdict.code,
    text: `${isInTime(trial) ? commandFor(trial, facts) : `Tried: ${remedyText(trial, facts)}`}: ${triedText(trial)}`,
    tried: trial,
  }))
  // What is sure comes before what is likely.
  const sure = made.filter(({ tried: { outcome } }) => outcome === 'passes')
  const likely = made.filter(advice => isInTime(advice.tried) && !sure.includes(advice))
  const others = made.filter(advice => !isInTime(advice.tried))
  return [...sure, ...likely, ...withoutRepeats(inKernel), ...others]
}

/** A build that fails its check removes the image and its map. */
const NO_FINAL_MAP =
  'Give the map of the final image too, which is System.map. A build that fails its check removes it; if this one has ' +
  'failed so although its passes converge, its last link differs from the one before: compare their commands (`make V=1`)'

/** No option for the tables makes a link reproducible. */
const LINK_ALIKE =
  'In the build (not tried): compare the commands of the last two links (`make V=1`): other options, objects or linker ' +
  'scripts change what is linked; link all passes and the final image alike. Neither stable tables nor an extra pass help'

function linkAdvice({ code }: ListChange): Advice {
  if (code !== 'renamed') return { for: code, text: LINK_ALIKE, tried: null }
  return {
    for: code,
    text:
      'In the build (not tried): make the names of each link the same: a fixed `-frandom-seed` for the compiler, also in ' +
      'the link with link-time optimisation; or remove these names in scripts/mksysmap. Neither stable tables nor an extra pass help',
    tried: null,
  }
}

function withoutRepeats(advice: readonly Advice[]): Advice[] {
  return advice.filter(({ text }, i) => advice.findIndex(other => other.text === text) === i)
}

function kernelSide(code: CauseCode, steps: readonly Step[], { dialect, options }: BuildSettings): string[] {
  const isInTool = Object.values(dialect.ignored).some(list => list.length > 0)
  switch (code) {
    case 'types':
    case 'letter':
      return [
        'In the kernel (not tried): in the linker script, define these symbols inside the braces of their section, so ' +
          'that they do not move to a neighbour when it is empty',
      ]
    case 'membership':
      if (options.allSymbols) return []
      return [
        `In the kernel (not tried): enable CONFIG_KALLSYMS_ALL, which keeps symbols at any address${
          dialect.keepsStartStop ? '' : '; kernels from 6.10 on always keep `__start_*` and `__stop_*`'
        }`,
      ]
    case 'stubs':
      return patternsFor(steps, isInTool)
    case 'labels':
      return labelRepair(steps, isInTool)
    case 'length':
      return [
        'In the kernel (not tried): keep the name shorter than KSYM_NAME_LEN, or raise the limit in the kernel and in ' +
          'scripts/kallsyms.c',
      ]
    case 'presence':
      return ['In the kernel (not tried): find out why these symbols exist in one pass only']
  }
}

/**
 * How a tree leaves the labels of the tables out of the table. No map of a link without them has them, so that they come
 * in with the second pass, or go out with it where the linker script provides them for the first.
 *
 * @param isInTool as for `patternsFor`
 */
function labelRepair(steps: readonly Step[], isInTool: boolean): string[] {
  const labels = [...new Set(namesOf('labels', steps))]
  const rule = isInTool
    ? `add ${labels.join(', ')} to the ignored names in scripts/kallsyms.c`
    : `add ${labels.map(label => `\`/ ${label}$/d\``).join(', ')} to scripts/mksysmap`
  return [`In the kernel (not tried): leave the labels of the tables out of the table: ${rule}`]
}

/**
 * The patterns that make a tree ignore the stubs.
 *
 * @param isInTool whether its ignore lists are in the tool, as up to 6.3, or in the filter before it
 */
function patternsFor(steps: readonly Step[], isInTool: boolean): string[] {
  const lines = namesOf('stubs', steps).flatMap(name => {
    const stub = linkerStub(name)
    if (!stub) return []
    const [list, part] = stub.mark
    const rule = isInTool
      ? `the ${list} "${part}" in the lists of scripts/kallsyms.c`
      : `\`${stub.pattern}\` in scripts/mksysmap`
    return [
      `In the kernel (not tried): ignore the stubs of ${stub.linker} for ${stub.targets}, unless the tree already does: ${rule}`,
    ]
  })
  return [...new Set(lines)]
}

/** The names of the symbols of a cause. */
function namesOf(code: CauseCode, steps: readonly Step[]): string[] {
  return steps.flatMap(({ causes }) =>
    causes.filter(cause => cause.code === code).flatMap(({ symbols }) => symbols.map(({ name }) => name)),
  )
}
