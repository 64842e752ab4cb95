/**
 * Miniature kernel trees with the build of kernels of different years: how the tool is compiled and called, what is
 * linked from what, and what is removed if the check fails. The image is a miniature kernel of
 * src/lab/links/layouts.ts.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Dialect } from '../../../src/dialect/dialect.js'
import { findRelease } from '../../../src/dialect/resolve.js'
import { OMITTED_NAMES } from '../../../src/elf/name-filter.js'
import { type BuildFacts, buildFacts } from '../../../src/kbuild/build-facts.js'
import type { Layout } from '../../../src/lab/links/layouts.js'
import { X86_64_LD } from '../../../src/lab/links/toolchains.js'
import { sourceOf } from '../../support/c-sources.js'
import { FUNCTIONS } from '../../support/functions.js'
import { ROOT } from '../../support/root.js'
import { type Scope, temporaryFolder } from '../../support/run.js'
import { buildArgs } from '../../support/strategies.js'

/** How a tree calls its tool. */
export type Convention =
  /** Up to 3.4: the top makefile pipes the map into `$(KALLSYMS)`. */
  | 'makefile'
  /** 3.5 to 4.5: a script pipes the map through `scripts/kallsyms` into the compiler. */
  | 'into-compiler'
  /** 4.6 to 6.0: a script pipes the map through `scripts/kallsyms` into a file. */
  | 'into-file'
  /** 6.1 to 6.10: a script passes a filtered map as an argument to `scripts/kallsyms`. */
  | 'argument'
  /** From 6.11 on: the same, after a pass with an empty map. */
  | 'pass-0'
  /** After 7.3: the tool is made of several objects, reads images, writes their maps, and a file that the table includes. */
  | 'image'

export interface TreeOptions {
  readonly convention: Convention
  /** The kernel's version. */
  readonly kernel: string
  readonly layout: Layout
  readonly padding: number
  /** The program that the tree's own tool runs; by default one that prints nothing. */
  readonly tool?: string
  /** A dialect other than that of the version. */
  readonly dialect?: Dialect
}

export interface Made {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/**
 * The repository by a path without blanks, which make cannot pass on: its own path, or a link.
 */
export const PLAIN_ROOT: string = /\s/.test(ROOT) ? linkTo(ROOT) : ROOT

function linkTo(target: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'kallsyms-link-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const link = path.join(folder, 'root')
  symlinkSync(target, link)
  return link
}

export const FRAGMENT: string = path.join(PLAIN_ROOT, 'kbuild', 'kallsyms.mk')

/** For trees whose tool prints no table, or another. */
export const UNPROVED = { KALLSYMS_PROVE: '0' } as const

export class Tree {
  private constructor(
    /** The tree. */
    readonly source: string,
    /** The output directory. */
    readonly output: string,
  ) {}

  /** Creates a tree that is removed after the test; `elsewhere` gives it a separate output directory. */
  static plant(test: Scope, options: TreeOptions, elsewhere = false): Tree {
    const folder = temporaryFolder(test)
    const source = path.join(folder, 'linux')
    const output = elsewhere ? path.join(folder, 'output') : source
    for (const [name, text] of Object.entries(filesOf(options))) {
      const file = path.join(source, name)
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, text)
    }
    mkdirSync(output, { recursive: true })
    return new Tree(source, output)
  }

  /** Runs make with kallsyms instead of the tree's tool, which prints other tables in most tests: nothing is proved. */
  make(...args: string[]): Made {
    return this.makeWith(UNPROVED, `MAKEFILES=${FRAGMENT}`, ...args)
  }

  /** Runs make. */
  makeWith(environment: NodeJS.ProcessEnv, ...args: string[]): Made {
    const elsewhere = this.output === this.source ? [] : [`O=${this.output}`]
    const { status, stdout, stderr } = spawnSync('make', ['--no-print-directory', ...elsewhere, ...args], {
      cwd: this.source,
      env: { PATH: process.env.PATH, ...environment },
      encoding: 'utf8',
    })
    return { status, stdout, stderr }
  }

  /**
   * Copies the package to a directory next to the tree.
   *
   * @returns the path of its command
   */
  copyPackage(name: string): string {
    const folder = path.join(this.source, '..', name)
    for (const part of ['bin', 'kbuild', 'dist', 'package.json']) {
      cpSync(path.join(ROOT, part), path.join(folder, part), { recursive: true })
    }
    return path.join(folder, 'bin', 'kallsyms')
  }

  /** A file of the output. */
  read(...names: string[]): Buffer {
    return readFileSync(this.at(...names))
  }

