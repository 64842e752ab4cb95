/** Proposals from files, and whether they are such. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { STABLE_TYPES } from '../../compress/types.js'
import { KallsymsError } from '../../errors.js'
import { BUILT_IN } from './built-in.js'
import type { Proposal } from './proposal.js'
import { placeIn } from './proposal-build.js'

/** Where a proposal comes from: the lab by its name, or a file. */
export type ProposalSource = { readonly builtIn: string } | { readonly file: string }

export interface LoadedProposal {
  readonly proposal: Proposal
  /** Null for a proposal of the lab. */
  readonly file: string | null
}

const STEPS = ['strings', 'compress', 'layOut', 'pad', 'keep'] as const
const OPTIONS = ['stabilise', 'holdSizes', 'headroom', 'uncompressed'] as const
const KEYS: readonly string[] = ['name', 'describe', 'decoder', 'options', 'labels', ...STEPS]
const LABEL = /^kallsyms_\w+$/
const NAME = /^[a-z0-9][a-z0-9-]{0,23}$/

/**
 * Loads a proposal.
 *
 * @throws {KallsymsError} `io` where its file cannot be read or does not run; `bad-proposal` where it is no proposal
 */
export async function loadProposal(source: ProposalSource): Promise<LoadedProposal> {
  if ('file' in source) return { proposal: await loadFile(source.file), file: path.resolve(source.file) }
  const proposal = BUILT_IN.find(({ name }) => name === source.builtIn)
  if (proposal) return { proposal, file: null }
  const names = BUILT_IN.map(({ name }) => name).join(', ')
  throw new KallsymsError('usage', `there is no proposal ${source.builtIn}: there are ${names}`)
}

async function loadFile(file: string): Promise<Proposal> {
  const status = fs.statSync(file, { throwIfNoEntry: false })
  if (!status) throw new KallsymsError('io', `${file}: No such file or directory`)
  if (!status.isFile()) throw new KallsymsError('io', `${file}: not a file: give the module of a proposal`)
  if (/\.[cm]?ts$/.test(file) && !stripsTypes()) {
    throw new KallsymsError(
      'io',
      `${file}: Node.js ${process.versions.node} does not read TypeScript: use 22.18, 23.6 or later, or give it as JavaScript`,
    )
  }
  const full = path.resolve(file)
  let module: { readonly default?: unknown }
  try {
    module = await import(pathToFileURL(full).href)
  } catch (error) {
    throw new KallsymsError('io', `${file}: cannot be loaded: ${whyNot(error, full)}`)
  }
  return asProposal(module.default, file)
}

function stripsTypes(): boolean {
  return Boolean((process.features as { readonly typescript?: unknown }).typescript)
}

function whyNot(error: unknown, file: string): string {
  const message = (error instanceof Error ? error.message : String(error)).split('\n')[0]
  if (error instanceof SyntaxError && /^(Unexpected token 'export'|Cannot use import)/.test(message ?? '')) {
    return `${message}: is it a module? Call it .mjs, or put { "type": "module" } into the package.json beside it`
  }
  const place = error instanceof SyntaxError ? placeOfSyntax(file) : placeIn(error, file)
  return place === file ? `${message}` : `${message} (${place})`
}

/** Where a module cannot be read: the error of an import does not say, and that of a check does. */
function placeOfSyntax(file: string): string {
  const { stderr } = spawnSync(process.execPath, ['--check', file], { encoding: 'utf8' })
  const line = /^(?:file:\/\/)?(\/.*:\d+)$/m.exec(stderr)?.[1]
  return line ? decodeURI(line) : file
}

/**
 * @param file for messages
 * @throws {KallsymsError} `bad-proposal` with what is wrong
 */
function asProposal(value: unknown, file: string): Proposal {
  const wrong = (what: string): KallsymsError =>
    new KallsymsError('bad-proposal', `${file}: ${what} (kallsyms help lab has an example)`)
  if (typeof value !== 'object' || value === null) {
    throw wrong('has no proposal as its default export: export default { name, describe, decoder, … }')
  }
  const proposal = value as Readonly<Record<string, unknown>>
  const { name, describe, decoder, options, labels } = proposal
  if (typeof name !== 'string' || !NAME.test(name)) {
    throw wrong('its name is to be small letters, digits and dashes, at most 24')
  }
  if (BUILT_IN.some(each => each.name === name)) {
    throw wrong(`its name, ${name}, is that of a proposal of the lab: choose another`)
  }
  if (typeof describe !== 'string' || describe.trim() === '' || /\n/.test(describe)) {
    throw wrong('its describe is to be one line of text')
  }
  if (decoder !== 'kernel' && typeof decoder !== 'function') {
    throw wrong("its decoder is to be 'kernel', or a function that makes one")
  }
  const step = STEPS.find(key => proposal[key] !== undefined && typeof proposal[key] !== 'function')
  if (step) throw wrong(`its ${step} is to be a function`)
  const unknown = Object.keys(proposal).find(key => !KEYS.includes(key))
  if (unknown !== undefined) throw wrong(`there is nothing called ${unknown}: there are ${KEYS.join(', ')}`)
  const areLabels =
    labels === undefined ||
    (Array.isArray(labels) && labels.every(label => typeof label === 'string' && LABEL.test(label)))
  if (!areLabels) throw wrong('its labels are to be a list of names such as kallsyms_types')
  if (options !== undefined) checkOptions(options, wrong)
  return value as Proposal
}

function checkOptions(options: unknown, wrong: (what: string) => KallsymsError): void {
  if (typeof options !== 'object' || options === null) throw wrong('its options are to be an object')
  const given = options as Readonly<Record<string, unknown>>
  const unknown = Object.keys(given).find(key => !OPTIONS.some(option => option === key))
  if (unknown !== undefined) {
    throw wrong(`there is no option ${unknown}: there are ${OPTIONS.join(', ')}`)
  }
  const { stabilise, holdSizes, uncompressed, headroom } = given
  if (stabilise !== undefined && !STABLE_TYPES.some(types => types === stabilise)) {
    throw wrong(`its stabilise is to be one of ${STABLE_TYPES.join(', ')}`)
  }
  const isFlag = (value: unknown): boolean => value === undefined || typeof value === 'boolean'
  if (!isFlag(holdSizes) || !isFlag(uncompressed)) {
    throw wrong('its holdSizes and uncompressed are to be true or false')
  }
  if (headroom !== undefined && headroom !== 'auto' && !Number.isInteger(headroom)) {
    throw wrong("its headroom is to be a number of bytes, or 'auto'")
  }
}
