/** `--stats`: what a run did, and how long each part of it took. */
import { readFileSync } from 'node:fs'
import type { Summary } from '../generate/generate.js'
import type { Headroom } from '../layout/headroom.js'
import type { TableSize } from '../layout/layout.js'

/** Milliseconds by part, in the order of the run. */
export type Times = Map<string, number>

/** Milliseconds since the process began. Loading `performance` would take longer. */
export function sinceStart(): number {
  return process.uptime() * 1000
}

/** Measures the times of the parts of a run, one after the other. */
export class Stopwatch {
  readonly times: Times = new Map()
  private part = 'start-up'
  /** The process began here. */
  private since = 0

  /** Ends the part that is running and begins another. */
  begin(part: string): void {
    this.stop()
    this.part = part
  }

  /** Adds time to a part that runs within another. */
  add(part: string, milliseconds: number): void {
    this.times.set(part, (this.times.get(part) ?? 0) + milliseconds)
    this.since += milliseconds
  }

  /** Ends the last part. */
  end(): void {
    this.stop()
    this.times.delete('done')
  }

  private stop(): void {
    const now = sinceStart()
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
  const { symbolsRead, symbolsSkipped, symbolsKept, tables, headroom, bytesWritten } = summary
  return `${JSON.stringify({
    dialect,
    chosenBy,
    input,
    symbols: { read: symbolsRead, skipped: symbolsSkipped, kept: symbolsKept },
    tableBytes: Object.fromEntries(tables.map(({ label, bytes }) => [label, bytes])),
    paddingBytes: Object.fromEntries(tables.map(({ label, padding }) => [label, padding])),
    headroom: headroom && { bytes: headroom.bytes, symbols: headroom.symbols },
    bytesWritten,
    peakKilobytes: peakKilobytes(),
    milliseconds: Object.fromEntries([...times].map(([part, time]) => [part, round(time)])),
  })}\n`
}

export function statsAsText({ dialect, chosenBy, input, summary, times }: Stats): string {
  const { symbolsRead, symbolsSkipped, symbolsKept, tables, headroom, bytesWritten } = summary
  const sum = (ofTable: (table: TableSize) => number): number =>
    tables.reduce((total, table) => total + ofTable(table), 0)
  const rows: TableSize[] = [
    ...tables,
    { label: 'all tables', bytes: sum(({ bytes }) => bytes), padding: sum(({ padding }) => padding) },
    { label: 'assembly text', bytes: bytesWritten, padding: 0 },
  ]
  const width = Math.max(...rows.map(({ bytes }) => String(bytes).length))
  const time = [...times].map(([part, spent]) => `${part} ${round(spent)}`)
  const all = [...times.values()].reduce((sum, spent) => sum + spent, 0)
  return [
    `dialect   ${dialect} (${chosenBy})`,
    `input     ${input}: ${symbolsRead} symbols read, ${symbolsKept} kept${skippedText(symbolsSkipped)}`,
    ...rows.map(
      ({ label, bytes, padding }, i) =>
        `${i === 0 ? 'bytes ' : '      '}    ${String(bytes).padStart(width)}  ${label}${padding ? ` (+ ${padding} padding)` : ''}`,
    ),
    ...(headroom ? [`headroom  ${headroomText(headroom)}`] : []),
    `memory    ${Math.round(peakKilobytes() / 1024)} MB peak`,
    `time, ms  ${round(all)} total: ${time.join(', ')}`,
    '',
  ].join('\n')
}

function skippedText(count: number): string {
  return count === 0 ? '' : `; ${count} skipped, whose name is too long`
}

function headroomText({ bytes, symbols }: Headroom): string {
  if (symbols === null) return `${bytes} bytes total`
  return `${bytes} bytes total, for ${symbols} layout-dependent symbol${symbols === 1 ? '' : 's'}`
}

/** The largest resident size of the process so far. */
function peakKilobytes(): number {
  try {
    // getrusage includes the parent's size until exec.
    const status = readFileSync('/proc/self/status', 'latin1')
    return Number(/^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS)
  } catch {
    return process.resourceUsage().maxRSS
  }
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10
}