  at(...names: string[]): string {
    return path.join(this.output, ...names)
  }
}

function filesOf(options: TreeOptions): Record<string, string> {
  const { convention, kernel, layout, padding, tool = '/bin/true' } = options
  const dialect = options.dialect ?? findRelease(kernel).dialect
  const flags = buildArgs(dialect, layout, X86_64_LD).join(' ')
  const facts = buildFacts(dialect, kernel)
  const files: Record<string, string> = {
    Makefile: convention === 'makefile' ? makefileOf2011(flags, facts) : makefileSince2012(kernel),
    'scripts/Makefile.build': convention === 'image' ? HOST_PROGRAM_OF_OBJECTS : HOST_PROGRAMS,
    'scripts/kallsyms.c': toolSource(dialect, tool),
    'scripts/other.c': 'int main(void) { return 0; }\n',
    'include/asm/types.h': '#define BITS_PER_LONG 64\n',
    'include/asm/bitsperlong.h': '#define BITS_PER_LONG 64\n',
    'body.S': layout.body(X86_64_LD, FUNCTIONS),
    'vmlinux.lds': layout.script(X86_64_LD, padding),
  }
  if (convention !== 'makefile') {
    files['scripts/link-vmlinux.sh'] =
      convention === 'image' ? imageLinkScript(flags) : linkScript(convention, flags, facts)
  }
  if (convention === 'image') files['scripts/kallsyms-sysmap.c'] = sysmapSource()
  return files
}

/**
 * A tool that runs another program, with the features of a dialect in its source. They are in a macro that nothing uses,
 * so that they are not compiled, and no preprocessor takes them out.
 */
function toolSource(dialect: Dialect, tool: string): string {
  return `#include <unistd.h>

int main(int argc, char **argv)
{
	execv(${JSON.stringify(tool)}, argv);
	return argc == 0 ? 0 : 127;
}

#define FEATURES ${sourceOf(dialect).replaceAll('\n', ' \\\n')}
`
}

/** Common to the makefiles of all years: output directories, and variables for other makes. */
const SOMEWHERE = `ifneq ($(O),)
ifndef srctree
elsewhere := y
goals := $(or $(MAKECMDGOALS),all)
.PHONY: $(goals)
$(firstword $(goals)):
	@$(MAKE) -C $(O) -f $(CURDIR)/Makefile srctree=$(CURDIR) $(goals)
endif
endif
ifndef elsewhere
srctree ?= .
HOSTCC = gcc
CC = gcc
quiet = $(if $(findstring s,$(firstword -$(MAKEFLAGS))),silent_,quiet_)
export srctree HOSTCC CC quiet

all: vmlinux
.PHONY: all scripts clean FORCE
FORCE:

scripts: FORCE
	@mkdir -p scripts
	@$(MAKE) -f $(srctree)/scripts/Makefile.build obj=scripts

assemble = $(CC) -I$(srctree)/include -D__ASSEMBLY__ -c -x assembler-with-cpp
`

/** The files that `make clean` of every year removes in all directories. */
const CLEAN = `
	@find . -type f '(' ${['*.o', '.*.cmd', '.*.d', '.*.tmp'].map(name => `-name '${name}'`).join(' -o ')} ')' -delete
endif
`

/** Programs for the host: rebuilt if their source or their command has changed. */
const HOST_PROGRAMS = `all: $(obj)/kallsyms $(obj)/other
.PHONY: all FORCE
FORCE:
command = $(HOSTCC) -Wp,-MMD,$(obj)/.$*.d -O1 -I ./$(obj) -o $@ $<
$(obj)/kallsyms $(obj)/other: $(obj)/%: $(srctree)/$(obj)/%.c FORCE
	@printf '%s\\n' '$(subst ','\\'',$(command))' >$(obj)/.$*.now.tmp; \\
	if [ -e $@ ] && [ ! $< -nt $@ ] && cmp -s $(obj)/.$*.now.tmp $(obj)/.$*.cmd; then exit 0; fi; \\
	echo '  HOSTCC  $@'; $(command) && mv $(obj)/.$*.now.tmp $(obj)/.$*.cmd
`

