import { asList, asRecord } from '../../../src/base/json.ts'
import type { Asked, Reply, Say } from './replay.ts'

export const TOKEN = 'mira-token'
export const mbidOf = (number: number) =>
  `5b1ac0de-0000-4000-8000-${String(number).padStart(12, '0')}`

export interface ListenBrainzList {
  readonly id: string
  readonly title: string
  readonly isPublic?: boolean
  songs: string[]
}

const json = (body: unknown, status = 200): Reply => ({ status, body: JSON.stringify(body) })
const refuse = (error: string) => json({ code: 400, error }, 400)

const RECORDING = 'https://musicbrainz.org/recording/'
const MAX_ADDED = 100

/** ListenBrainz' playlists, as its server's code checks them: MBIDs alone, 100 at a time. */
export function makeListenBrainz(given: readonly ListenBrainzList[] = []) {
  const lists = given.map((list) => ({ ...list, songs: [...list.songs] }))
  const inJspf = ({ id, title, songs }: ListenBrainzList) => ({
    playlist: {
      title,
      creator: 'mira',
      identifier: `https://listenbrainz.org/playlist/${id}`,
      track: songs.map((song) => ({ identifier: [`${RECORDING}${song}`], title: song })),
    },
  })
  const readSongs = ({ body }: Asked): readonly string[] | undefined => {
    const { track } = asRecord(asRecord(JSON.parse(body)).playlist)
    const songs = asList(track).map((each) => String(asList(asRecord(each).identifier)[0]))
    const isFine = songs.every((song) =>
      /^https:\/\/musicbrainz\.org\/recording\/[0-9a-f-]{36}$/.test(song),
    )
    return isFine ? songs.map((song) => song.slice(RECORDING.length)) : undefined
  }
  const create = (asked: Asked): Reply => {
    const { title, extension } = asRecord(asRecord(JSON.parse(asked.body)).playlist)
    const { public: isPublic } = asRecord(
      asRecord(extension)['https://musicbrainz.org/doc/jspf#playlist'],
    )
    const songs = readSongs(asked)
    if (typeof title !== 'string' || typeof isPublic !== 'boolean' || !songs)
      return refuse('JSPF playlist …')
    const id = mbidOf(900 + lists.length)
    lists.push({ id, title, isPublic, songs: [...songs] })
    return json({ status: 'ok', playlist_mbid: id })
  }
  const say: Say = (url, asked) => {
    if (asked.headers.authorization !== `Token ${TOKEN}`)
      return url.pathname === '/1/validate-token'
        ? json({ code: 200, message: 'Token invalid.', valid: false })
        : json({ code: 401, error: 'Invalid authorization token.' }, 401)
    if (url.pathname === '/1/validate-token')
      return json({ code: 200, valid: true, user_name: 'mira' })
    if (url.pathname === '/1/user/mira/playlists') {
      const [count = 25, offset = 0] = ['count', 'offset'].map((name) =>
        Number(url.searchParams.get(name)),
      )
      const page = lists.slice(offset, offset + count).map((list) => inJspf({ ...list, songs: [] }))
      return json({ count, offset, playlist_count: lists.length, playlists: page })
    }
    if (url.pathname === '/1/playlist/create') return create(asked)
    const [, id, place] = /^\/1\/playlist\/([^/]+)(?:\/item\/add\/(\d+))?$/.exec(url.pathname) ?? []
    const list = lists.find((each) => each.id === id)
    if (!list) return json({ code: 404, error: 'Cannot find playlist' }, 404)
    if (place === undefined) return json(inJspf(list))
    const songs = readSongs(asked)
    if (!songs || songs.length > MAX_ADDED) return refuse('You may only add max 100 recordings')
    list.songs.splice(Number(place), 0, ...songs)
    return json({ status: 'ok' })
  }
  return { lists, say }
}
