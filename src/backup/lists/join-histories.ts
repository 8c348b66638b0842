import type { Entry } from '../../model/playlist.ts'
import {
  type HistoryLine,
  readHistoryLine,
  writeHistoryLine,
} from '../../report/changes/history.ts'
import { pairEntries } from '../../report/changes/pair.ts'

/**
 * What is known of two lists over time, as one text: the lines of both by their times. What left one of the lists and
 * is in the joined one has not left that. Lines that cannot be read stay as they are, before all others.
 */
export function joinHistories(into: string, from: string, joined: readonly Entry[]): string {
  const own = readLines(into)
  const others = readLines(from)
  const lines = [
    ...own.read.map((line) => ({ at: line.at, text: line.text })),
    ...others.read.map((line) => {
      const here = pairEntries(joined, line.removed)
      const stays = new Set(here.map(({ after }) => after))
      if (stays.size === 0) return { at: line.at, text: line.text }
      const removed = line.removed.filter((_, at) => !stays.has(at))
      return { at: line.at, text: writeHistoryLine(line.at, { ...line, removed }).trimEnd() }
    }),
  ].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  return [...own.damaged, ...others.damaged, ...lines.map(({ text }) => text)]
    .map((line) => `${line}\n`)
    .join('')
}

function readLines(text: string) {
  const read: (HistoryLine & { readonly text: string })[] = []
  const damaged: string[] = []
  for (const line of text.split('\n').filter((each) => each !== '')) {
    const told = readHistoryLine(line)
    if (told) read.push({ ...told, text: line })
    else damaged.push(line)
  }
  return { read, damaged }
}
