/** Progress of long runs. */
import { writeError } from './io.js'

/** Work that takes longer than this is worth a word, in milliseconds. */
const PATIENCE = 2000

/** Says on a terminal what a long run is at. */
export class Progress {
  private isShown = false

  /** @param command in whose name it speaks */
  constructor(private readonly command: string) {}

  show(what: string): void {
    // Asking for the terminal loads what most runs do without.
    if (process.uptime() * 1000 < PATIENCE || !process.stderr.isTTY) return
    writeError(`\r${this.command}: ${what}…\x1b[K`)
    this.isShown = true
  }

  /** Takes away what is shown. */
  clear(): void {
    if (this.isShown) writeError('\r\x1b[K')
    this.isShown = false
  }
}
