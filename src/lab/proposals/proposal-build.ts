/**
 * The tables of a build, pass by pass, as a proposal makes them. What it has no step for is done by the generator, with
 * the proposal's options; one without any step is the generator and nothing else.
 *
 * Whatever a proposal returns is looked at before it is used, and what it throws is told with its name and with the
 * place in its own file.
 */
import { pathToFileURL } from 'node:url'
import type { CompressedNames } from '../../compress/compress.js'
import { Tokens } from '../../compress/tokens.js'
import { type Assembled, readAssembly } from '../../decode/assembly.js'
import { type Dialect, hasOption, ignoreRules } from '../../dialect/dialect.js'
import { KallsymsError } from '../../errors.js'
import { generateWith } from '../../generate/generate.js'
import { type GenerateOptions, type OriginalOptions, resolveOptions } from '../../generate/options.js'
import type { Hooks } from '../../generate/plan.js'
import type { Selection } from '../../select/select.js'
import { type SymbolTable, takeOut } from '../../symbols/table.js'
import type { MadeTables, Proposal, ProposalPass, SizedTable } from './proposal.js'
import { replaceTables } from './replace-tables.js'
import { TOOLKIT } from './toolkit.js'

/** How a kernel's build calls its tool. */
export interface ProposalBuildOptions extends OriginalOptions {
  readonly dialect: Dialect
  /** Write the text that is read fastest; the object is the same. */
  readonly compact?: boolean
}

/** What a pass gave. */
export interface Made {
  readonly assembly: Uint8Array
  readonly selection: Selection
  readonly word: 4 | 8
}

/** The step of a proposal that runs, for messages. */
type StepName = 'strings' | 'compress' | 'layOut' | 'pad' | 'keep' | 'decoder'

/** The dialect of a kernel that has what a proposal asks for. */
export function dialectFor(dialect: Dialect, { options, labels = [] }: Proposal): Dialect {
  const { ignored } = dialect
  const hasOwn = options?.uncompressed === true && !hasOption(dialect, 'uncompressed')
  const names = ignored.names.includes('kallsyms_names') ? labels : []
  return {
    ...dialect,
    ...(hasOwn && { options: [...dialect.options, 'uncompressed' as const] }),
    ...(names.length > 0 && { ignored: ignoreRules({ ...ignored, names: [...ignored.names, ...names] }) }),
  }
}

/** Makes the tables of one build. */
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
   * Makes the tables of the next pass.
   *
   * @param previous the assembly of the pass before, where the map does not tell the sizes
   * @throws {KallsymsError} as `generate`; `bad-proposal` with the proposal's name for what the proposal does
   */
  make(map: Uint8Array, previous: Uint8Array | null = null): Made {
    const { proposal } = this
    let selection: Selection | undefined
    let ofRun: SymbolTable | undefined
    let word: 4 | 8 = 8
    let names: CompressedNames | undefined
    const selected = (some: Selection, bytes: 4 | 8): void => {
      // What is shown is there during the run only.
      const { symbols, absolute } = some
      const own = takeOut(symbols, symbols.text.slice())
      selection = { ...some, symbols: own, absolute: absolute?.slice() ?? null, layoutDependent: null }
      ofRun = symbols
      word = bytes
    }
    const compress = (symbols: SymbolTable): CompressedNames => {
      const made = this.compress(symbols, word)
      if (symbols === ofRun) names = made
      return made
    }
    const hooks: Hooks = hasSteps(proposal) ? { selected, compress } : { selected }
    const { holdsSizes } = resolveOptions(this.options)
    const chunks: Uint8Array[] = []
    generateWith(hooks, chunk => chunks.push(chunk.slice()), map, {
      ...this.options,
      ...(holdsSizes && previous && { previous }),
    })
    const assembly = Buffer.concat(chunks)
    const made = selection as unknown as Selection
    return {
      assembly: names ? this.finish(assembly, made.symbols, names, word) : assembly,
      selection: made,
      word,
    }
  }

  private pass(symbols: SymbolTable, word: 4 | 8): ProposalPass {
    const { kept, before } = this
    return { symbols, dialect: this.options.dialect, word, kept, before, tools: TOOLKIT }
  }

  private compress(symbols: SymbolTable, word: 4 | 8): CompressedNames {
    const { proposal } = this
    const pass = this.pass(symbols, word)
    const strings = proposal.strings ? this.call('strings', () => proposal.strings?.(pass)) : symbols
    if (!isTable(strings)) throw this.wrong('strings', 'returned no table of symbols with all its columns')
    if (strings.count !== symbols.count) {
      throw this.wrong('strings', `returned ${strings.count} strings for ${symbols.count} symbols`)
    }
    const types = this.options.stabilise ?? 'exact'
    const names = proposal.compress
      ? this.call('compress', () => proposal.compress?.(strings, pass))
      : this.options.uncompressed
        ? TOOLKIT.uncompressed(strings)
        : TOOLKIT.bytePairs(strings, { types })
    if (!isNames(names, symbols.count)) {
      throw this.wrong(
        'compress',
        'returned no names with codes (bytes), a length of each (16 bits), and tokens',
      )
    }
    // Where they lie may be lent, as the strings are.
    return { codes: names.codes.slice(), length: names.length.slice(), tokens: names.tokens }
  }

  /** What comes behind the generator's own work. */
  private finish(
    assembly: Uint8Array,
    symbols: SymbolTable,
    names: CompressedNames,
    word: 4 | 8,
  ): Uint8Array {
    const { proposal, options } = this
    const scan = { wordBytes: word, ...(options.symbolPrefix && { symbolPrefix: options.symbolPrefix }) }
    // What the tables are compared with afterwards is out of its reach.
    const pass = this.pass(takeOut(symbols, symbols.text.slice()), word)
    const laid = this.mapFrom('layOut', () => proposal.layOut?.(names, pass))
    const known = new Set([
      ...sizesOf(readAssembly(assembly, scan)).map(({ label }) => label),
      ...(proposal.labels ?? []),
    ])
    for (const [label, table] of laid) {
      if (!known.has(label)) {
        throw this.wrong('layOut', `returned a table with the label ${label}, which its labels do not have`)
      }
      if (table !== null && !(table instanceof Uint8Array)) {
        throw this.wrong('layOut', `returned no bytes for ${label}`)
      }
    }
    const left = [...known].filter(label => laid.get(label) !== null)
    if (!left.some(label => label.startsWith('kallsyms_'))) throw this.wrong('layOut', 'leaves no table')
    let text = replaceTables(assembly, scan, laid, new Map())
    let sizes = sizesOf(readAssembly(text, scan))
    if (proposal.pad) {
      const padding = this.mapFrom('pad', () => proposal.pad?.(sizes, pass))
      for (const [label, bytes] of padding) {
        if (!sizes.some(size => size.label === label))
          throw this.wrong('pad', `knows of a table ${label}, which there is not`)
        if (!Number.isInteger(bytes) || bytes < 0 || bytes > 2 ** 28) {
          throw this.wrong('pad', `returned ${bytes} bytes for ${label}`)
        }
      }
      text = replaceTables(text, scan, new Map(), padding)
      sizes = sizes.map(size => ({ ...size, padding: size.padding + (padding.get(size.label) ?? 0) }))
    }
    const made: MadeTables = { names, tables: sizes }
    if (proposal.keep) this.kept = this.call('keep', () => proposal.keep?.(made, pass))
    this.before = sizes
    return text
  }

  private call<Result>(step: StepName, work: () => Result): Result {
    return callStep(this.proposal, this.file, step, work)
  }

  /** What a step returns, which is a map or nothing. */
  private mapFrom<Value>(
    step: StepName,
    work: () => ReadonlyMap<string, Value> | undefined,
  ): ReadonlyMap<string, Value> {
    const map = this.call(step, work)
    if (map !== undefined && !(map instanceof Map)) throw this.wrong(step, 'returned no Map by labels')
    return map ?? new Map()
  }

  private wrong(step: StepName, what: string): KallsymsError {
    return new KallsymsError('bad-proposal', `proposal ${this.proposal.name}: its ${step} ${what}`)
  }
}

