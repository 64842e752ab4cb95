/**
 * Build step: runs the executable on a small map and saves the code that V8 has compiled, next to the bundle. With it the
 * same version of Node.js starts the program in half the time; other versions ignore it.
 */
const { readFileSync, writeFileSync } = require('node:fs')
const vm = require('node:vm')
const zlib = require('node:zlib')

let script
vm.Script = class extends vm.Script {
  constructor(...args) {
    super(...args)
    script = this
  }
}
const file = `dist/kallsyms-${process.version}-${process.arch}.cache`
process.on('exit', () => {
  // Node.js before 20.15 has no checksums, and starts without a cache.
  if (!zlib.crc32) return
  const code = script.createCachedData()
  // For the executable: checksums of the program and of the code.
  const sums = Buffer.alloc(8)
  sums.writeUInt32LE(zlib.crc32(readFileSync('dist/kallsyms.cjs')), 0)
  sums.writeUInt32LE(zlib.crc32(code), 4)
  writeFileSync(file, Buffer.concat([sums, code]))
})
process.argv.splice(2, 0, '--kernel', '6.12', '--all-symbols', '-o', '/dev/null', 'golden/inputs/minimal.nm')
require('../bin/kallsyms')
