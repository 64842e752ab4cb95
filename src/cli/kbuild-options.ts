/** The options that the wrapper in a kernel's build gives, and what belongs to them. */
import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'
import type { Command } from 'commander'
import { KallsymsError } from '../errors.js'

/** What commander makes of them. */
export interface BuildFlags {
  readonly check?: string
  readonly journal?: string
  readonly printKbuild?: boolean
}

/** Defines the options on the program. */
export function registerBuildOptions(program: Command): void {
  program
    .optionsGroup('Options for kernel builds:')
    .option(
      '--print-kbuild',
      'print the path of the makefile that puts kallsyms into the build of any kernel: ' +
        'make MAKEFILES="$(kallsyms --print-kbuild)"',
    )
    .option(
      '--check <program>',
      'run this C tool on the same map too, and write nothing unless both print the same bytes',
    )
    .option(
      '--journal <folder>',
      'keep the map and the sizes of each pass of a link, of the newest link only, and say when sizes differ',
    )
}

/**
 * The makefile fragment of this installation.
 *
 * @throws {KallsymsError} `io` where it is missing; `usage` where make could not take its path
 */
export function kbuildFragment(): string {
  const program = realpathSync(process.argv[1] as string)
  const fragment = path.join(path.dirname(program), '..', 'kbuild', 'kallsyms.mk')
  if (!existsSync(fragment)) {
    throw new KallsymsError(
      'io',
      `${fragment}: No such file: install the whole package, or use a clone of it`,
    )
  }
  if (/[\s$]/.test(fragment)) {
    throw new KallsymsError(
      'usage',
      `make takes no path with a blank or a dollar sign for MAKEFILES, as ${fragment} has: make a link to its folder ` +
        "that has none (ln -s), and give the fragment's path through it",
    )
  }
  return fragment
}
