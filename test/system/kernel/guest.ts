/** Runs a kernel in a virtual machine without acceleration, and reads its symbols. */
import { chmodSync, copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Workplace } from './workplace.js'

const BEGIN = '=== /proc/kallsyms, compressed'
const END = '=== end'

/** The init process: prints the symbols after the kernel's selftest, or after a minute. */
const INIT = `#!/bin/busybox sh
busybox() { /bin/busybox "$@"; }
busybox mount -t proc proc /proc
if [ "$1" = selftest ]; then
	n=0
	until busybox dmesg | busybox grep -Eq 'kallsyms_selftest: (finish|abort)' || [ $n = 60 ]; do
		busybox sleep 1
		n=$((n + 1))
	done
fi
busybox dmesg -n 1
echo '${BEGIN}'
busybox gzip -c /proc/kallsyms | busybox base64
echo '${END}'
busybox reboot -f
`

export interface Seen {
  /** The output on the serial console. */
  readonly console: string
  /** /proc/kallsyms of the guest. */
  readonly symbols: string
}

/** Packs the init process and busybox into an archive. */
export async function makeInitramfs(place: Workplace): Promise<string> {
  const root = place.at('initramfs')
  rmSync(root, { recursive: true, force: true })
  for (const folder of ['bin', 'proc']) mkdirSync(`${root}/${folder}`, { recursive: true })
  copyFileSync('/bin/busybox', `${root}/bin/busybox`)
  chmodSync(`${root}/bin/busybox`, 0o755)
  writeFileSync(`${root}/init`, INIT, { mode: 0o755 })
  const archive = place.at('initramfs.cpio')
  await place.run('pack the initramfs', ['sh', '-c', `find . | cpio -o -H newc >'${archive}'`], { cwd: root })
  return archive
}

/**
 * Runs a kernel until it has printed its symbols.
 *
 * @param name of the kernel, for messages
 * @param selftest whether to wait for the kernel's selftest
 */
export async function boot(
  place: Workplace,
  name: string,
  kernel: string,
  initramfs: string,
  selftest: boolean,
): Promise<Seen> {
  const console = await place.run(
    `run ${name}`,
    [
      'qemu-system-x86_64',
      ...['-accel', 'tcg', '-m', '256', '-nodefaults', '-no-reboot', '-display', 'none', '-serial', 'stdio'],
      ...['-kernel', kernel, '-initrd', initramfs],
      ...['-append', `console=ttyS0 panic=-1${selftest ? ' -- selftest' : ''}`],
    ],
    { seconds: 300 },
  )
  const [, encoded] = console.replaceAll('\r', '').split(`${BEGIN}\n`)
  const [packed, end] = encoded?.split(END) ?? []
  if (packed === undefined || end === undefined) {
    throw new Error(`${name} did not print its symbols; the end of its output:\n${console.slice(-2000)}`)
  }
  return { console, symbols: gunzipSync(Buffer.from(packed, 'base64')).toString('latin1') }
}

/** The errors of the kernel's selftest of its tables. */
export function selftestFailures({ console }: Seen): string[] {
  const lines = console.split(/\r?\n/).filter(line => line.includes('kallsyms_selftest: '))
  const complaints = lines.filter(line => /fail|abort|mismatch|Never|NULL|\?!|!=/.test(line))
  return lines.some(line => /kallsyms_selftest: finish/.test(line))
    ? complaints
    : [...complaints, 'it did not finish']
}
