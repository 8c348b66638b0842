import { asList, asRecord, parseJson } from '../../base/json.ts'
import type { Changes, EntryChange } from '../../model/lists/changes.ts'
import { spellOut } from '../../words/spell-out.ts'
import { isTime, readEntry } from '../json/read-entry.ts'

export const HISTORY = 'history.jsonl'

/** One line of a playlist's history: a run that found it changed. */
export interface HistoryLine extends Changes {
  /** When the run ended: ISO 8601, UTC. */
  readonly at: string
}

/** With its end mark. */
export const writeHistoryLine = (at: string, changes: Changes) =>
  `${JSON.stringify(spellOut({ at, ...changes }))}\n`

/** Undefined where the line is damaged: not one entry of it is believed then. */
export function readHistoryLine(line: string): HistoryLine | undefined {
  const fields = asRecord(parseJson(line))
  const { at, since } = fields
  if (!isTime(at) || !isTime(since)) return undefined
  const entries = (name: string) => every(fields[name], readEntry)
  const changes = (name: string) => every(fields[name], readChange)
  const [added, removed] = [entries('added'), entries('removed')]
  const [moved, changed] = [changes('moved'), changes('changed')]
  const [withdrawn, returned] = [changes('withdrawn'), changes('returned')]
  if (!added || !removed || !moved || !changed || !withdrawn || !returned) return undefined
  return { at, since, added, removed, moved, changed, withdrawn, returned }
}

/**
 * Leaves out what a killed run wrote: it recorded no state, so the next one told the same again, since
 * the same time.
 */
export function dropRetold(lines: readonly HistoryLine[]): readonly HistoryLine[] {
  const last = new Map(lines.map((line) => [line.since, line]))
  return lines.filter((line) => last.get(line.since) === line)
}

function every<Item>(
  value: unknown,
  read: (fields: Readonly<Record<string, unknown>>) => Item | undefined,
): readonly Item[] | undefined {
  if (!Array.isArray(value)) return undefined
  const items = asList(value).flatMap((each) => read(asRecord(each)) ?? [])
  return items.length === value.length ? items : undefined
}

function readChange(fields: Readonly<Record<string, unknown>>): EntryChange | undefined {
  const [from, to] = [readEntry(asRecord(fields.from)), readEntry(asRecord(fields.to))]
  return from && to ? { from, to } : undefined
}
