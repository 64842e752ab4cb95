/**
 * The assemblers and linkers for miniature kernels, as data. All except the host's come from Debian's cross packages, so
 * that a message can name the package to install.
 */
import { accessSync, constants } from 'node:fs'
import path from 'node:path'

export interface Toolchain {
  readonly name: string
  /** The linker and its target, in a few words. */
  readonly about: string
  /** The Debian packages that contain its programs. */
  readonly packages: string
  /** Programs with their options. All are GNU's, except LLVM's linker. */
  readonly assembler: readonly [string, ...string[]]
  readonly linker: readonly [string, ...string[]]
  readonly nm: string
  readonly size: string
  readonly objcopy: string
  /** Bytes of an address. */
  readonly word: 4 | 8
  readonly bigEndian: boolean
  /** The target's name in a linker script. */
  readonly format: string
  /** Address of the image. */
  readonly base: string
  /** Whether the linker discards empty output sections and gives their symbols to a neighbour. */
  readonly discardsEmpty: boolean
  /** The linker's name for a stub for calls of `far_0` that are out of range; null where every call is in range. */
  readonly stub: string | null
}

const X86_64 = {
  packages: 'binutils',
  assembler: ['as', '--64'],
  nm: 'nm',
  size: 'size',
  objcopy: 'objcopy',
  word: 8,
  bigEndian: false,
  format: 'elf64-x86-64',
  base: '0xffffffff81000000',
  stub: null,
} as const

export const X86_64_LD: Toolchain = {
  ...X86_64,
  name: 'x86-64',
  about: 'GNU ld',
  linker: ['ld'],
  discardsEmpty: true,
}

const LLD_PACKAGE = 'lld-19'
/** Debian's package has the version in the program's name. */
const LLD: Toolchain['linker'] = [present('ld.lld') ? 'ld.lld' : 'ld.lld-19']

export const X86_64_LLD: Toolchain = {
  ...X86_64,
  name: 'x86-64-lld',
  about: "LLVM's linker",
  packages: `${LLD_PACKAGE} and binutils`,
  linker: LLD,
  discardsEmpty: false,
}

function cross(triplet: string): Pick<Toolchain, 'packages' | 'linker' | 'nm' | 'size' | 'objcopy'> {
  return {
    packages: `binutils-${triplet}`,
    linker: [`${triplet}-ld`],
    nm: `${triplet}-nm`,
    size: `${triplet}-size`,
    objcopy: `${triplet}-objcopy`,
  }
}

export const POWERPC: Toolchain = {
  ...cross('powerpc-linux-gnu'),
  name: 'powerpc',
  about: 'GNU ld, 32 bits, big-endian',
  assembler: ['powerpc-linux-gnu-as', '-a32', '-mbig'],
  word: 4,
  bigEndian: true,
  format: 'elf32-powerpc',
  base: '0xc0000000',
  discardsEmpty: true,
  stub: null,
}

export const ARM: Toolchain = {
  ...cross('arm-linux-gnueabi'),
  name: 'arm',
  about: 'GNU ld, 32 bits, little-endian',
  assembler: ['arm-linux-gnueabi-as'],
  word: 4,
  bigEndian: false,
  format: 'elf32-littlearm',
  base: '0xc0000000',
  discardsEmpty: true,
  stub: '__far_0_veneer',
}

export const ARM_LLD: Toolchain = {
  ...ARM,
  name: 'arm-lld',
  about: "LLVM's linker, 32 bits, little-endian",
  packages: `${LLD_PACKAGE} and ${ARM.packages}`,
  linker: LLD,
  discardsEmpty: false,
  stub: '__ARMv5LongLdrPcThunk_far_0',
}

export const TOOLCHAINS: readonly Toolchain[] = [X86_64_LD, X86_64_LLD, POWERPC, ARM, ARM_LLD]

/** Which program is missing and what to install, in one line; null where none is. */
export function missingFrom({ assembler, linker, nm, size, objcopy, packages }: Toolchain): string | null {
  const missing = [assembler[0], linker[0], nm, size, objcopy, 'gcc'].find(program => !present(program))
  if (missing === undefined) return null
  return `no ${missing}: install ${missing === 'gcc' ? 'gcc' : packages}`
}

/** Whether a program is in `PATH`. */
export function present(program: string): boolean {
  return (process.env.PATH ?? '').split(path.delimiter).some(folder => {
    try {
      accessSync(path.join(folder, program), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
