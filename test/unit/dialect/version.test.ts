/** The version in banners as they are printed, and what is doubtful about it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { RELEASES } from '../../../src/dialect/releases.js'
import { doubtsAbout, findRelease, newestRelease } from '../../../src/dialect/resolve.js'
import { readVersion } from '../../../src/dialect/version.js'

const TOOLS = '(gcc-12 (Debian 12.2.0-14+deb12u1) 12.2.0, GNU ld (GNU Binutils for Debian) 2.40)'

/** Banners in the form of each distribution, and the version that each of them states. */
const BANNERS: readonly (readonly [what: string, banner: string, version: string, isAbiName?: boolean])[] = [
  [
    'Debian',
    `Linux version 6.1.0-50-amd64 (debian-kernel@lists.debian.org) ${TOOLS} #1 SMP PREEMPT_DYNAMIC Debian 6.1.176-1 (2026-08-01)\n`,
    '6.1.176',
  ],
  [
    'Debian, a name that has the version',
    `Linux version 6.12.43+deb13-amd64 (debian-kernel@lists.debian.org) ${TOOLS} #1 SMP PREEMPT_DYNAMIC Debian 6.12.43-1 (2025-08-27)`,
    '6.12.43',
  ],
  [
    'Debian 6, where it is before the compiler',
    'Linux version 2.6.32-5-amd64 (Debian 2.6.32-48squeeze1) (dannf@debian.org) (gcc version 4.3.5 (Debian 4.3.5-4) ) #1 SMP Mon Feb 25 00:26:11 UTC 2013',
    '2.6.32',
  ],
  [
    'Debian 8',
    'Linux version 3.16.0-4-amd64 (debian-kernel@lists.debian.org) (gcc version 4.8.4 (Debian 4.8.4-1) ) #1 SMP Debian 3.16.7-ckt25-2 (2016-04-08)',
    '3.16.7',
  ],
  ['Ubuntu, /proc/version_signature', 'Ubuntu 5.15.0-91.101-generic 5.15.131\n', '5.15.131'],
  [
    'Ubuntu, an image',
    'Linux version 5.15.0-91-generic (buildd@lcy02-amd64-045) (gcc (Ubuntu 11.4.0-1ubuntu1~22.04) 11.4.0, GNU ld (GNU Binutils for Ubuntu) 2.38) #101-Ubuntu SMP Tue Nov 14 13:30:08 UTC 2023 (Ubuntu 5.15.0-91.101-generic 5.15.131)',
    '5.15.131',
  ],
  [
    'Ubuntu, /proc/version, which has no better number',
    'Linux version 5.15.0-91-generic (buildd@lcy02-amd64-045) (gcc (Ubuntu 11.4.0-1ubuntu1~22.04) 11.4.0, GNU ld (GNU Binutils for Ubuntu) 2.38) #101-Ubuntu SMP Tue Nov 14 13:30:08 UTC 2023',
    '5.15.0-91-generic',
    true,
  ],
  [
    'Fedora',
    'Linux version 6.8.5-301.fc40.x86_64 (mockbuild@78a1) (gcc (GCC) 14.0.1 20240328 (Red Hat 14.0.1-0), GNU ld version 2.41-34.fc40) #1 SMP PREEMPT_DYNAMIC Thu Apr 11 20:00:10 UTC 2024',
    '6.8.5-301.fc40.x86_64',
  ],
  [
    'Fedora, a release candidate',
    'Linux version 6.8.0-0.rc5.42.fc41.x86_64 (mockbuild@78a1) (gcc (GCC) 14.0.1, GNU ld version 2.41) #1 SMP PREEMPT_DYNAMIC',
    '6.8.0-0.rc5.42.fc41.x86_64',
  ],
  [
    'Arch',
    'Linux version 6.9.3-arch1-1 (linux@archlinux) (gcc (GCC) 14.1.1 20240522, GNU ld (GNU Binutils) 2.42.0) #1 SMP PREEMPT_DYNAMIC Fri, 31 May 2024 15:14:45 +0000',
    '6.9.3-arch1-1',
  ],
  [
    'Android',
    'Linux version 5.10.157-android13-4-00001-g5d5a6a3b5a5e-ab9980434 (build-user@build-host) (Android (7284624, based on r416183b) clang version 12.0.5 (https://android.googlesource.com/toolchain/llvm-project c935d99d7cf2016289302412d708641d52d2f7ee), LLD 12.0.5) #1 SMP PREEMPT Thu Apr 20 15:39:12 UTC 2023',
    '5.10.157-android13-4-00001-g5d5a6a3b5a5e-ab9980434',
  ],
  [
    'Raspberry Pi, built by its makers',
    'Linux version 6.1.21-v8+ (dom@buildbot) (aarch64-linux-gnu-gcc-8 (Ubuntu/Linaro 8.4.0-3ubuntu1) 8.4.0, GNU ld (GNU Binutils for Ubuntu) 2.34) #1642 SMP PREEMPT Mon Apr  3 17:24:16 BST 2023',
    '6.1.21-v8+',
  ],
  [
    'Raspberry Pi OS, with an epoch',
    `Linux version 6.1.0-rpi7-rpi-v8 (debian-kernel@lists.debian.org) ${TOOLS} #1 SMP PREEMPT Debian 1:6.1.63-1+rpt1 (2023-11-24)`,
    '6.1.63',
  ],
  [
    'OpenWrt',
    'Linux version 5.15.134 (builder@buildhost) (mips-openwrt-linux-musl-gcc (OpenWrt GCC 12.3.0 r23497-6637af95aa) 12.3.0, GNU ld (GNU Binutils) 2.40.0) #0 Mon Oct 9 21:45:35 2023',
    '5.15.134',
  ],
  [
    'a kernel built on Debian by hand',
    `Linux version 6.6.17 (me@home) ${TOOLS} #1 SMP PREEMPT_DYNAMIC Sat Feb 17 12:00:00 CET 2024`,
    '6.6.17',
  ],
]

