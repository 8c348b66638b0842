import { UnavailableError } from '../../base/http/errors.ts'
import type { Entry, Playlist, SkippedEntry } from '../../model/playlist.ts'
import { type Reason, reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { LoginExpiredError } from '../services/spotify/authorise.ts'
import { type PlaylistLink, readLink } from './playlist-link.ts'
import { type LinkContext, readLinkedPlaylist } from './read-link.ts'
import { resolveShort } from './short.ts'

/** A page a second is polite, so that more would take over half an hour: a longer list is best exported. */
const MAX_ASKED = 2000

/** The link of a row that is nothing else, where its service can be asked what it names. */
function findLink(entry: Entry): PlaylistLink | undefined {
  if (entry.kind !== 'skipped' || entry.uri === undefined || entry.withdrawn) return undefined
  const link = readLink(entry.uri)
  const isTrack = link?.kind === 'service' ? /^(?:track|short)$/.test(link.what) : undefined
  return isTrack || link?.kind === 'track' || link?.kind === 'short' ? link : undefined
}

/** How many rows of the playlist are nothing but a link that its service can be asked about. */
export const countUnnamed = ({ entries }: Playlist): number =>
  entries.filter((entry) => findLink(entry)).length

/** Which links those are, for whoever has to open the way to their services. */
export const linksToName = ({ entries }: Playlist): readonly PlaylistLink[] =>
  entries.flatMap((entry) => findLink(entry) ?? [])

/**
 * The playlist with those rows named that were nothing but a link to a track. A row that cannot be asked about
 * stays, with the reason; where Spotify asks for quiet, all rows after it stay, and a note says so.
 * Throws LoginExpiredError.
 */
export async function nameEntries(
  playlist: Playlist,
  context: LinkContext,
  signal: AbortSignal,
): Promise<Playlist> {
  const total = Math.min(countUnnamed(playlist), MAX_ASKED)
  if (total === 0) return playlist
  const { onRead, ...quietly } = context
  const names = new Names(quietly, signal)
  let done = 0
  let left = 0
  const entries: Entry[] = []
  for (const entry of playlist.entries) {
    const link = findLink(entry)
    if (!link || entry.kind !== 'skipped') {
      entries.push(entry)
      continue
    }
    const named = await names.of(entry, link)
    if (named) onRead?.(Math.min(++done, total), total)
    else left++
    entries.push(named ?? entry)
  }
  if (names.stopped === undefined || left === 0) return { ...playlist, entries }
  const note = reason('playlist.rows-unnamed', { reason: names.stopped, rows: left })
  return { ...playlist, entries, notes: [...playlist.notes, note] }
}

/** Asks for names, for each link once, until it may not or need not go on. */
class Names {
  readonly #context: LinkContext
  readonly #signal: AbortSignal
  readonly #known = new Map<string, Promise<Entry>>()
  /** Why nothing more is asked. */
  stopped: Reason | undefined

  constructor(context: LinkContext, signal: AbortSignal) {
    this.#context = context
    this.#signal = signal
  }

  /** The entry with its name, or with the reason why it has none; undefined where it was not asked about. */
  async of(entry: SkippedEntry, link: PlaylistLink): Promise<Entry | undefined> {
    const uri = entry.uri ?? ''
    const known = this.#known.get(uri)
    if (!known && !this.stopped && this.#known.size >= MAX_ASKED)
      this.stopped = reason('playlist.links-asked', { max: MAX_ASKED })
    if (!known && this.stopped) return undefined
    const asking = known ?? askForName(entry, link, this.#context, this.#signal)
    this.#known.set(uri, asking)
    try {
      return { ...(await asking), position: entry.position }
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error
      this.#known.delete(uri)
      this.stopped = error.reason
      return undefined
    }
  }
}

async function askForName(
  entry: SkippedEntry,
  link: PlaylistLink,
  context: LinkContext,
  signal: AbortSignal,
): Promise<Entry> {
  try {
    const goal = link.kind === 'short' ? await resolveShort(link.url, context.http, signal) : link
    const isTrack =
      goal.kind === 'track' ||
      (goal.kind === 'service' && goal.what !== 'playlist' && goal.what !== 'album')
    if (!isTrack) return { ...entry, reason: reason('playlist.link-to-no-track') }
    const { entries } = await readLinkedPlaylist(goal, context, signal)
    const [named] = entries
    if (entries.length > 1) return { ...entry, reason: reason('playlist.link-to-no-track') }
    return named ?? entry
  } catch (error) {
    const isOfThisRow =
      error instanceof UserError &&
      !(error instanceof UnavailableError || error instanceof LoginExpiredError)
    if (!isOfThisRow) throw error
    return { ...entry, reason: error.reason }
  }
}
