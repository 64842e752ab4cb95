/**
 * The branches of a source's conditionals. Which of them a build compiles depends on what its compiler defines; where
 * nobody has preprocessed the source, both ends are looked at.
 */

const DIRECTIVE = /^[ \t]*#[ \t]*(if|ifdef|ifndef|elif|else|endif)\b[ \t]*(\w*)/

/** A source with one branch of each conditional, each line at its own number. */
export interface Branches {
  /** The first branch of each. */
  readonly first: string
  /** The `#else` branch of each, or none. */
  readonly last: string
  /** The line of the first conditional, counted from 1. */
  readonly line: number
}

/** A conditional that is not closed yet, with those around it: whether the text has its current branch. */
interface Open {
  readonly inFirst: boolean
  readonly inLast: boolean
  /** Whether both texts have it: it defines a macro unless it is defined. */
  readonly isGuard: boolean
}

const NONE: Open = { inFirst: true, inLast: true, isGuard: false }

/** The two ends of what may be compiled; null for a source without conditionals, or whose conditionals are not closed. */
export function branchesOf(text: string): Branches | null {
  const lines = text.split('\n')
  const stack: Open[] = []
  const first: string[] = []
  const last: string[] = []
  let line = 0
  for (const [i, code] of lines.entries()) {
    const [, directive, name = ''] = DIRECTIVE.exec(code) ?? []
    if (directive === undefined) {
      const { inFirst, inLast } = stack.at(-1) ?? NONE
      first.push(inFirst ? code : '')
      last.push(inLast ? code : '')
      continue
    }
    first.push('')
    last.push('')
    const open = directive.startsWith('if') ? null : stack.pop()
    if (open === undefined) return null
    const around = stack.at(-1) ?? NONE
    if (open === null) {
      const isGuard = directive === 'ifndef' && isOnlyDefined(lines.slice(i + 1, i + 3), name)
      if (!isGuard) line ||= i + 1
      stack.push({ inFirst: around.inFirst, inLast: around.inLast && isGuard, isGuard })
    } else if (directive !== 'endif') {
      const isLast = directive === 'else' && !open.isGuard
      stack.push({ inFirst: false, inLast: around.inLast && isLast, isGuard: open.isGuard })
    }
  }
  if (stack.length > 0 || line === 0) return null
  return { first: first.join('\n'), last: last.join('\n'), line }
}

/** Whether two lines define a macro and close the conditional. */
function isOnlyDefined([define = '', end = '']: readonly string[], name: string): boolean {
  const defined = /^[ \t]*#[ \t]*define[ \t]+(\w+)/.exec(define)?.[1]
  return defined === name && DIRECTIVE.exec(end)?.[1] === 'endif'
}
