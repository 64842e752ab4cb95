/**
 * The time of each stage and its floor: the time of the same stage in a process that has run it before, with optimised
 * code and allocated memory. The floor of start-up is that of an empty script. Writing has none: it is the system's.
 */
import { closeSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { findRelease } from '../../src/dialect/resolve.js'
import { generateTo } from '../../src/generate/generate.js'
import type { StageName } from '../../src/generate/options.js'
import type { CTool } from '../../test/support/c-tools.js'
import { alignColumns } from '../../test/support/columns.js'
import { optionsOf } from '../../test/support/golden.js'
import { EXECUTABLE } from '../../test/support/run.js'
import { statisticsOf } from '../statistics.js'
import { buildOptions, type MapFile } from './inputs.js'
import { summarise, timeRun } from './processes.js'

/** Milliseconds. */
export interface Stage {
  readonly stage: string
  readonly median: number
  readonly floor: number | null
}

export interface Stages {
  readonly input: string
  readonly reference: string
  readonly stages: readonly Stage[]
}

/** Runs in one process; a floor is the minimum of them. */
const WARM_RUNS = 12

export function measureStages(tool: CTool, map: MapFile, folder: string, runs: number): Stages {
  const options = buildOptions(tool, map)
  const output = path.join(folder, 'stages.S')
  const empty = path.join(folder, 'empty.cjs')
  writeFileSync(empty, '')
  const times = new Map<string, number[]>()
  const add = (stage: string, time: number): void => {
    times.set(stage, [...(times.get(stage) ?? []), time])
  }
  for (let run = 0; run < runs; run++) {
    add('empty', timeRun({ command: [process.execPath, empty], output: path.join(folder, 'nothing') }))
    for (const [stage, time] of Object.entries(timesOf([...options, '-o', output, map.path], tool))) {
      add(stage, time)
    }
  }
  const floors = new Map<string, number>([
    ...warmTimes(map, options, tool),
    ['read', readingTime(map)],
    ['start-up', summarise(times.get('empty') as number[]).median],
  ])
  times.delete('empty')
  const stages = [...times].map(([stage, some]) => ({
    stage,
    median: summarise(some).median,
    floor: floors.get(stage) ?? null,
  }))
  return { input: map.name, reference: tool.version, stages }
}

function timesOf(args: readonly string[], { version }: CTool): Record<string, number> {
  const command = [process.execPath, EXECUTABLE, '--kernel', version, ...args] as const
  return statisticsOf<{ milliseconds: Record<string, number> }>(command).milliseconds
}

function warmTimes(map: MapFile, args: readonly string[], { version }: CTool): Map<StageName, number> {
  const input = readFileSync(map.path)
  const options = optionsOf(args, findRelease(version).dialect)
  const least = new Map<StageName, number>()
  for (let run = 0; run < WARM_RUNS; run++) {
    let current: StageName | null = null
    let since = 0
    generateTo(() => {}, input, {
      ...options,
      onStage: pass => {
        const now = performance.now()
        if (current) least.set(current, Math.min(least.get(current) ?? Number.POSITIVE_INFINITY, now - since))
        current = pass
        since = now
      },
    })
  }
  return least
}

/** The minimum time to read a file into allocated memory. */
function readingTime({ path: file, bytes }: MapFile): number {
  const buffer = Buffer.alloc(bytes, 1)
  let least = Number.POSITIVE_INFINITY
  for (let run = 0; run < WARM_RUNS; run++) {
    const began = performance.now()
    const descriptor = openSync(file, 'r')
    readSync(descriptor, buffer, 0, bytes, 0)
    closeSync(descriptor)
    least = Math.min(least, performance.now() - began)
  }
  return least
}

export function stagesAsText(all: readonly Stages[]): string {
  const names = all[0]?.stages.map(({ stage }) => stage) ?? []
  const heading = ['ms: median / floor', ...all.map(({ input }) => input)]
  const lines = names.map(name => [
    name,
    ...all.map(({ stages }) => {
      const { median = 0, floor = null } = stages.find(({ stage }) => stage === name) ?? {}
      return `${median.toFixed(1)} / ${floor === null ? '-' : floor.toFixed(1)}`
    }),
  ])
  return alignColumns([heading, ...lines])
}
