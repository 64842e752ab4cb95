/** The options that a configuration asks for. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findRelease } from '../../../src/dialect/resolve.js'
import { configuredOptions } from '../../../src/kbuild/configured-options.js'

function optionsOf(kernel: string, ...symbols: string[]): string[] {
  return configuredOptions(findRelease(kernel).dialect, symbol => symbols.includes(symbol))
}

test('each option with its symbol, where the tool has it', () => {
  assert.deepEqual(optionsOf('6.6', 'KALLSYMS_ALL', 'LTO_CLANG'), ['all-symbols', 'lto-clang'])
  assert.deepEqual(optionsOf('5.4', 'KALLSYMS_ALL', 'LTO_CLANG'), ['all-symbols'])
  assert.deepEqual(optionsOf('5.4', 'KALLSYMS_ABSOLUTE_PERCPU', 'KALLSYMS_BASE_RELATIVE'), [
    'absolute-percpu',
    'base-relative',
  ])
  assert.deepEqual(optionsOf('6.12', 'KALLSYMS_BASE_RELATIVE'), [])
  assert.deepEqual(optionsOf('5.4'), [])
})

test('one of several symbols is enough', () => {
  assert.deepEqual(optionsOf('7.1', '64BIT'), ['pc-relative'])
  assert.deepEqual(optionsOf('7.1', 'RELOCATABLE'), ['pc-relative'])
  assert.deepEqual(optionsOf('6.12', '64BIT', 'RELOCATABLE'), [])
})

test('up to 4.5 every x86-64 build asks for absolute percpu addresses', () => {
  assert.deepEqual(optionsOf('4.4', 'X86_64'), ['absolute-percpu'])
  assert.deepEqual(optionsOf('4.6', 'X86_64'), [])
  assert.deepEqual(optionsOf('3.3', 'X86_64'), [])
})
