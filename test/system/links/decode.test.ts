/**
 * Tables in linked images, decoded as the kernel does: after convergence the symbols of a stable table are those that nm
 * prints for the image, with the same names, letters, addresses and order.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Decoder } from '../../../src/decode/decoder.js'
import type { Dialect } from '../../../src/dialect/dialect.js'
import { findRelease } from '../../../src/dialect/resolve.js'
import { resolveOptions } from '../../../src/generate/options.js'
import { BuildDirectory, isConsistent, type LinkedPass } from '../../../src/lab/links/build-directory.js'
import { type Layout, MEMBERSHIP_FLIP, STUBS, TYPE_FLIP } from '../../../src/lab/links/layouts.js'
import {
  ARM,
  missingFrom,
  POWERPC,
  type Toolchain,
  X86_64_LD,
  X86_64_LLD,
} from '../../../src/lab/links/toolchains.js'
import { parse } from '../../../src/nm/parse.js'
import { select } from '../../../src/select/select.js'
import type { Address } from '../../../src/symbols/address.js'
import { FUNCTIONS } from '../../support/functions.js'
import { NOT_IN_SAMPLE } from '../../support/sizes.js'
import { buildArgs, FOLD, generatorOf, LITERAL, STABLE, type Strategy } from '../../support/strategies.js'
import { latin1, symbolsOf } from '../../support/table.js'

const CASES: readonly (readonly [Toolchain, kernel: string, Layout, padding: number, Strategy])[] = [
  [X86_64_LD, '3.3.8', TYPE_FLIP, 4352, STABLE],
  [X86_64_LD, '5.4.18', TYPE_FLIP, 192, LITERAL],
  [X86_64_LD, '6.1.20', MEMBERSHIP_FLIP, 4096, STABLE],
  [X86_64_LD, '6.6.17', MEMBERSHIP_FLIP, 4032, STABLE],
  [X86_64_LD, '6.12.117', TYPE_FLIP, 3264, STABLE],
  [X86_64_LD, '7.1.5', TYPE_FLIP, 3264, STABLE],
  [X86_64_LD, '7.1.5', TYPE_FLIP, 3264, FOLD],
  [X86_64_LLD, '6.1.20', MEMBERSHIP_FLIP, 768, STABLE],
  [POWERPC, '3.3.8', TYPE_FLIP, 192, STABLE],
  [POWERPC, '6.12.117', TYPE_FLIP, 3264, STABLE],
  [POWERPC, '7.1.5', TYPE_FLIP, 3264, STABLE],
  [ARM, '3.3.8', STUBS, 2432, STABLE],
]

let directory: BuildDirectory
before(async () => {
  directory = await BuildDirectory.open(FUNCTIONS)
})
after(() => directory.close())

for (const [toolchain, kernel, layout, padding, strategy] of CASES) {
  const title = `${toolchain.name}, ${kernel}, ${layout.name} at ${padding}, ${strategy.name}`
  test(title, { skip: missingFrom(toolchain) ?? NOT_IN_SAMPLE }, async () => {
    const { dialect } = findRelease(kernel)
    const generator = generatorOf(dialect, layout, toolchain, strategy)
    let decoded: string[] = []
    let last: LinkedPass | null = null
    for await (const pass of directory.passes({ toolchain, layout, padding, dialect, generator })) {
      decoded = await decodedFrom(pass, dialect, layout, toolchain)
      last = pass
    }
    assert.ok(last !== null && isConsistent(last))
    const listed = listedIn(last.after, dialect, layout)
    assert.ok(listed.length > 3000)
    if (strategy === FOLD) assert.deepEqual(decoded, listed.map(folded))
    else assert.deepEqual(decoded, listed)
  })
}

async function decodedFrom(
  pass: LinkedPass,
  dialect: Dialect,
  layout: Layout,
  toolchain: Toolchain,
): Promise<string[]> {
  const { bytes, addresses } = await pass.tables()
  const isPcRelative = buildArgs(dialect, layout, toolchain).includes('--pc-relative')
  const place = addressOf(addresses.get('kallsyms_offsets') ?? 0n)
  const decoder = new Decoder(bytes, {
    dialect,
    wordBytes: toolchain.word,
    bigEndian: toolchain.bigEndian,
    ...(isPcRelative && { pcRelative: { to: 'place' as const, address: place } }),
  })
  return symbolsOf(decoder.symbols())
}

/** The symbols of a map that the dialect selects. */
function listedIn(listing: string, dialect: Dialect, { allSymbols }: Layout): string[] {
  const { symbols } = select(
    parse(latin1(listing), dialect, () => {}),
    resolveOptions({ dialect, allSymbols }),
  )
  return symbolsOf(symbols)
}

function addressOf(value: bigint): Address {
  return { high: Number(value >> 32n), low: Number(value & 0xffffffffn) }
}

/** A symbol with its letter after `fold`. */
function folded(symbol: string): string {
  return symbol.replace(/ ([^VvWw]) /, (_, letter: string) => (/[A-Z]/.test(letter) ? ' T ' : ' t '))
}