test('the version of a banner', () => {
  for (const [what, banner, version, isAbiName = false] of BANNERS) {
    assert.deepEqual(readVersion(banner)?.version, version, what)
    assert.equal(readVersion(banner)?.isAbiName, isAbiName, what)
    assert.equal(readVersion(banner)?.isFromBanner, true, what)
    assert.ok(findRelease(version), what)
  }
})

test("a number of another series is not the kernel's", () => {
  const compiler = 'Linux version 6.12.5 (a@b) (gcc (Debian 12.2.0-14) 12.2.0) #1 SMP Debian 12.5'
  assert.equal(readVersion(compiler)?.version, '6.12.5')
  assert.equal(readVersion('Ubuntu 5.15.0-91.101-generic 22.04'), null)
  assert.equal(readVersion('Linux version unknown (a@b) Debian 6.1.176-1'), null)
})

test('a version alone, and texts without one', () => {
  for (const version of ['6.12', 'v6.12', ' 6.12.9_custom\n', '7.1-rc3', '5.18.0-openwrt']) {
    assert.deepEqual(readVersion(version), {
      version: version.trim(),
      isFromBanner: false,
      isAbiName: false,
    })
  }
  for (const text of [
    '',
    '6',
    'six',
    '6.12 x',
    'Linux 6.12',
    'a 6.12',
    'Linux version ',
    'Debian 6.1.176-1',
  ]) {
    assert.equal(readVersion(text), null, text)
  }
})

test("names of a distribution's ABI", () => {
  const names = [
    '6.1.0-50',
    '6.1.0-50-amd64',
    '5.15.0-91-generic',
    '3.10.0-957.el7.x86_64',
    '6.1.0-rpi7-rpi-v8',
  ]
  for (const name of names) {
    assert.deepEqual(doubtsAbout(name), [{ kind: 'abi-name', name }])
  }
  const others = [
    '6.1.0',
    '6.1.0-rc3',
    '6.8.0-0.rc5.42.fc41',
    '6.1.5-2',
    '6.1.0-custom',
    '6.12.0+',
    '5.18.0-openwrt',
  ]
  for (const name of others) assert.deepEqual(doubtsAbout(name), [], name)
})

test('a version that is newer than all rows is doubtful, one between them is not', () => {
  const newest = newestRelease().since
  for (const version of ['9.9', 'v8.0-rc1', '12.0.4']) {
    assert.deepEqual(doubtsAbout(version), [{ kind: 'newer', version, newest }])
  }
  for (const version of [newest, `${newest}.99`, '6.9', '6.16.5', '4.5', '5.5.9']) {
    assert.deepEqual(doubtsAbout(version), [], version)
  }
  for (const { since, measured, uncertain } of RELEASES) {
    for (const version of measured) assert.deepEqual(doubtsAbout(version), [], version)
    if (!uncertain) assert.deepEqual(doubtsAbout(since), [], since)
  }
})

test('backports of which only bounds are known', () => {
  const uncertain = { kind: 'uncertain', from: '3.10', before: '3.10.105', what: 'has --page-offset' }
  assert.deepEqual(doubtsAbout('3.10'), [{ ...uncertain, version: '3.10', row: '3.2' }])
  assert.deepEqual(doubtsAbout('3.10.104'), [{ ...uncertain, version: '3.10.104', row: '3.2' }])
  assert.deepEqual(doubtsAbout('3.9.11'), [])
  assert.deepEqual(doubtsAbout('3.10.105'), [])
  assert.equal(doubtsAbout('4.14.99')[0]?.kind, 'uncertain')
  assert.equal(doubtsAbout('4.19.12')[0]?.kind, 'uncertain')
  assert.deepEqual(doubtsAbout('4.19.191'), [])
})

test('releases whose form no row has are refused', () => {
  for (const version of ['6.1.42', '6.1.55', '6.1.59-custom']) {
    assert.throws(() => findRelease(version), {
      code: 'unknown-kernel',
      message: /^kernels from 6\.1\.42 to before 6\.1\.60 are not supported: .*four bytes/,
    })
  }
  assert.equal(findRelease('6.1.41').since, '6.1')
  assert.equal(findRelease('6.1.60').since, '6.1.60')
})

test('hostile texts', () => {
  const words = [
    'Linux version ',
    'Debian ',
    'Ubuntu ',
    '1:',
    '6.1.',
    '6.1.0-',
    '0',
    '9'.repeat(40),
    '.',
    '-',
    ' ',
    '\n',
    '\0',
    '\u{1f600}',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 400 }), parts => {
      const read = readVersion(parts.join(''))
      if (read) assert.match(read.version, /^v?\d{1,9}\.\d{1,9}/)
    }),
  )
  // Ten million characters each: nothing may look at them again and again.
  for (const part of ['Debian 6.1.', 'Ubuntu 6.1.0-', 'Linux version 6.1.0-', '6.1', ' ']) {
    readVersion(part.repeat(1e7 / part.length))
  }
})
