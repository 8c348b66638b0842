import { setImmediate } from 'node:timers/promises'
import { UnavailableError } from '../../base/http/errors.ts'
import { type Reason, reason } from '../../model/reason.ts'
import type { Track } from '../../model/track.ts'
import type { ListTarget, ServerList } from '../../playlist/servers/server.ts'
import type { ExportedPlaylist } from '../../report/playlists/writer.ts'
import { UserError } from '../../words/user-error.ts'
import type { FindSong, FoundBy } from './find-song.ts'
import { lacking, mergeOrder } from './merge-order.ts'

/** What became of one list, or would become of it. */
export interface PushedList {
  readonly name: string
  readonly action: 'made' | 'changed' | 'same' | 'refused'
  /** Songs that were put into it. */
  readonly added: number
  /** Songs of the archive's list that it has now. */
  readonly songs: number
  /** What it holds besides: the user's own, which stays. */
  readonly others: number
  readonly found: Readonly<Partial<Record<FoundBy, number>>>
  readonly missing: readonly MissingSong[]
  /** Why nothing was done, or what is not as it was meant. */
  readonly notes: readonly Reason[]
}

export interface MissingSong {
  /** From 1, among the tracks of the list. */
  readonly position: number
  readonly track: Pick<Track, 'title' | 'artists'>
  readonly why: Reason
}

export interface PushContext {
  readonly target: ListTarget
  readonly find: FindSong
  /** Of the place that the lists go to. */
  readonly lists: readonly ServerList[]
  /** False: only told. */
  readonly isWritten: boolean
}

/**
 * Makes the list there, or puts into the user's own of that name what it lacks; takes nothing away. What is refused of
 * one list is told of it, and the others go on.
 */
export async function pushList(
  playlist: ExportedPlaylist,
  context: PushContext,
  signal: AbortSignal,
): Promise<PushedList> {
  const { wanted, found, missing } = await findAll(playlist, context, signal)
  const known = { name: playlist.name, found, missing }
  try {
    return { ...known, ...(await putThere(playlist, wanted, context, signal)) }
  } catch (error) {
    if (!(error instanceof UserError) || error instanceof UnavailableError) throw error
    return { ...known, action: 'refused', added: 0, songs: 0, others: 0, notes: [error.reason] }
  }
}

async function putThere(
  playlist: ExportedPlaylist,
  wanted: readonly string[],
  context: PushContext,
  signal: AbortSignal,
): Promise<Omit<PushedList, 'name' | 'found' | 'missing'>> {
  const { target, isWritten } = context
  const there = chooseList(playlist, context)
  const before = there ? (await target.entries(there.id, signal)).map(({ id }) => id) : []
  const after = mergeOrder(before, wanted)
  const others = lacking(wanted, before).length
  const told = { added: after.length - before.length, songs: wanted.length, others }
  if (after.length === before.length) return { ...told, action: 'same', notes: [] }
  const action = there ? 'changed' : 'made'
  if (!isWritten) return { ...told, action, notes: [] }
  if (there) await target.insert({ list: there.id, before, after }, signal)
  else await target.create(playlist.name, after, signal)
  return { ...told, action, notes: await check(playlist, there, after, context, signal) }
}

async function findAll(
  { entries }: ExportedPlaylist,
  { find, target }: PushContext,
  signal: AbortSignal,
) {
  const wanted: string[] = []
  const missing: MissingSong[] = []
  const found: Partial<Record<FoundBy, number>> = {}
  for (const [at, entry] of entries.entries()) {
    // Comparing takes its time: meanwhile it must be seen when the server closes a connection.
    await setImmediate()
    signal.throwIfAborted()
    const song = await find(entry, signal)
    if (song.id === undefined) {
      missing.push({ position: at + 1, track: entry.track, why: song.why })
      continue
    }
    found[song.by] = (found[song.by] ?? 0) + 1
    if (target.repeatsSongs || !wanted.includes(song.id)) wanted.push(song.id)
  }
  return { wanted, found, missing }
}

/** The list that it came from, else the user's own of its name; undefined where there is none yet. */
function chooseList(
  { name, uri }: ExportedPlaylist,
  { lists, target }: PushContext,
): ServerList | undefined {
  const origin = lists.find(({ id, isOwn }) => isOwn && target.nameList(id) === uri)
  if (origin) return origin
  const fold = (text: string) => text.normalize('NFC').trim()
  const same = lists.filter((list) => list.isOwn && fold(list.name) === fold(name))
  if (same.length > 1) throw new UserError(reason('app.push-several-lists', { name }))
  return same[0]
}

/** Looks whether it stands there as it was meant. */
async function check(
  { name }: ExportedPlaylist,
  there: ServerList | undefined,
  after: readonly string[],
  { target, lists }: PushContext,
  signal: AbortSignal,
): Promise<readonly Reason[]> {
  const isNew = (list: ServerList) =>
    list.name.trim() === name.trim() && !lists.some(({ id }) => id === list.id)
  const list = there ?? (await target.lists(signal)).find(isNew)
  if (!list) return [reason('app.push-not-made')]
  const now = (await target.entries(list.id, signal)).map(({ id }) => id)
  const lost = lacking(now, after).length
  if (lost > 0) return [reason('app.push-lost', { songs: lost })]
  const isAsMeant = now.length === after.length && now.every((song, at) => song === after[at])
  return isAsMeant ? [] : [reason('app.push-order')]
}
