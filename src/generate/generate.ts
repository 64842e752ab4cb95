/**
 * The generator: from the bytes of `nm -n` to assembly text.
 *
 * Options are resolved (`options.ts`), the map becomes tables of known size, stage by stage (`plan.ts`), and these are
 * written as text (`emit/assembly.ts`).
 */
import { withoutCrash } from '../dialect/history.js'
import { emitAssembly } from '../emit/assembly.js'
import { Output, type Sink } from '../emit/output.js'
import { UnfittingOffset } from '../emit/tables.js'
import { tableAlignment } from '../layout/format.js'
import type { Headroom } from '../layout/headroom.js'
import type { TableSize } from '../layout/layout.js'
import type { Problem, Report } from '../problem.js'
import { type Arena, withArena } from '../wasm/arena.js'
import { unfittingError } from './blame.js'
import { type GenerateOptions, resolveOptions } from './options.js'
import { type Hooks, mayCrash, planTables } from './plan.js'

/** What a run did. */
export interface Summary {
  /** Symbols of the input that the grammar and the name limit let through. */
  readonly symbolsRead: number
  /** Symbols that were left out because their names are too long. */
  readonly symbolsSkipped: number
  /** Symbols of the table. */
  readonly symbolsKept: number
  /** The tables in the order of the output, with the sizes that the assembler gives them. */
  readonly tables: readonly TableSize[]
  /** Alignment of the tables, in bytes. */
  readonly alignment: 4 | 8
  /** What was set aside for growth; null where none was wanted, and in later passes. */
  readonly headroom: Headroom | null
  /** Bytes of assembly text. */
  readonly bytesWritten: number
}

/**
 * Reads a map and writes its symbol table as assembly text, in pieces.
 *
 * @param map what `nm -n` printed, for 6.1 and later as the kernel's mksysmap filters it; not modified
 * @param sink takes the text piece by piece; a piece is valid during the call only
 * @throws {TypeError} for a map that is no Uint8Array
 * @throws {KallsymsError} `bad-input`, `empty-table`, `out-of-range` where the C tool stops with an error (the text that
 *   it had written before has then gone to the sink), `too-large`, and `usage` for an option that the dialect does not
 *   have or a value out of range
 */
export function generateTo(sink: Sink, map: Uint8Array, options: GenerateOptions = {}): Summary {
  return generateWith({}, sink, map, options)
}

/**
 * Reads a map and returns its symbol table as assembly text.
 *
 * @throws {KallsymsError} as `generateTo`
 */
export function generate(
  map: Uint8Array,
  options: GenerateOptions = {},
): Summary & { readonly assembly: Uint8Array } {
  const chunks: Uint8Array[] = []
  const summary = generateTo(chunk => chunks.push(chunk.slice()), map, options)
  return { ...summary, assembly: Buffer.concat(chunks) }
}

/**
 * As `generateTo`, with functions of the caller's in the run.
 *
 * @throws {KallsymsError} as `generateTo`; and what the hooks throw
 */
export function generateWith(hooks: Hooks, sink: Sink, map: Uint8Array, options: GenerateOptions): Summary {
  if (!(map instanceof Uint8Array)) throw new TypeError('the map is a Uint8Array, such as a Buffer')
  return withArena(arena => generateIn(arena, hooks, sink, map, options))
}

function generateIn(
  arena: Arena,
  hooks: Hooks,
  sink: Sink,
  map: Uint8Array,
  options: GenerateOptions,
): Summary {
  const resolved = resolveOptions(options)
  const { onStage = () => {} } = options
  let symbolsSkipped = 0
  const report: Report = problem => {
    if (problem.kind === 'name-too-long') symbolsSkipped++
    options.report?.(problem)
  }
  const { dialect } = resolved
  // If the run may have to be repeated in another dialect, problems are reported once that is decided.
  const held: Problem[] = []
  const plan = planTables(map, resolved, {
    arena,
    report: mayCrash(resolved) ? problem => held.push(ownCopy(problem)) : report,
    onStage,
    hooks,
  })
  if (plan === null) {
    report({ kind: 'original-crashes' })
    return generateWith(hooks, sink, map, { ...options, dialect: withoutCrash(dialect) })
  }
  held.forEach(report)

  onStage('emit')
  const output = new Output(sink, arena)
  try {
    emitAssembly(plan, resolved, output, arena)
  } catch (error) {
    throw error instanceof UnfittingOffset ? unfittingError(map, plan.selection, resolved, error) : error
  } finally {
    output.flush()
  }
  onStage('done')
  return {
    symbolsRead: plan.symbolsRead,
    symbolsSkipped,
    symbolsKept: plan.selection.symbols.count,
    tables: plan.tables,
    alignment: tableAlignment(dialect, plan.wordBytes),
    headroom: plan.headroom,
    bytesWritten: output.written,
  }
}

/** A problem that is still valid after the call that reported it. */
function ownCopy(problem: Problem): Problem {
  return problem.kind === 'name-too-long' ? { ...problem, name: problem.name.slice() } : problem
}