/**
 * Runs a step of a proposal.
 *
 * @throws {KallsymsError} `bad-proposal` with the proposal's name and the place in its file
 */
export function callStep<Result>(
  { name }: Proposal,
  file: string | undefined,
  step: StepName,
  work: () => Result,
): Result {
  let result: Result
  try {
    result = work()
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const place = file === undefined ? '' : ` (${placeIn(error, file)})`
    throw new KallsymsError(
      'bad-proposal',
      `proposal ${name}: its ${step} failed: ${message.split('\n')[0]}${place}`,
    )
  }
  if (isPromise(result)) {
    // Whatever becomes of it, nobody waits.
    result.then(
      () => {},
      () => {},
    )
    throw new KallsymsError(
      'bad-proposal',
      `proposal ${name}: its ${step} returned a promise: steps are not async`,
    )
  }
  return result
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as PromiseLike<unknown> | undefined)?.then === 'function'
}

/** Where in a file an error was thrown, as far as its stack tells: `file:line:column`. */
export function placeIn(error: unknown, file: string): string {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  // Modules stand there by their addresses.
  for (const name of [pathToFileURL(file).href, file]) {
    for (const line of stack.split('\n')) {
      const at = line.indexOf(name)
      const place = at < 0 ? null : /^(:\d+:\d+|:\d+)/.exec(line.slice(at + name.length))
      if (place) return `${file}${place[0]}`
    }
  }
  return file
}

/** The tables of an assembly text with their sizes. */
export function sizesOf({ tables }: Assembled): SizedTable[] {
  return [...tables].map(([label, { bytes, padding }]) => ({
    label,
    bytes: bytes.length - padding,
    padding,
  }))
}

/** Whether a proposal does more than the generator with other options. */
function hasSteps({ strings, compress, layOut, pad, keep }: Proposal): boolean {
  return [strings, compress, layOut, pad, keep].some(step => step !== undefined)
}

function isTable(value: unknown): value is SymbolTable {
  if (typeof value !== 'object' || value === null) return false
  const { text, count, start, length, high, low } = value as Partial<SymbolTable>
  if (!(text instanceof Uint8Array && Number.isInteger(count) && length instanceof Uint16Array)) return false
  const columns = [start, length, high, low]
  return columns.every(column => column !== undefined && column.length >= (count as number))
}

function isNames(value: unknown, count: number): value is CompressedNames {
  if (typeof value !== 'object' || value === null) return false
  const { codes, length, tokens } = value as Partial<CompressedNames>
  if (!(codes instanceof Uint8Array && length instanceof Uint16Array && length.length === count)) return false
  if (!(tokens instanceof Tokens)) return false
  return length.reduce((sum, codes) => sum + codes, 0) === codes.length
}
