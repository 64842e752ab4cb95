/** Loads pages in a browser without a network. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(file =>
  existsSync(file),
)
/** Why tests of pages are skipped; false if they run. */
export const NO_BROWSER: string | false = CHROMIUM === undefined ? 'no browser: install chromium' : false

/** Loads a page, fails on any script error in it, and returns what a script at its end returns. */
export function resultIn(folder: string, page: string, script: string): unknown {
  const file = path.join(folder, 'page.html')
  const probe = `<script>
    window.errors = []
    window.addEventListener('error', event => window.errors.push(event.message))
  </script>`
  const end = `<script>
    const result = (() => { ${script} })()
    document.body.dataset.result = encodeURIComponent(JSON.stringify({ result, errors: window.errors }))
  </script></body>`
  writeFileSync(file, page.replace('<head>', `<head>${probe}`).replace('</body>', end))
  const { status, stdout, stderr } = spawnSync(
    CHROMIUM as string,
    [
      ...['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
      ...['--disable-component-update', '--disable-sync', '--window-size=1200,900'],
      ...[`--user-data-dir=${path.join(folder, 'profile')}`, '--dump-dom', `file://${file}`],
    ],
    { encoding: 'utf8', timeout: 60_000 },
  )
  assert.equal(status, 0, stderr)
  const data = /data-result="([^"]*)"/.exec(stdout)?.[1] ?? ''
  const { result, errors } = JSON.parse(decodeURIComponent(data))
  assert.deepEqual(errors, [])
  return result
}
