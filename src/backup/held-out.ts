import type { Archive } from '../archive/archive.ts'
import { asList, asRecord, asText, type JsonObject, parseJson } from '../base/json.ts'
import { readPositions } from '../model/backup/positions.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Playlist } from '../model/playlist.ts'
import { reason } from '../model/reason.ts'
import { readTrack } from '../report/json/read-entry.ts'
import { readSpelled } from '../words/spell-out.ts'
import { UserError } from '../words/user-error.ts'

/** What is told anew of an entry that is not looked for: all but a file, which is looked at in every run. */
const retold = new Set(['not-found', 'ambiguous', 'review', 'refused', 'failed'])

/**
 * Of a run that is to look for some entries alone (`3,17-20`): how all others ended the last time, by position.
 * One that was not reached then, or is another track now, is looked for. UserError where the numbers are none.
 */
export async function readHeldOut(
  { entries }: Playlist,
  folder: string,
  wanted: string,
  archive: Archive,
): Promise<ReadonlyMap<number, Outcome>> {
  const asked = readPositions(wanted)
  if (!asked) throw new UserError(reason('backup.entries-unreadable', { given: wanted }))
  const text = await archive.readText(folder, 'report.json')
  const { outcomes } = asRecord(text === undefined ? undefined : parseJson(text))
  const before = new Map(
    asList(outcomes)
      .map(asRecord)
      .map((one) => [one.position, one]),
  )
  const held = new Map<number, Outcome>()
  for (const entry of entries) {
    const outcome = before.get(entry.position)
    if (entry.kind !== 'track' || asked.has(entry.position) || !outcome) continue
    const told = readOutcome(outcome)
    if (told && 'track' in told && nameOf(told.track) === nameOf(entry.track))
      held.set(entry.position, { ...told, track: entry.track })
  }
  return held
}

/** Believes nothing: what cannot be read is looked for. */
function readOutcome(fields: JsonObject): Outcome | undefined {
  if (!retold.has(asText(fields.kind)) || !readTrack(asRecord(fields.track))) return undefined
  try {
    return readSpelled(fields) as Outcome
  } catch {
    return undefined
  }
}

const nameOf = ({ title, artists }: { title: string; artists: readonly string[] }) =>
  JSON.stringify([title, artists])
