/** What a run did and how long each part of it took. */
import { readFileSync } from 'node:fs'
import type { Summary } from '../pipeline.js'

/** Milliseconds by part, in the order of the run. */
export type Times = Map<string, number>

/** Takes the times of the parts of a run, one behind the other. */
export class Stopwatch {
  readonly times: Times = new Map()
  private part = 'start-up'
  /** The process began here: `performance.now()` counts from then. */
  private since = 0

  /** Ends the part that is running and begins another. */
  begin(part: string): void {
    this.stop()
    this.part = part
  }

  /** Books time to a part that happens within another. */
  book(part: string, milliseconds: number): void {
    this.times.set(part, (this.times.get(part) ?? 0) + milliseconds)
    this.since += milliseconds
  }

  /** Ends the last part. */
  end(): void {
    this.stop()
    this.times.delete('done')
  }

  private stop(): void {
    const now = performance.now()
    this.times.set(this.part, (this.times.get(this.part) ?? 0) + now - this.since)
    this.since = now
  }
}

export interface Stats {
  readonly dialect: string
  readonly chosenBy: string
  readonly input: string
  readonly summary: Summary
  readonly times: Times
}

export function statsAsJson({ dialect, chosenBy, input, summary, times }: Stats): string {
  const { symbolsRead, symbolsKept, tables, bytesWritten } = summary
  return `${JSON.stringify({
    dialect,
    chosenBy,
    input,
    symbols: { read: symbolsRead, kept: symbolsKept },
    tableBytes: Object.fromEntries(tables.map(({ label, bytes }) => [label, bytes])),
    bytesWritten,
    peakKilobytes: peakKilobytes(),
    milliseconds: Object.fromEntries([...times].map(([part, time]) => [part, round(time)])),
  })}\n`
}

export function statsAsText({ dialect, chosenBy, input, summary, times }: Stats): string {
  const { symbolsRead, symbolsKept, tables, bytesWritten } = summary
  const total = tables.reduce((sum, { bytes }) => sum + bytes, 0)
  const rows = [
    ...tables,
    { label: 'all tables', bytes: total },
    { label: 'assembly text', bytes: bytesWritten },
  ]
  const width = Math.max(...rows.map(({ bytes }) => String(bytes).length))
  const time = [...times].map(([part, spent]) => `${part} ${round(spent)}`)
  const all = [...times.values()].reduce((sum, spent) => sum + spent, 0)
  return [
    `dialect   ${dialect} (${chosenBy})`,
    `input     ${input}: ${symbolsRead} symbols read, ${symbolsKept} kept`,
    ...rows.map(
      ({ label, bytes }, i) =>
        `${i === 0 ? 'bytes ' : '      '}    ${String(bytes).padStart(width)}  ${label}`,
    ),
    `memory    ${Math.round(peakKilobytes() / 1024)} MB at most`,
    `time, ms  ${round(all)} in all: ${time.join(', ')}`,
    '',
  ].join('\n')
}

/** The most memory that the process has had resident so far. */
function peakKilobytes(): number {
  try {
    // What getrusage tells includes the parent, up to the moment when the program was loaded.
    const status = readFileSync('/proc/self/status', 'latin1')
    return Number(/^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS)
  } catch {
    return process.resourceUsage().maxRSS
  }
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10
}