/** A program of two objects: the compiler makes each, and then the program of them. */
const HOST_PROGRAM_OF_OBJECTS = `all: $(obj)/kallsyms
.PHONY: all FORCE
FORCE:
objects = $(obj)/kallsyms.o $(obj)/kallsyms-sysmap.o
$(objects): $(obj)/%.o: $(srctree)/$(obj)/%.c
	@$(HOSTCC) -Wp,-MMD,$(obj)/.$*.o.d -O1 -c -o $@ $<
command = $(HOSTCC) -o $@ $(objects)
$(obj)/kallsyms: $(objects) FORCE
	@printf '%s\\n' '$(subst ','\\'',$(command))' >$(obj)/.kallsyms.now.tmp; \\
	if [ -e $@ ] && [ ! $(obj)/kallsyms.o -nt $@ ] && cmp -s $(obj)/.kallsyms.now.tmp $(obj)/.kallsyms.cmd; then exit 0; fi; \\
	echo '  HOSTLD  $@'; $(command) && mv $(obj)/.kallsyms.now.tmp $(obj)/.kallsyms.cmd
`

/** The other source of such a tool: the lists of names that it leaves out. */
function sysmapSource(): string {
  const arrays = {
    sysmap_omit_prefixes: OMITTED_NAMES.prefixes,
    sysmap_omit_suffixes: OMITTED_NAMES.suffixes,
    sysmap_omit_names: OMITTED_NAMES.names,
    sysmap_omit_patterns: OMITTED_NAMES.parts,
  }
  return Object.entries(arrays)
    .map(
      ([name, list]) =>
        `const char *const ${name}[] = { ${list.map(each => JSON.stringify(each)).join(', ')} };\n`,
    )
    .join('')
}

/** The steps of that link in their order: no nm and no filter; the tool writes the map of each image. */
function imageLinkScript(flags: string): string {
  return `set -e
case $quiet in silent_) info() { :; } ;; *) info() { printf '  %-7s %s\\n' "$1" "$2"; } ;; esac
cleanup() {
	rm -f .tmp_vmlinux* System.map vmlinux
}
trap '[ $? = 0 ] || cleanup' EXIT
if [ "$1" = clean ]; then
	cleanup
	exit 0
fi
object=
before=
link() {
	info LD "$1"
	ld -T $srctree/vmlinux.lds -o "$1" body.o $object
}
# $1: image, $2: what to make, $3: its map, if any
table() {
	info KSYMS "$2.S"
	scripts/kallsyms \${3:+--sysmap=$3} ${flags} "$1" "$2.bin" >"$2.S"
	$CC -I$srctree/include -c -o "$2.o" "$2.S"
	before=$object
	object=$2.o
}
pass() {
	link .tmp_vmlinux$1
	table .tmp_vmlinux$1 .tmp_vmlinux$1.kallsyms .tmp_vmlinux$1.syms
	map=.tmp_vmlinux$1.syms
}
changed() {
	nm -n "$before" >"$before.sym"
	nm -n "$object" >"$object.sym"
	! cmp -s "$before.sym" "$object.sym"
}
$CC -I$srctree/include -D__ASSEMBLY__ -c -x assembler-with-cpp -o body.o $srctree/body.S
true >.tmp_vmlinux0.syms
table .tmp_vmlinux0.syms .tmp_vmlinux0.kallsyms
pass 1
pass 2
if [ "$(stat -c %s $before)" != "$(stat -c %s $object)" ] || changed || [ -n "$KALLSYMS_EXTRA_PASS" ]; then
	pass 3
fi
link vmlinux
info SYSMAP System.map
scripts/kallsyms --sysmap=System.map vmlinux
cmp System.map $map || { echo 'Inconsistent kallsyms data' >&2; exit 1; }
`
}

/** Image 1 has no table, image N has the table of image N - 1, and vmlinux has the last table. */
function makefileOf2011(flags: string, { removedTypes }: BuildFacts): string {
  const passes = [1, 2, 3].map(
    pass => `
.tmp_vmlinux${pass}: body.o ${pass === 1 ? '' : `.tmp_kallsyms${pass - 1}.o`}
	@$(link)
.tmp_kallsyms${pass}.S: .tmp_vmlinux${pass} $(KALLSYMS)
	@echo '  KSYM    $@'
	@nm -n $< | $(KALLSYMS) ${flags} >$@
.tmp_kallsyms${pass}.o: .tmp_kallsyms${pass}.S FORCE
	@$(assemble) -o $@ $<`,
  )
  return `${SOMEWHERE}
KALLSYMS = scripts/kallsyms
passes := $(if $(CONFIG_KALLSYMS_EXTRA_PASS),3,2)
link = ld -T $(srctree)/vmlinux.lds -o $@ $(filter %.o,$^)
list = nm -n $(1) | grep -v ' [${removedTypes}] ' >$(2)

body.o: $(srctree)/body.S
	@$(assemble) -o $@ $<
${passes.join('')}

# The tool may be any command, each word of which is a target here.
$(KALLSYMS): scripts
	@:

vmlinux: body.o .tmp_kallsyms$(passes).o
	@$(link)
	@$(call list,$@,System.map)
	@$(call list,.tmp_vmlinux$(passes),.tmp_System.map)
	@if ! cmp System.map .tmp_System.map; then rm -f .tmp_kallsyms*; echo 'Inconsistent kallsyms data'; exit 1; fi

clean:
	@rm -f vmlinux System.map .tmp_vmlinux* .tmp_kallsyms* .tmp_System.map${CLEAN}`
}

