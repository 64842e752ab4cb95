/** Our output, assembled, against the tables in the image that Debian shipped. */
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { readAssembly } from '../../../src/decode/assembly.js'
import { readGolden } from '../../support/golden.js'
import { kallsyms, temporaryFolder } from '../../support/run.js'
import { SHIPPED_ARGS, SHIPPED_MAP, shippedTables } from '../../support/shipped.js'

const hasCompiler =
  spawnSync('gcc', ['--version']).status === 0 && spawnSync('objcopy', ['--version']).status === 0

test('shipped tables', { skip: hasCompiler ? false : 'gcc and objcopy are not installed' }, t => {
  const folder = temporaryFolder(t)
  const file = (name: string): string => path.join(folder, name)
  mkdirSync(file('asm'))
  writeFileSync(file('asm/bitsperlong.h'), '#define BITS_PER_LONG 64\n')
  writeFileSync(file('in.map'), readGolden(SHIPPED_MAP))
  const run = kallsyms([...SHIPPED_ARGS, '-o', file('k.S'), file('in.map')])
  assert.deepEqual([run.status, run.stderr], [0, ''])

  execFileSync('gcc', ['-I', folder, '-D__ASSEMBLY__', '-c', '-o', file('k.o'), file('k.S')])
  execFileSync('objcopy', ['-O', 'binary', '-j', '.rodata', file('k.o'), file('k.bin')])
  const image = readFileSync(file('k.bin'))
  const places = execFileSync('nm', ['-n', file('k.o')])
    .toString()
    .split('\n')
    .flatMap(line => {
      const [, address, label] = /^([0-9a-f]+) R (\w+)$/.exec(line) ?? []
      return label === undefined ? [] : [{ label, at: Number.parseInt(address as string, 16) }]
    })
  const { symbols, tables } = shippedTables()
  assert.equal(places.length, tables.size + 2, 'the tables, num_syms and relative_base')

  const own = readAssembly(readFileSync(file('k.S'))).tables
  for (const [i, { label, at }] of places.entries()) {
    const end = places[i + 1]?.at ?? image.length
    if (label === 'kallsyms_num_syms') assert.equal(image.readUInt32LE(at), symbols)
    const shipped = tables.get(label)
    if (!shipped) continue
    const bytes = image.subarray(at, at + shipped.bytes)
    const padding = image.subarray(at + shipped.bytes, end)
    assert.ok(
      padding.length < 8 && padding.every(byte => byte === 0),
      `${label} ends where the shipped table does`,
    )
    assert.equal(createHash('sha256').update(bytes).digest('hex'), shipped.sha256, label)
    assert.ok(
      bytes.equals(own.get(label)?.bytes ?? new Uint8Array()),
      `our reading of ${label} agrees with the assembler`,
    )
  }
})
