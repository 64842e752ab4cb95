/** Blocks that follow from the sources, by name. */
import path from 'node:path'
import { explainCommand } from '../../src/cli/explain-command.js'
import { labCommand } from '../../src/cli/lab-command.js'
import { generatorCommand } from '../../src/cli/program.js'
import { ROOT } from '../../test/support/root.js'
import { arrowsIn, arrowText } from './folders.js'
import { doubtfulVersions, releaseTable, variantTable } from './formats.js'
import { optionTable } from './options.js'

export function derivedBlocks(): Map<string, string> {
  return new Map([
    ['options', optionTable(generatorCommand())],
    ['explain-options', optionTable(explainCommand())],
    ['lab-options', optionTable(labCommand())],
    ['releases', releaseTable()],
    ['variants', variantTable()],
    ['doubtful-versions', doubtfulVersions()],
    ['folders', `\`\`\`text\n${arrowText(arrowsIn(path.join(ROOT, 'src')))}\n\`\`\``],
  ])
}
