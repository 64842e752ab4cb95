/**
 * The tables of a build, pass by pass, as a proposal makes them. The generator does the steps that a proposal does not
 * have, with the options of the proposal; for a proposal without steps, it does everything.
 *
 * What a proposal returns is checked before it is used. Errors name the proposal and the place in its file.
 */
import type { CompressedNames } from '../../compress/compress.js'
import { type Assembled, readAssembly } from '../../decode/assembly.js'
import { type Dialect, hasOption, ignoreRules } from '../../dialect/dialect.js'
import { generateWith } from '../../generate/generate.js'
import { type GenerateOptions, type OriginalOptions, resolveOptions } from '../../generate/options.js'
import type { Hooks } from '../../generate/plan.js'
import type { Selection } from '../../select/select.js'
import { type SymbolTable, takeOut } from '../../symbols/table.js'
import { callStep, type StepName, stepError } from './call-step.js'
import type { GeneratedTables, Proposal, ProposalPass, SizedTable } from './proposal.js'
import { replaceTables } from './replace-tables.js'
import { namesProblem, paddingProblem, stringsProblem, tablesProblem } from './returned.js'
import { TOOLKIT } from './toolkit.js'

/** The options that the kernel's build gives to its tool. */
export interface ProposalBuildOptions extends OriginalOptions {
  readonly dialect: Dialect
  /** Write the compact text, which is read faster; the object is the same. */
  readonly compact?: boolean
}

/** Result of one pass. */
export interface PassOutput {
  readonly assembly: Uint8Array
  /** The symbols of the table, as nm lists them. */
  readonly selection: Selection
  /** Bytes of the target's word. */
  readonly word: 4 | 8
}

/** A dialect, changed so that it allows what a proposal needs. */
export function dialectFor(dialect: Dialect, { options, labels = [] }: Proposal): Dialect {
  const { ignored } = dialect
  const addsOption = options?.uncompressed === true && !hasOption(dialect, 'uncompressed')
  const names = ignored.names.includes('kallsyms_names') ? labels : []
  return {
    ...dialect,
    ...(addsOption && { options: [...dialect.options, 'uncompressed' as const] }),
    ...(names.length > 0 && { ignored: ignoreRules({ ...ignored, names: [...ignored.names, ...names] }) }),
  }
}

/** The passes of one build. */
export class ProposalBuild {
  private kept: unknown
  private before: readonly SizedTable[] | null = null
  private readonly options: GenerateOptions & { readonly dialect: Dialect }

  /** @param file where the proposal was loaded from, for messages */
  constructor(
    private readonly proposal: Proposal,
    options: ProposalBuildOptions,
    private readonly file?: string,
  ) {
    this.options = { ...options, ...proposal.options, dialect: dialectFor(options.dialect, proposal) }
  }

  /**
   * Generates the tables of the next pass.
   *
   * @param previous the assembly of the previous pass, where the map has no labels of tables
   * @throws {KallsymsError} as `generate`; `bad-proposal` for errors of the proposal
   */
  generate(map: Uint8Array, previous: Uint8Array | null = null): PassOutput {
    const { proposal } = this
    let selection: Selection | undefined
    let ofRun: SymbolTable | undefined
    let word: 4 | 8 = 8
    let names: CompressedNames | undefined
    const selected = (some: Selection, bytes: 4 | 8): void => {
      // The columns are valid during the run only.
      const { symbols, absolute } = some
      const own = takeOut(symbols, symbols.text.slice())
      selection = { ...some, symbols: own, absolute: absolute?.slice() ?? null, layoutDependent: null }
      ofRun = symbols
      word = bytes
    }
    // Estimating the headroom compresses other sets of symbols too: those are not the names of the table.
    const compress = (symbols: SymbolTable): CompressedNames => {
      const compressed = this.compress(symbols, word)
      if (symbols === ofRun) names = compressed
      return compressed
    }
    const hooks: Hooks = hasSteps(proposal) ? { selected, compress } : { selected }
    const { holdsSizes } = resolveOptions(this.options)
    const chunks: Uint8Array[] = []
    generateWith(hooks, chunk => chunks.push(chunk.slice()), map, {
      ...this.options,
      ...(holdsSizes && previous && { previous }),
    })
    const assembly = Buffer.concat(chunks)
    const own = selection as unknown as Selection
    return {
      assembly: names ? this.changeTables(assembly, own.symbols, names, word) : assembly,
      selection: own,
      word,
    }
  }