function makefileSince2012(kernel: string): string {
  return `${SOMEWHERE}
KERNELVERSION = ${kernel}
export KERNELVERSION

vmlinux: scripts FORCE
	@sh $(srctree)/scripts/link-vmlinux.sh

clean:
	@sh $(srctree)/scripts/link-vmlinux.sh clean${CLEAN}`
}

function linkScript(
  convention: Exclude<Convention, 'makefile' | 'image'>,
  flags: string,
  { filtersMap, removedTypes, hidesTableLabels }: BuildFacts,
): string {
  const image = convention === 'into-compiler' ? '.tmp_vmlinux' : '.tmp_vmlinux.kallsyms'
  return `set -e
case $quiet in silent_) info() { :; } ;; *) info() { printf '  %-7s %s\\n' "$1" "$2"; } ;; esac
assemble() {
	$CC -I$srctree/include -D__ASSEMBLY__ -c -x assembler-with-cpp -o "$1" "$2"
}
cleanup() {
	rm -f .tmp_System.map .tmp_kallsyms* .tmp_vmlinux* System.map vmlinux
}
trap '[ $? = 0 ] || cleanup' EXIT
trap 'exit 1' HUP INT TERM
if [ "$1" = clean ]; then
	cleanup
	exit 0
fi

object=
table=
# $1: image, $2: list
list() {
	nm -n "$1" | grep -v ' [${removedTypes}] ' >"$2.all"
	${hidesTableLabels ? `if [ -n "$table" ]; then sed -n 's/^\\(kallsyms_.*\\):$/ \\1$/p' "$table" | grep -vf - "$2.all" >"$2"; else mv "$2.all" "$2"; fi` : 'mv "$2.all" "$2"'}
}
link() {
	info LD "$1"
	ld -T $srctree/vmlinux.lds -o "$1" body.o $object
}
# $1: list or image, $2: what to make
table() {
	info KSYMS "$2"
${tableCommands(convention, flags)}
	before=$object
	object=$2.o
	table=$2.S
}
pass() {
	image=${convention === 'pass-0' ? '.tmp_vmlinux$1' : `${image}$1`}
	link $image
${
  filtersMap
    ? `	list $image $image.syms
	${convention === 'pass-0' ? 'table $image.syms $image.kallsyms' : 'table $image.syms $image'}
	map=$image.syms`
    : `	table $image ${convention === 'into-compiler' ? '.tmp_kallsyms$1' : '$image'}
	map=`
}
}

assemble body.o $srctree/body.S
${convention === 'pass-0' ? 'true >.tmp_vmlinux.kallsyms0.syms\ntable .tmp_vmlinux.kallsyms0.syms .tmp_vmlinux0.kallsyms\n' : ''}pass 1
pass 2
${convention === 'into-compiler' ? 'if [ -n "$KALLSYMS_EXTRA_PASS" ]; then' : 'if [ "$(stat -c %s $before)" != "$(stat -c %s $object)" ] || [ -n "$KALLSYMS_EXTRA_PASS" ]; then'}
	pass 3
fi
link vmlinux
${filtersMap ? 'list vmlinux System.map' : 'list vmlinux System.map\nlist $image .tmp_System.map\nmap=.tmp_System.map'}
cmp System.map $map || { echo 'Inconsistent kallsyms data' >&2; exit 1; }
`
}

function tableCommands(convention: Exclude<Convention, 'makefile' | 'image'>, flags: string): string {
  switch (convention) {
    case 'into-compiler':
      return `	nm -n "$1" | scripts/kallsyms ${flags} | assemble "$2.o" -`
    case 'into-file':
      return `	nm -n "$1" | scripts/kallsyms ${flags} >"$2.S"\n	assemble "$2.o" "$2.S"`
    default:
      return `	scripts/kallsyms ${flags} "$1" >"$2.S"\n	assemble "$2.o" "$2.S"`
  }
}
