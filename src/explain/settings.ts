/** How the tables of the passes were made: the same for all passes of a link. */
import type { StableTypes } from '../compress/types.js'
import type { Dialect } from '../dialect/dialect.js'
import type { OriginalOptions, ResolvedOptions } from '../generate/options.js'

export interface BuildSettings {
  readonly dialect: Dialect
  readonly options: OriginalOptions & {
    readonly stabilise?: StableTypes
    /** Whether no table was made smaller than in the previous pass. */
    readonly holdSizes?: boolean
    /** What was set aside for growth, in bytes or estimated. */
    readonly headroom?: number | 'auto'
  }
  /** The same as the generator's stages take them. */
  readonly resolved: ResolvedOptions
  /** Bytes of the target's word. */
  readonly wordBytes: 4 | 8
}

/** Names of symbols as the architecture has them, with its prefix. */
export function prefixed(names: readonly string[], { options }: Pick<BuildSettings, 'options'>): string[] {
  const prefix = options.symbolPrefix === undefined ? '' : String.fromCharCode(options.symbolPrefix)
  return names.map(name => prefix + name)
}
