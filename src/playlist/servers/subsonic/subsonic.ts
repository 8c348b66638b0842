import { asList, asRecord } from '../../../base/json.ts'
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
import { SubsonicClient } from './client.ts'
import { idOf, readSong } from './song.ts'

/** Navidrome, gonic, Airsonic, LMS, Funkwhale, Nextcloud Music, supysonic … */
export const subsonic: ServerKind = {
  name: 'subsonic',
  title: 'Subsonic',
  open: (access) => new SubsonicServer(access),
}

const PAGE_SIZE = 500
const MAX_FOUND = 50

class SubsonicServer implements PlaylistServer {
  readonly account: ServerAccess
  readonly repeatsSongs = true
  readonly #client: SubsonicClient

  constructor(access: ServerAccess) {
    this.account = access
    this.#client = new SubsonicClient(access)
  }

  nameList(id: string): string {
    return nameOnServer(this.account, 'list', id)
  }

  async lists(signal: AbortSignal): Promise<readonly ServerList[]> {
    const { playlists } = await this.#client.read('getPlaylists', {}, signal)
    return asList(asRecord(playlists).playlist).map((each) => readList(each, this.account))
  }

  async entries(id: string, signal: AbortSignal): Promise<readonly ServerEntry[]> {
    const { playlist } = await this.#client.read('getPlaylist', { id }, signal)
    return this.#readSongs(asRecord(playlist).entry)
  }

  async songs(
    signal: AbortSignal,
    onRead: (done: number) => void,
  ): Promise<readonly ServerEntry[]> {
    const all = new Map<string, ServerEntry>()
    for (let at = 0; ; at += PAGE_SIZE) {
      const page = await this.#find('', at, PAGE_SIZE, signal)
      const known = all.size
      for (const song of page) all.set(song.id, song)
      checkCount(all.size)
      onRead(all.size)
      // A server that does not know about pages gives the same one again.
      if (page.length < PAGE_SIZE || all.size === known) return [...all.values()]
    }
  }

  search(words: string, signal: AbortSignal): Promise<readonly ServerEntry[]> {
    return this.#find(words, 0, MAX_FOUND, signal)
  }

  async create(name: string, songId: readonly string[], signal: AbortSignal): Promise<void> {
    await this.#client.write('createPlaylist', { name, songId }, signal)
  }

  /** The API can only add at the end; elsewhere all that is to stand in the list is given at once. */
  async insert({ list, before, after }: ListChange, signal: AbortSignal): Promise<void> {
    const isAppended = before.every((song, at) => song === after[at])
    const songIdToAdd = after.slice(before.length)
    if (isAppended)
      await this.#client.write('updatePlaylist', { playlistId: list, songIdToAdd }, signal)
    else await this.#client.write('createPlaylist', { playlistId: list, songId: after }, signal)
  }

  async [Symbol.asyncDispose](): Promise<void> {}

  async #find(query: string, at: number, count: number, signal: AbortSignal) {
    const asked = { query, songCount: `${count}`, songOffset: `${at}`, ...NO_OTHERS }
    const { searchResult3 } = await this.#client.read('search3', asked, signal)
    return this.#readSongs(asRecord(searchResult3).song)
  }

  #readSongs(songs: unknown): readonly ServerEntry[] {
    return asList(songs).map((song) => readSong(song, this.account))
  }
}

const NO_OTHERS = { artistCount: '0', albumCount: '0' }

function readList(value: unknown, { credentials }: ServerAccess): ServerList {
  const { id, name, comment, owner, readonly } = asRecord(value)
  const creator = firstText(owner)
  // By an API key it is not known whose it is: what another owns, the server does not let be changed.
  const { user = creator } = credentials
  return {
    id: idOf(id),
    name: firstText(name),
    description: firstText(comment) || undefined,
    creator: creator || undefined,
    isOwn: readonly !== true && (creator === '' || creator.toLowerCase() === user.toLowerCase()),
  }
}
