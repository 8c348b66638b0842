import { UnavailableError } from '../../base/http/errors.ts'
import type { Entry, Playlist, SkippedEntry } from '../../model/playlist.ts'
import { UserError } from '../../words/user-error.ts'
import { LoginExpiredError } from '../services/spotify/authorise.ts'
import { type PlaylistLink, readLink } from './link.ts'
import { type LinkReading, readLinkedPlaylist } from './read-link.ts'
import { resolveShort } from './short.ts'

/** A page a second is polite, and nobody waits for more: a longer list is best exported. */
const MOST_ASKED = 2000

/** The link of a row that is nothing else, where Spotify can be asked what it names. */
function findLink(entry: Entry): PlaylistLink | undefined {
  if (entry.kind !== 'skipped' || entry.uri === undefined || entry.withdrawn) return undefined
  const link = readLink(entry.uri)
  return link?.kind === 'track' || link?.kind === 'short' ? link : undefined
}

/** How many rows of the playlist are nothing but a link that Spotify can be asked about. */
export const countUnnamed = ({ entries }: Playlist): number =>
  entries.filter((entry) => findLink(entry)).length

/**
 * The playlist with those rows named that were nothing but a link to a track. What cannot be asked keeps its
 * row, with the reason; where Spotify asks for quiet the rest is left, and a note says so. Throws LoginEnded.
 */
export async function nameEntries(
  playlist: Playlist,
  reading: LinkReading,
  signal: AbortSignal,
): Promise<Playlist> {
  const total = Math.min(countUnnamed(playlist), MOST_ASKED)
  if (total === 0) return playlist
  const known = new Map<string, Promise<Entry>>()
  const { onRead, ...quietly } = reading
  let stopped: string | undefined
  let done = 0
  let left = 0
  const entries: Entry[] = []
  for (const entry of playlist.entries) {
    const link = findLink(entry)
    if (!link || entry.kind !== 'skipped') {
      entries.push(entry)
      continue
    }
    const uri = entry.uri ?? ''
    if (stopped === undefined && !known.has(uri) && known.size >= MOST_ASKED)
      stopped = `Only ${MOST_ASKED.toLocaleString('en')} links are asked about in a run.`
    if (stopped === undefined || known.has(uri)) {
      const asking = known.get(uri) ?? askForName(entry, link, quietly, signal)
      known.set(uri, asking)
      try {
        entries.push({ ...(await asking), position: entry.position })
        onRead?.(Math.min(++done, total), total)
        continue
      } catch (error) {
        if (!(error instanceof UnavailableError)) throw error
        known.delete(uri)
        stopped = error.message
      }
    }
    left++
    entries.push(entry)
  }
  const notes =
    left === 0
      ? []
      : [`${stopped} ${left} ${left === 1 ? 'row stays' : 'rows stay'} without a name.`]
  return { ...playlist, entries, notes: [...playlist.notes, ...notes] }
}

async function askForName(
  entry: SkippedEntry,
  link: PlaylistLink,
  reading: LinkReading,
  signal: AbortSignal,
): Promise<Entry> {
  try {
    const goal = link.kind === 'short' ? await resolveShort(link.url, reading.http, signal) : link
    if (goal.kind !== 'track')
      return { ...entry, reason: 'A link that leads to no track: give it by itself.' }
    const [named] = (await readLinkedPlaylist(goal, reading, signal)).entries
    return named ?? entry
  } catch (error) {
    const isOfThisRow =
      error instanceof UserError &&
      !(error instanceof UnavailableError || error instanceof LoginExpiredError)
    if (!isOfThisRow) throw error
    return { ...entry, reason: error.message }
  }
}
