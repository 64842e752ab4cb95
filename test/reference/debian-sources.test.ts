/** The sources of Debian's kernels. Not in the sample: their scripts come after a gigabyte of other files. */
import assert from 'node:assert/strict'
import { execFile, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { detectDialect } from '../../src/dialect/detect.js'
import { findRelease } from '../../src/dialect/resolve.js'
import { type BuildFacts, buildFacts } from '../../src/kbuild/build-facts.js'
import { type ExtraPass, STANDARD_PASSES } from '../../src/kbuild/passes.js'
import { temporaryFolder } from '../support/run.js'
import { NOT_IN_SAMPLE } from '../support/sizes.js'

/** The version of the package determines the expected row. */
test("Debian's kernel sources are recognised as the rows of their versions", {
  concurrency: true,
}, async t => {
  const sources = ['6.1', '6.12'].map(series => {
    const archive = `/usr/src/linux-source-${series}.tar.xz`
    const missing = existsSync(archive) ? false : `linux-source-${series} is not installed`
    return t.test(series, { skip: NOT_IN_SAMPLE || missing }, async t => {
      const query = ['-W', '-f', '$' + '{Version}', `linux-source-${series}`]
      const version = spawnSync('dpkg-query', query, { encoding: 'utf8' }).stdout
      const names = ['kallsyms.c', 'link-vmlinux.sh', 'mksysmap']
      const [tool, linkScript, filter] = await extract(
        temporaryFolder(t),
        archive,
        names.map(name => `linux-source-${series}/scripts/${name}`),
      )
      const { dialect } = findRelease(version)
      assert.deepEqual(detectDialect(tool as string).dialect, dialect, version)
      const facts = buildFacts(dialect, version)
      assertFacts(facts, withoutComments(linkScript as string), withoutComments(filter as string))
    })
  })
  await Promise.all(sources)
})

/** Extracts files from an archive; stops after the last one. */
async function extract(folder: string, archive: string, files: readonly string[]): Promise<string[]> {
  await promisify(execFile)('tar', ['-C', folder, '-xf', archive, '--occurrence=1', ...files])
  return files.map(file => readFileSync(path.join(folder, file), 'latin1'))
}

function withoutComments(script: string): string {
  return script.replace(/^\s*#.*$/gm, '')
}

/** Compares recorded facts of a kernel's build with its scripts. */
function assertFacts(facts: BuildFacts, linkScript: string, filter: string): void {
  assert.equal(/^\s*kallsyms "?\$\S+\.syms/m.test(linkScript), facts.filtersMap)
  assert.equal(/^\s*true > \S+\.syms$/m.test(linkScript), facts.beginsEmpty)
  assert.equal(/mksysmap"? \S+ \S+ \S+/.test(linkScript), facts.hidesTableLabels)
  assert.equal(/ \[(\w+)\] /.exec(filter)?.[1], facts.removedTypes)
  const prefixes = [...filter.matchAll(/(?:-e '|^\/) ((?:\\?[\w.]|\\\$)+)(?:'|\/d)/gm)].map(([, text = '']) =>
    text.replaceAll('\\', ''),
  )
  for (const prefix of facts.removedPrefixes) assert.ok(prefixes.includes(prefix), prefix)
  // From 6.4 on some are not recorded.
  if (!facts.beginsEmpty) assert.deepEqual(prefixes.sort(), [...facts.removedPrefixes].sort())

  const [, more] = /^\tif \[ \$size1 -ne \$size2 \]((?:\\\n|[^;])*)/m.exec(linkScript) ?? []
  const extraPass: ExtraPass =
    more === undefined ? 'never' : more.includes('kallsymso_changed') ? 'sizes-or-labels' : 'sizes'
  assert.equal(extraPass, facts.extraPass)
  const passes = linkScript.match(/^\t(?:kallsyms_step \d|sysmap_and_kallsyms \.tmp_vmlinux\d)$/gm)
  assert.equal(passes?.length, STANDARD_PASSES)
}
