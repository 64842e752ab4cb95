/**
 * The library: symbol tables of the Linux kernel, as `scripts/kallsyms` of every version writes them. Functions throw
 * `KallsymsError`.
 *
 * @example
 * import { findRelease, generate } from 'kallsyms'
 *
 * const { assembly, tables } = generate(map, { dialect: findRelease('6.12').dialect, allSymbols: true })
 */
export type { CompressedNames } from './compress/compress.js'
export type { TokenTable } from './compress/token-table.js'
export type { Tokens } from './compress/tokens.js'
export type { StableTypes, Types } from './compress/types.js'
export type { FoundAddress } from './decode/addresses.js'
export {
  type Assembled,
  type AssemblyOptions,
  readAssembly,
  withText,
} from './decode/assembly.js'
export { type DecodeOptions, Decoder, decodeAssembly } from './decode/decoder.js'
export type { AssembledTable } from './decode/image.js'
export type { RawTables, TableFormat } from './decode/tables.js'
export { type Detected, detectDialect } from './dialect/detect.js'
export {
  type Dialect,
  hasOption,
  type IgnoreRules,
  type NameLimit,
  OPTIONS,
  type OptionName,
  type RelativeBase,
  type TextRange,
} from './dialect/dialect.js'
export { originOf } from './dialect/history.js'
export { GAPS, type Gap, RELEASES, type Release, VARIANTS } from './dialect/releases.js'
export { type Doubt, doubtsAbout, findRelease, newestRelease } from './dialect/resolve.js'
export { type KernelVersion, readVersion } from './dialect/version.js'
export type { ByteSource } from './elf/byte-source.js'
export { mapOfImage } from './elf/map.js'
export type { IncludedFile } from './emit/included.js'
export type { Sink } from './emit/output.js'
export { type ErrorCode, KallsymsError } from './errors.js'
export { type ExplainedBuild, type ExplainedPass, explain, type OnWork } from './explain/explain.js'
export type {
  Advice,
  Cause,
  CauseCode,
  ChangedSymbol,
  Explanation,
  PassFacts,
  Place,
  Step,
  TableFacts,
  Verdict,
  VerdictCode,
} from './explain/explanation.js'
export { generate, generateTo, type Summary } from './generate/generate.js'
export type { GenerateOptions, OriginalOptions, StableOptions, StageName } from './generate/options.js'
export type { NameDecoder, NameTexts } from './lab/proposals/decoders.js'
export type {
  DecoderFactory,
  GeneratedTables,
  Proposal,
  ProposalPass,
  SizedTable,
} from './lab/proposals/proposal.js'
export type { Toolkit } from './lab/proposals/toolkit.js'
export type { Headroom } from './layout/headroom.js'
export type { TableSize } from './layout/layout.js'
export { type Listing, ListingReader } from './nm/listing.js'
export type { Problem, Report } from './problem.js'
export type { Address } from './symbols/address.js'
export type { SymbolTable } from './symbols/table.js'
