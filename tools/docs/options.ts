/** Tables of options, from the definitions that the commands parse their arguments with. */
import type { Command } from 'commander'
import { tableText } from './blocks.js'
import { markWords } from './words.js'

/** The options of a command in the order of its help, each group with its heading. */
export function optionTable(command: Command): string {
  const help = command.createHelp()
  const rows: string[][] = []
  let group: string | undefined
  for (const option of help.visibleOptions(command)) {
    const heading = option.helpGroupHeading
    if (heading !== undefined && heading !== group) rows.push([`**${heading.replace(/:$/, '')}**`, ''])
    group = heading ?? group
    rows.push([`\`${help.optionTerm(option)}\``, markWords(help.optionDescription(option))])
  }
  return tableText(['option', ''], rows)
}