  private pass(symbols: SymbolTable, word: 4 | 8): ProposalPass {
    const { kept, before } = this
    return { symbols, dialect: this.options.dialect, word, kept, before, tools: TOOLKIT }
  }

  /** The steps `strings` and `compress`. */
  private compress(symbols: SymbolTable, word: 4 | 8): CompressedNames {
    const { proposal } = this
    const pass = this.pass(symbols, word)
    const strings = proposal.strings
      ? this.call('strings', () => proposal.strings?.(pass) as SymbolTable)
      : symbols
    this.require('strings', stringsProblem(strings, symbols.count))
    const types = this.options.stabilise ?? 'exact'
    const names = proposal.compress
      ? this.call('compress', () => proposal.compress?.(strings, pass) as CompressedNames)
      : this.options.uncompressed
        ? TOOLKIT.uncompressed(strings)
        : TOOLKIT.bytePairs(strings, { types })
    this.require('compress', namesProblem(names, symbols.count))
    // They may be views of the strings, which are valid during the call only.
    return { codes: names.codes.slice(), length: names.length.slice(), tokens: names.tokens }
  }

  /** The steps `layOut`, `pad` and `keep`, on what the generator wrote. */
  private changeTables(
    assembly: Uint8Array,
    symbols: SymbolTable,
    names: CompressedNames,
    word: 4 | 8,
  ): Uint8Array {
    const { proposal, options } = this
    const scan = { wordBytes: word, ...(options.symbolPrefix && { symbolPrefix: options.symbolPrefix }) }
    // A copy: the tables are compared with the symbols afterwards, which a step must not change.
    const pass = this.pass(takeOut(symbols, symbols.text.slice()), word)
    const replaced = this.callForMap('layOut', () => proposal.layOut?.(names, pass))
    const known = new Set([
      ...sizesOf(readAssembly(assembly, scan)).map(({ label }) => label),
      ...(proposal.labels ?? []),
    ])
    this.require('layOut', tablesProblem(replaced, known))
    let text = replaceTables(assembly, scan, replaced, new Map())
    let sizes = sizesOf(readAssembly(text, scan))
    if (proposal.pad) {
      const padding = this.callForMap('pad', () => proposal.pad?.(sizes, pass))
      const labels = sizes.map(({ label }) => label)
      this.require('pad', paddingProblem(padding, labels))
      text = replaceTables(text, scan, new Map(), padding)
      sizes = sizes.map(size => ({ ...size, padding: size.padding + (padding.get(size.label) ?? 0) }))
    }
    const generated: GeneratedTables = { names, tables: sizes }
    if (proposal.keep) this.kept = this.call('keep', () => proposal.keep?.(generated, pass))
    this.before = sizes
    return text
  }

  private call<Result>(step: StepName, work: () => Result): Result {
    return callStep(this.proposal, this.file, step, work)
  }

  /** Calls a step that returns a map by labels, or nothing. */
  private callForMap<Value>(
    step: StepName,
    work: () => ReadonlyMap<string, Value> | undefined,
  ): ReadonlyMap<string, Value> {
    const map = this.call(step, work)
    if (map !== undefined && !(map instanceof Map)) this.require(step, 'did not return a Map by labels')
    return map ?? new Map()
  }

  private require(step: StepName, problem: string | null): void {
    if (problem !== null) throw stepError(this.proposal.name, step, problem)
  }
}

/** The tables of an assembly text with their sizes. */
export function sizesOf({ tables }: Assembled): SizedTable[] {
  return [...tables].map(([label, { bytes, padding }]) => ({
    label,
    bytes: bytes.length - padding,
    padding,
  }))
}

/** Whether a proposal has steps, rather than options of the generator only. */
export function hasSteps({ strings, compress, layOut, pad, keep }: Proposal): boolean {
  return [strings, compress, layOut, pad, keep].some(step => step !== undefined)
}
