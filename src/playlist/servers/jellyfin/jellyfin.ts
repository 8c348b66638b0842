import { asList, asRecord, type JsonObject } from '../../../base/json.ts'
import { checkCount } from '../../reading/entries.ts'
import { firstText } from '../../reading/json.ts'
import type {
  ListChange,
  PlaylistServer,
  ServerAccess,
  ServerEntry,
  ServerKind,
} from '../server.ts'
import { nameOnServer } from '../server-link.ts'
import { JellyfinClient } from './client.ts'
import { readItem } from './song.ts'

export const jellyfin: ServerKind = {
  name: 'jellyfin',
  title: 'Jellyfin',
  open: (access) => openJellyfin(access, new JellyfinClient(access)),
}

const PAGE_SIZE = 500
/** Items that one request names: an address must not be too long. */
const MAX_IDS = 50
const FIELDS = 'Path,ProviderIds'
const SONGS = { includeItemTypes: 'Audio', recursive: 'true', fields: FIELDS }

function openJellyfin(access: ServerAccess, client: JellyfinClient): PlaylistServer {
  /** Every item of a path, page by page. */
  const readAll = async (
    path: string,
    query: Readonly<Record<string, string>>,
    signal: AbortSignal,
    onRead: (done: number) => void = () => {},
  ): Promise<readonly JsonObject[]> => {
    const { user: userId } = await client.session(signal)
    const items: JsonObject[] = []
    for (;;) {
      const asked = { ...query, userId, startIndex: `${items.length}`, limit: `${PAGE_SIZE}` }
      const { Items, TotalRecordCount } = await client.get(path, asked, signal)
      const page = asList(Items).map(asRecord)
      items.push(...page)
      checkCount(items.length)
      onRead(items.length)
      if (page.length < PAGE_SIZE || items.length === TotalRecordCount) return items
    }
  }
  const readSongs = async (...asked: Parameters<typeof readAll>): Promise<readonly ServerEntry[]> =>
    (await readAll(...asked)).map((item) => readItem(item, access))
  return {
    account: access,
    repeatsSongs: false,
    nameList: (id) => nameOnServer(access, 'list', id),
    async lists(signal) {
      const query = { includeItemTypes: 'Playlist', recursive: 'true', fields: 'Overview' }
      const items = await readAll('/Items', query, signal)
      return items
        .filter(({ MediaType }) => MediaType !== 'Video')
        .map(({ Id, Name, Overview }) => ({
          id: firstText(Id),
          name: firstText(Name),
          description: firstText(Overview) || undefined,
          isOwn: true,
        }))
    },
    entries: (list, signal) => readSongs(pathOf(list), { fields: FIELDS }, signal),
    songs: (signal, onRead) => readSongs('/Items', SONGS, signal, onRead),
    search: (words, signal) => readSongs('/Items', { ...SONGS, searchTerm: words }, signal),
    async create(name, songs, signal) {
      const { user } = await client.session(signal)
      const list = { Name: name, UserId: user, MediaType: 'Audio', IsPublic: false }
      const { Id } = await client.post(
        '/Playlists',
        {},
        { ...list, Ids: songs.slice(0, MAX_IDS) },
        signal,
      )
      await append(client, firstText(Id), songs.slice(MAX_IDS), signal)
    },
    async insert(change, signal) {
      const added = change.after.filter((song) => !change.before.includes(song))
      await append(client, change.list, added, signal)
      const { isKey } = await client.session(signal)
      if (!isKey) await move(client, readAll, change, signal)
    },
    [Symbol.asyncDispose]: () => client.end(),
  }
}

const pathOf = (list: string) => `/Playlists/${encodeURIComponent(list)}/Items`

async function append(
  client: JellyfinClient,
  list: string,
  songs: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const { user: userId } = await client.session(signal)
  for (let at = 0; at < songs.length; at += MAX_IDS) {
    const ids = songs.slice(at, at + MAX_IDS).join(',')
    await client.post(pathOf(list), { ids, userId }, undefined, signal)
  }
}

/** Each song that was added at the end goes to its place, from the first on. */
async function move(
  client: JellyfinClient,
  readAll: (
    path: string,
    query: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ) => Promise<readonly JsonObject[]>,
  { list, after }: ListChange,
  signal: AbortSignal,
): Promise<void> {
  const items = await readAll(pathOf(list), {}, signal)
  const order = items.map(
    ({ Id, PlaylistItemId }) => [firstText(Id), firstText(PlaylistItemId)] as const,
  )
  for (const [at, song] of after.entries()) {
    if (order[at]?.[0] === song) continue
    const from = order.findIndex(([id], place) => place > at && id === song)
    const moved = order[from]
    if (!moved) continue
    const path = `${pathOf(list)}/${encodeURIComponent(moved[1])}/Move/${at}`
    await client.post(path, {}, undefined, signal)
    order.splice(from, 1)
    order.splice(at, 0, moved)
  }
}
