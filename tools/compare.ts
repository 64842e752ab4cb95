/** `npm run compare`: a compiled C tool and ours on all inputs. */
import { runCompare } from './compare/command.js'

// A reader that has closed its end needs no message.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})
process.exitCode = await runCompare(process.argv.slice(2), {
  out: text => void process.stdout.write(text),
  error: text => void process.stderr.write(text),
})
