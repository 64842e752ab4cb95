/** The options for kernel builds: their definitions, and the makefile. */
import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { type Command, Option } from 'commander'
import { KallsymsError } from '../errors.js'

/** What commander makes of them. */
export interface KbuildFlags {
  readonly check?: string
  readonly prove?: string
  readonly journal?: string
  readonly printKbuild?: boolean
}

/** Defines the options on the program. */
export function addKbuildOptions(program: Command): void {
  program
    .optionsGroup('Options for kernel builds:')
    .option('--print-kbuild', 'print the path of the makefile to give as MAKEFILES= (see Examples)')
    .option(
      '--check <program>',
      'also run this C tool on the map, and write nothing unless its output is the same',
    )
    .addOption(
      new Option(
        '--prove [=compiler]',
        'compile the C tool of the tree in --kernel, or take that of --check, and compare it with kallsyms on built-in ' +
          'maps that reach every rule',
      ).preset('cc'),
    )
    .option(
      '--build-flags <options>',
      'options in one text, as a build gives them in KALLSYMS_FLAGS; comes first, and contains options alone',
    )
    .option('--journal <dir>', 'keep the maps and table sizes of the last link, and report sizes that change')
}

/**
 * The path of the makefile in this installation.
 *
 * @throws {KallsymsError} `io` where it is missing; `usage` where make cannot take its path
 */
export function kbuildMakefile(): string {
  const program = realpathSync(process.argv[1] as string)
  const makefile = path.join(path.dirname(program), '..', 'kbuild', 'kallsyms.mk')
  if (!existsSync(makefile)) {
    throw new KallsymsError(
      'io',
      `${makefile}: No such file: install the whole package, or run it from a complete checkout`,
    )
  }
  if (/[\s$]/.test(makefile)) {
    throw new KallsymsError(
      'usage',
      `make splits MAKEFILES at blanks and expands $, and ${makefile} has one of them: make a symbolic link to its ` +
        'directory without them (ln -s), and give the path through the link',
    )
  }
  return makefile
}
