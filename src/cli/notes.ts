/** What the help and the manual page of a command say beside its options, as data. */

export interface Notes {
  readonly lists?: readonly List[]
  /** Paragraphs after the options. */
  readonly text?: readonly string[]
  readonly examples: readonly Example[]
  readonly exitStatus: readonly Entry[]
  /** In the manual page only. */
  readonly environment?: readonly Entry[]
  /** In the manual page only. */
  readonly files?: readonly Entry[]
  /** Where to read on, as arguments of `kallsyms help`. */
  readonly topics: readonly string[]
}

/** Names with their meaning, under a title. */
interface List {
  readonly title: string
  readonly entries: readonly Entry[]
}

interface Example {
  /** What it is for; a few words. */
  readonly what: string
  readonly command: string
}

export type Entry = readonly [name: string, meaning: string]

/** Columns of a terminal that everybody has. */
const WIDTH = 80

/** The end of a command's help. */
export function notesAsText({ lists = [], text = [], examples, exitStatus, topics }: Notes): string {
  const statuses = exitStatus.map(([status, meaning]) => `${status} (${meaning})`).join(', ')
  const [topic, ...others] = topics
  const more =
    others.length > 0 ? `kallsyms help ${topic} (or ${others.join(', ')})` : `kallsyms help ${topic}`
  return [
    ...lists.map(({ title, entries }) => `${title}:\n${entriesAsText(entries)}`),
    ...text.map(paragraph => wrapped(paragraph)),
    `Examples:\n${examples.map(({ what, command }) => `  # ${what}\n  ${command}`).join('\n')}`,
    wrapped(`Exit status: ${statuses}.`),
    ...(topic === undefined ? [] : [wrapped(`More: ${more}`)]),
  ].join('\n\n')
}

function entriesAsText(entries: readonly Entry[]): string {
  const column = 4 + Math.max(...entries.map(([name]) => name.length))
  return entries
    .map(([name, meaning]) => {
      const text = wrapped(meaning, WIDTH - column).replaceAll('\n', `\n${' '.repeat(column)}`)
      return `  ${name}`.padEnd(column) + text
    })
    .join('\n')
}

/** Breaks a paragraph into lines. */
export function wrapped(text: string, width: number = WIDTH): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].join('\n')
}
