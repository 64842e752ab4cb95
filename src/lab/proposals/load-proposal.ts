/** Loads proposals: built-in ones by name, others from files. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { KallsymsError } from '../../errors.js'
import { BUILT_IN } from './built-in.js'
import { errorLocation } from './call-step.js'
import type { Proposal } from './proposal.js'
import { isOurs, wordsOf } from './thrown.js'
import { validateProposal } from './validate-proposal.js'

/** Where a proposal comes from. */
export type ProposalSource = { readonly builtIn: string } | { readonly file: string }

export interface LoadedProposal {
  readonly proposal: Proposal
  /** Null for a built-in proposal. */
  readonly file: string | null
}

/**
 * Loads a proposal.
 *
 * @throws {KallsymsError} `io` where its file cannot be read or run; `bad-proposal` where it does not export a proposal
 */
export async function loadProposal(source: ProposalSource): Promise<LoadedProposal> {
  if ('file' in source) return { proposal: await loadFile(source.file), file: path.resolve(source.file) }
  const proposal = BUILT_IN.find(({ name }) => name === source.builtIn)
  if (proposal) return { proposal, file: null }
  const names = BUILT_IN.map(({ name }) => name).join(', ')
  throw new KallsymsError('usage', `no built-in proposal ${source.builtIn}: there are ${names}`)
}

async function loadFile(file: string): Promise<Proposal> {
  const status = fs.statSync(file, { throwIfNoEntry: false })
  if (!status) throw new KallsymsError('io', `${file}: No such file or directory`)
  if (!status.isFile()) throw new KallsymsError('io', `${file}: not a file: give the module of a proposal`)
  if (/\.[cm]?ts$/.test(file) && !stripsTypes()) {
    throw new KallsymsError(
      'io',
      `${file}: Node.js ${process.versions.node} does not run TypeScript: use 22.18, 23.6 or later, or give JavaScript`,
    )
  }
  const full = path.resolve(file)
  let module: { readonly default?: unknown }
  try {
    module = await import(pathToFileURL(full).href)
  } catch (error) {
    throw new KallsymsError('io', `${file}: cannot be loaded: ${loadFailure(error, full)}`)
  }
  try {
    return validateProposal(module.default, file)
  } catch (error) {
    // Nothing but getters of the proposal can throw anything else.
    throw isOurs(error) ? error : fieldError(full, error)
  }
}

/**
 * An error that code of a proposal threw where none of its functions was called: a getter, a conversion. Null for an
 * error of other code.
 *
 * @param file the module, as its errors show it
 */
export function thrownBy(file: string, error: unknown): KallsymsError | null {
  return errorLocation(error, file) === file ? null : fieldError(file, error)
}

function fieldError(file: string, error: unknown): KallsymsError {
  return new KallsymsError(
    'bad-proposal',
    `a field of the proposal failed: ${wordsOf(error)} (${errorLocation(error, file)})`,
  )
}

function stripsTypes(): boolean {
  return Boolean((process.features as { readonly typescript?: unknown }).typescript)
}

/** Why a module cannot be loaded, with the place in its file. */
function loadFailure(error: unknown, file: string): string {
  const message = wordsOf(error)
  if (isSyntaxError(error) && /^(Unexpected token 'export'|Cannot use import)/.test(message)) {
    return `${message}: not loaded as a module: name it .mjs, or add { "type": "module" } to package.json`
  }
  const location = isSyntaxError(error) ? syntaxErrorLocation(file) : errorLocation(error, file)
  return location === file ? message : `${message} (${location})`
}

function isSyntaxError(error: unknown): boolean {
  try {
    return error instanceof SyntaxError
  } catch {
    return false
  }
}

/** The line of a syntax error: the error of an import does not have it, the output of a syntax check does. */
function syntaxErrorLocation(file: string): string {
  const { stderr } = spawnSync(process.execPath, ['--check', file], { encoding: 'utf8' })
  const line = /^(?:file:\/\/)?(\/.*:\d+)$/m.exec(stderr)?.[1]
  return line ? decodeURI(line) : file
}
