/**
 * `npm run test:slow`: what takes too long for every run of the tests. Here the sources of Debian's kernels, of which
 * one file lies behind a gigabyte of others.
 */
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import { detectDialect } from '../../src/dialect/detect.js'
import { findRelease } from '../../src/dialect/resolve.js'

/** Debian's kernel sources; the version that the package has decides which row they should equal. */
test("the sources of Debian's kernels give the rows of their versions", { concurrency: true }, async t => {
  const sources = ['6.1', '6.12'].map(series => {
    const archive = `/usr/src/linux-source-${series}.tar.xz`
    const skip = existsSync(archive) ? false : `linux-source-${series} is not installed`
    return t.test(series, { skip }, async () => {
      const query = ['-W', '-f', '$' + '{Version}', `linux-source-${series}`]
      const version = spawnSync('dpkg-query', query, { encoding: 'utf8' }).stdout
      const source = await extract(archive, `linux-source-${series}/scripts/kallsyms.c`)
      assert.deepEqual(detectDialect(source).dialect, findRelease(version).dialect, version)
    })
  })
  await Promise.all(sources)
})

/** One file of an archive; stops at its end, as most of the archive is in front of it and the rest is of no use. */
async function extract(archive: string, file: string): Promise<string> {
  const tar = spawn('tar', ['-xOf', archive, '--occurrence=1', file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  tar.stdout.setEncoding('latin1')
  for await (const chunk of tar.stdout) text += chunk
  return text
}
