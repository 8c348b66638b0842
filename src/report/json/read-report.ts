import { asRecord, type JsonObject, parseJson } from '../../base/json.ts'
import { say } from '../../words/say.ts'
import { readReason, readReasons } from '../../words/spell-out.ts'
import type { Words } from '../../words/words.ts'
import type { ExportedEntry, ExportedPlaylist } from '../playlists/writer.ts'
import { readTrack } from './read-entry.ts'

/**
 * Reads a `report.json` back as a playlist on its way out: every track in the playlist's order, kept or
 * not. `fileOf` says how a path of the archive is written. Returns undefined where the text is no
 * report; what is wrong in one entry costs that entry alone.
 */
export function readReport(
  text: string,
  fileOf: (path: string) => string,
  words: Words,
): ExportedPlaylist | undefined {
  const { playlist, outcomes, unreached } = asRecord(parseJson(text))
  const { name, description, creator, uri } = asRecord(playlist)
  if (typeof name !== 'string' || !Array.isArray(outcomes)) return undefined
  const all = [...outcomes, ...(Array.isArray(unreached) ? unreached : [])].map(asRecord)
  return {
    name,
    description: typeof description === 'string' ? description : undefined,
    creator: typeof creator === 'string' ? creator : undefined,
    uri: typeof uri === 'string' ? uri : undefined,
    entries: all
      .toSorted((a, b) => Number(a.position) - Number(b.position))
      .flatMap((outcome) => readEntry(outcome, fileOf, words)),
  }
}

function readEntry(
  outcome: JsonObject,
  fileOf: (path: string) => string,
  words: Words,
): ExportedEntry[] {
  const track = readTrack(asRecord(outcome.track))
  if (!track) return []
  const { path, chosen, durationMs } = asRecord(outcome.kept)
  const recordings = [chosen, asRecord(outcome.known).recording, asRecord(outcome.match).recording]
  const mbid = recordings.map((each) => mbidOf(asRecord(each))).find(Boolean)
  const why = readReason(outcome, 'reason') ?? readReasons(asRecord(outcome.verdict), 'reasons')[0]
  return [
    {
      track: { durationMs: typeof durationMs === 'number' ? durationMs : undefined, ...track },
      file: typeof path === 'string' && isInside(path) ? fileOf(path) : undefined,
      source: sourceOf(asRecord(chosen)),
      missing: why && say(why, words),
      mbid,
    },
  ]
}

/** A file of the user's own is called by its path. */
const sourceOf = ({ source, id }: JsonObject) =>
  source === 'library' && typeof id === 'string' ? id : undefined

/** A catalogue's MusicBrainz records are called `mb:` and the MBID, or by the MBID alone. */
function mbidOf({ id }: JsonObject): string | undefined {
  return typeof id === 'string' ? MBID.exec(id)?.[1] : undefined
}

const MBID = /^(?:mb:|musicbrainz:)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Below the archive, by a path of its own. */
const isInside = (path: string) =>
  path !== '' && !path.split(/[/\\]/).some((part) => part === '' || part === '.' || part === '..')
