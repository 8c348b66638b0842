import { asList, asRecord, type JsonObject } from '../../../base/json.ts'
import { checkCount } from '../../reading/entries.ts'
import { firstText } from '../../reading/json.ts'
import type {
  ListChange,
  PlaylistServer,
  ServerAccess,
  ServerEntry,
  ServerKind,
  ServerList,
} from '../server.ts'
import { nameOnServer } from '../server-link.ts'
import { JellyfinClient } from './client.ts'
import { readItem } from './song.ts'

export const jellyfin: ServerKind = {
  name: 'jellyfin',
  title: 'Jellyfin',
  open: (access) => new JellyfinServer(access),
}

const PAGE_SIZE = 500
/** Items that one request names: an address must not be too long. */
const MAX_IDS = 50
const FIELDS = 'Path,ProviderIds'
const SONGS = { includeItemTypes: 'Audio', recursive: 'true', fields: FIELDS }

class JellyfinServer implements PlaylistServer {
  readonly account: ServerAccess
  readonly repeatsSongs = false
  readonly #client: JellyfinClient

  constructor(access: ServerAccess) {
    this.account = access
    this.#client = new JellyfinClient(access)
  }

  nameList(id: string): string {
    return nameOnServer(this.account, 'list', id)
  }

  async lists(signal: AbortSignal): Promise<readonly ServerList[]> {
    const query = { includeItemTypes: 'Playlist', recursive: 'true', fields: 'Overview' }
    const items = await this.#readAll('/Items', query, signal)
    return items
      .filter(({ MediaType }) => MediaType !== 'Video')
      .map(({ Id, Name, Overview }) => ({
        id: firstText(Id),
        name: firstText(Name),
        description: firstText(Overview) || undefined,
        isOwn: true,
      }))
  }

  entries(list: string, signal: AbortSignal): Promise<readonly ServerEntry[]> {
    return this.#readSongs(pathOf(list), { fields: FIELDS }, signal)
  }

  songs(signal: AbortSignal, onRead: (done: number) => void): Promise<readonly ServerEntry[]> {
    return this.#readSongs('/Items', SONGS, signal, onRead)
  }

  search(words: string, signal: AbortSignal): Promise<readonly ServerEntry[]> {
    return this.#readSongs('/Items', { ...SONGS, searchTerm: words }, signal)
  }

  async create(name: string, songs: readonly string[], signal: AbortSignal): Promise<void> {
    const { user } = await this.#client.session(signal)
    const list = { Name: name, UserId: user, MediaType: 'Audio', IsPublic: false }
    const body = { ...list, Ids: songs.slice(0, MAX_IDS) }
    const { Id } = await this.#client.post('/Playlists', {}, body, signal)
    await this.#append(firstText(Id), songs.slice(MAX_IDS), signal)
  }

  async insert(change: ListChange, signal: AbortSignal): Promise<void> {
    const { list, before, after } = change
    const added = after.filter((song) => !before.includes(song))
    await this.#append(list, added, signal)
    const { isKey } = await this.#client.session(signal)
    if (!isKey) await this.#move(change, signal)
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#client.end()
  }

  async #append(list: string, songs: readonly string[], signal: AbortSignal): Promise<void> {
    const { user: userId } = await this.#client.session(signal)
    for (let at = 0; at < songs.length; at += MAX_IDS) {
      const ids = songs.slice(at, at + MAX_IDS).join(',')
      await this.#client.post(pathOf(list), { ids, userId }, undefined, signal)
    }
  }

  /** Each song that was added at the end goes to its place, from the first on. */
  async #move({ list, after }: ListChange, signal: AbortSignal): Promise<void> {
    const items = await this.#readAll(pathOf(list), {}, signal)
    const order = items.map(({ Id, PlaylistItemId }) => ({
      song: firstText(Id),
      entry: firstText(PlaylistItemId),
    }))
    for (const [at, song] of after.entries()) {
      if (order[at]?.song === song) continue
      const from = order.findIndex((each, place) => place > at && each.song === song)
      const moved = order[from]
      if (!moved) continue
      const path = `${pathOf(list)}/${encodeURIComponent(moved.entry)}/Move/${at}`
      await this.#client.post(path, {}, undefined, signal)
      order.splice(from, 1)
      order.splice(at, 0, moved)
    }
  }

  async #readSongs(
    path: string,
    query: Readonly<Record<string, string>>,
    signal: AbortSignal,
    onRead?: (done: number) => void,
  ): Promise<readonly ServerEntry[]> {
    const items = await this.#readAll(path, query, signal, onRead)
    return items.map((item) => readItem(item, this.account))
  }

  /** Every item of a path, page by page. */
  async #readAll(
    path: string,
    query: Readonly<Record<string, string>>,
    signal: AbortSignal,
    onRead: (done: number) => void = () => {},
  ): Promise<readonly JsonObject[]> {
    const { user: userId } = await this.#client.session(signal)
    const items: JsonObject[] = []
    for (;;) {
      const asked = { ...query, userId, startIndex: `${items.length}`, limit: `${PAGE_SIZE}` }
      const { Items, TotalRecordCount } = await this.#client.get(path, asked, signal)
      const page = asList(Items).map(asRecord)
      items.push(...page)
      checkCount(items.length)
      onRead(items.length)
      if (page.length < PAGE_SIZE || items.length === TotalRecordCount) return items
    }
  }
}

const pathOf = (list: string) => `/Playlists/${encodeURIComponent(list)}/Items`
