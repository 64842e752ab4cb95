/** The exact and the compact text of one table, for all dialects and options that change the text. */
import type { Dialect } from '../../src/dialect/dialect.js'
import { KallsymsError } from '../../src/errors.js'
import { generate } from '../../src/generate/generate.js'
import type { GenerateOptions } from '../../src/generate/options.js'
import { readGolden } from './golden.js'

export interface Texts {
  readonly exact: string
  readonly compact: string
}

/** Percpu symbols, one below `_text`, names with all bytes except quotes and backslashes, and long names. */
export function compactMap(word: 4 | 8): Buffer {
  const base = ['percpu64', 'high-bytes', 'lengths-long', 'count-513']
    .map(name => readGolden(`inputs/${name}.nm`).toString('latin1'))
    .join('')
    .split('\n')
    .filter(line => line !== '')
    .sort()
  return Buffer.from(base.map(line => `${word === 8 ? line : line.slice(8)}\n`).join(''), 'latin1')
}

/** Every combination of options that changes the kinds of lines. */
export function textOptions({ options }: Dialect): GenerateOptions[] {
  const has = (...names: Dialect['options'][number][]): boolean => names.every(name => options.includes(name))
  return [
    {},
    { stabilise: 'literal', headroom: 100 },
    ...(has('absolute-percpu') ? [{ absolutePercpu: true }] : []),
    ...(has('base-relative') ? [{ baseRelative: true }] : []),
    ...(has('base-relative', 'absolute-percpu') ? [{ baseRelative: true, absolutePercpu: true }] : []),
    ...(has('pc-relative') ? [{ pcRelative: true }] : []),
    ...(has('uncompressed') ? [{ uncompressed: true }] : []),
    ...(has('symbol-prefix') ? [{ symbolPrefix: 0x5f }] : []),
  ]
}

/** A text of both forms; null where the symbols do not fit the dialect's offsets. */
export function bothTexts(input: Buffer, options: GenerateOptions): Texts | null {
  try {
    const text = (compact: boolean): string =>
      Buffer.from(generate(input, { ...options, allSymbols: true, compact }).assembly).toString('latin1')
    return { exact: text(false), compact: text(true) }
  } catch (error) {
    if (error instanceof KallsymsError && error.code === 'out-of-range') return null
    throw error
  }
}
