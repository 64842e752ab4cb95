/** Progress of long runs. */
import { printable } from '../symbols/quoted.js'
import { writeError } from './io.js'

/** Runs that take longer than this show their progress, in milliseconds. */
const DELAY = 2000

/** Shows on a terminal what a long run does. */
export class Progress {
  private isShown = false

  /** @param command begins the line */
  constructor(private readonly command: string) {}

  show(what: string): void {
    // Asking for the terminal loads a module that short runs do without.
    if (process.uptime() * 1000 < DELAY || !process.stderr.isTTY) return
    writeError(Buffer.from(`\r${this.command}: ${printable(what)}…\x1b[K`))
    this.isShown = true
  }

  /** Removes the line. */
  clear(): void {
    if (this.isShown) writeError(Buffer.from('\r\x1b[K'))
    this.isShown = false
  }
}
