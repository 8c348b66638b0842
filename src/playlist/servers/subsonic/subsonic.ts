import { asList, asRecord } from '../../../base/json.ts'
import { checkCount } from '../../reading/entries.ts'
import { firstText } from '../../reading/json.ts'
import type {
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
  open: (access) => openSubsonic(access, new SubsonicClient(access)),
}

const PAGE_SIZE = 500

function openSubsonic(access: ServerAccess, client: SubsonicClient): PlaylistServer {
  const read = (songs: unknown): readonly ServerEntry[] =>
    asList(songs).map((song) => readSong(song, access))
  const find = async (query: string, at: number, count: number, signal: AbortSignal) => {
    const asked = { query, songCount: `${count}`, songOffset: `${at}`, ...NO_OTHERS }
    const { searchResult3 } = await client.read('search3', asked, signal)
    return read(asRecord(searchResult3).song)
  }
  return {
    account: access,
    repeatsSongs: true,
    nameList: (id) => nameOnServer(access, 'list', id),
    async lists(signal) {
      const { playlists } = await client.read('getPlaylists', {}, signal)
      return asList(asRecord(playlists).playlist).map((each) => readList(each, access))
    },
    async entries(id, signal) {
      const { playlist } = await client.read('getPlaylist', { id }, signal)
      return read(asRecord(playlist).entry)
    },
    async songs(signal, onRead) {
      const all = new Map<string, ServerEntry>()
      for (let at = 0; ; at += PAGE_SIZE) {
        const page = await find('', at, PAGE_SIZE, signal)
        const known = all.size
        for (const song of page) all.set(song.id, song)
        checkCount(all.size)
        onRead(all.size)
        // A server that does not know about pages gives the same one again.
        if (page.length < PAGE_SIZE || all.size === known) return [...all.values()]
      }
    },
    search: (words, signal) => find(words, 0, 50, signal),
    async create(name, songId, signal) {
      await client.write('createPlaylist', { name, songId }, signal)
    },
    async insert({ list, before, after }, signal) {
      const isAppended = before.every((song, at) => song === after[at])
      if (isAppended) {
        const songIdToAdd = after.slice(before.length)
        await client.write('updatePlaylist', { playlistId: list, songIdToAdd }, signal)
        // The API can only add at the end; elsewhere all that is to stand in it is given at once.
      } else await client.write('createPlaylist', { playlistId: list, songId: after }, signal)
    },
    async [Symbol.asyncDispose]() {},
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
