/** Checks the shape of what a module exports as a proposal. */
import { STABLE_TYPES } from '../../compress/types.js'
import { KallsymsError } from '../../errors.js'
import { MAX_HEADROOM } from '../../layout/headroom.js'
import { BUILT_IN } from './built-in.js'
import type { Proposal } from './proposal.js'

const STEPS = ['strings', 'compress', 'layOut', 'pad', 'keep'] as const
const OPTIONS = ['stabilise', 'holdSizes', 'headroom', 'uncompressed'] as const
const KEYS: readonly string[] = ['name', 'describe', 'decoder', 'options', 'labels', ...STEPS]
const LABEL = /^kallsyms_\w+$/
const NAME = /^[a-z0-9][a-z0-9-]{0,23}$/

type Fields = Readonly<Record<string, unknown>>

/**
 * @param value the default export of a module
 * @param file for messages
 * @throws {KallsymsError} `bad-proposal` with the field that is wrong
 */
export function validateProposal(value: unknown, file: string): Proposal {
  const problem = isObject(value)
    ? (fieldProblem(value) ?? optionProblem(value.options))
    : 'no proposal as default export: export default { name, describe, decoder, … }'
  if (problem === null) return value as Proposal
  throw new KallsymsError('bad-proposal', `${file}: ${problem} (example: kallsyms help lab)`)
}

/** What is wrong with the fields, except options; null: nothing. */
function fieldProblem(proposal: Fields): string | null {
  const { name, describe, decoder, labels } = proposal
  if (typeof name !== 'string' || !NAME.test(name)) {
    return 'name must be lower-case letters, digits and dashes, at most 24 characters'
  }
  if (BUILT_IN.some(each => each.name === name)) {
    return `name ${name} is that of a built-in proposal: use another`
  }
  if (typeof describe !== 'string' || describe.trim() === '' || /\n/.test(describe)) {
    return 'describe must be one line of text'
  }
  if (decoder !== 'kernel' && typeof decoder !== 'function') {
    return "decoder must be 'kernel' or a function"
  }
  const step = STEPS.find(key => proposal[key] !== undefined && typeof proposal[key] !== 'function')
  if (step) return `${step} must be a function`
  const unknown = Object.keys(proposal).find(key => !KEYS.includes(key))
  if (unknown !== undefined) return `unknown field ${unknown}: there are ${KEYS.join(', ')}`
  const areLabels =
    labels === undefined ||
    (Array.isArray(labels) && labels.every(label => typeof label === 'string' && LABEL.test(label)))
  return areLabels ? null : 'labels must be an array of names such as kallsyms_types'
}

/** What is wrong with the options of the generator; null: nothing. */
function optionProblem(options: unknown): string | null {
  if (options === undefined) return null
  if (!isObject(options)) return 'options must be an object'
  const unknown = Object.keys(options).find(key => !OPTIONS.some(option => option === key))
  if (unknown !== undefined) return `unknown option ${unknown}: there are ${OPTIONS.join(', ')}`
  const { stabilise, holdSizes, uncompressed, headroom } = options
  if (stabilise !== undefined && !STABLE_TYPES.some(types => types === stabilise)) {
    return `options.stabilise must be one of ${STABLE_TYPES.join(', ')}`
  }
  const isFlag = (value: unknown): boolean => value === undefined || typeof value === 'boolean'
  if (!isFlag(holdSizes) || !isFlag(uncompressed)) {
    return 'options.holdSizes and options.uncompressed must be true or false'
  }
  const isBytes =
    Number.isInteger(headroom) && (headroom as number) >= 0 && (headroom as number) <= MAX_HEADROOM
  if (headroom !== undefined && headroom !== 'auto' && !isBytes) {
    return `options.headroom must be a number of bytes up to ${MAX_HEADROOM}, or 'auto'`
  }
  return null
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null
}
