import { createHash } from 'node:crypto'
import type { Asked, Reply, Say } from './replay.ts'

export const SUBSONIC = 'https://music.example'
export const ANN = { user: 'ann', password: 'a secret & more' }
export const API_KEY = 'ann-api-key'

export interface SubsonicSong {
  readonly id: string
  readonly title: string
  readonly artist?: string
  readonly [field: string]: unknown
}

export interface SubsonicList {
  readonly id: string
  name: string
  readonly owner: string
  songs: string[]
  readonly comment?: string
}

export interface MadeSubsonic {
  readonly songs: readonly SubsonicSong[]
  readonly lists?: readonly SubsonicList[]
  /** How it lets users in: some know no tokens, some know them and not for all. */
  readonly mode?: 'token' | 'misses-p' | 'no-tokens'
  /** False for servers of old, to which an empty query is none. */
  readonly givesAll?: boolean
  /** Undefined where the server does as it should. */
  readonly instead?: (method: string) => Reply | undefined
}

export interface SubsonicDouble {
  readonly say: Say
  readonly lists: SubsonicList[]
  /** Methods that were asked for, in order. */
  readonly methods: string[]
}

const respond = (more: object): Reply => ({
  body: JSON.stringify({
    'subsonic-response': { status: 'ok', version: '1.16.1', type: 'double', ...more },
  }),
})

const fail = (code: number, message = 'no'): Reply =>
  respond({ status: 'failed', error: { code, message } })

/** A server that behaves as https://opensubsonic.netlify.app says, for one user and a few songs. */
export function makeSubsonic(made: MadeSubsonic): SubsonicDouble {
  const { songs, mode = 'token', givesAll = true, instead } = made
  const lists: SubsonicList[] = (made.lists ?? []).map((list) => ({
    ...list,
    songs: [...list.songs],
  }))
  const methods: string[] = []
  const songOf = (id: string) => songs.find((song) => song.id === id)
  const asList = ({ songs: held, ...list }: SubsonicList) => ({ ...list, songCount: held.length })

  const search = (form: URLSearchParams): Reply => {
    const query = form.get('query') ?? ''
    const [count = 20, at = 0] = ['songCount', 'songOffset'].map((name) => Number(form.get(name)))
    const all = query === '' && !givesAll ? [] : songs
    const found = all.filter(({ title }) => title.toLowerCase().includes(query.toLowerCase()))
    return respond({ searchResult3: { song: found.slice(at, at + count) } })
  }

  const answer = (method: string, form: URLSearchParams): Reply => {
    const wanted = [...form.getAll('songId'), ...form.getAll('songIdToAdd')]
    if (wanted.some((id) => !songOf(id))) return fail(70, 'Song not found')
    const id = form.get('playlistId') ?? form.get('id')
    const list = lists.find((each) => each.id === id)
    if (id !== null && !list) return fail(70, 'Playlist not found')
    switch (method) {
      case 'getPlaylists':
        return respond({ playlists: { playlist: lists.map(asList) } })
      case 'getPlaylist':
        return respond({ playlist: list && { ...asList(list), entry: list.songs.map(songOf) } })
      case 'search3':
        return search(form)
      case 'createPlaylist':
        if (list) list.songs = wanted
        else {
          const name = form.get('name') ?? ''
          lists.push({ id: `made-${lists.length + 1}`, name, owner: ANN.user, songs: wanted })
        }
        return respond({})
      case 'updatePlaylist':
        if (list?.owner !== ANN.user) return fail(50)
        list.songs.push(...wanted)
        return respond({})
      default:
        return fail(0, 'Unknown method')
    }
  }

  return {
    lists,
    methods,
    say(url, asked) {
      const method = /\/rest\/(\w+)/.exec(url.pathname)?.[1] ?? ''
      methods.push(method)
      const form = formOf(url, asked)
      return refuseLogin(form, mode) ?? instead?.(method) ?? answer(method, form)
    },
  }
}

const formOf = (url: URL, { method, body }: Asked) =>
  method === 'POST' ? new URLSearchParams(body) : url.searchParams

function refuseLogin(form: URLSearchParams, mode: MadeSubsonic['mode']): Reply | undefined {
  const [user, token, salt, plain] = ['u', 't', 's', 'p'].map((name) => form.get(name))
  const key = form.get('apiKey')
  if (key !== null) {
    if (user !== null) return fail(43)
    return key === API_KEY ? undefined : fail(44)
  }
  if (plain !== null && plain !== undefined) {
    const password = Buffer.from(plain.replace(/^enc:/, ''), 'hex').toString()
    return user === ANN.user && password === ANN.password ? undefined : fail(40)
  }
  if (mode === 'misses-p') return fail(10, 'A required parameter is missing.')
  if (mode === 'no-tokens') return fail(41)
  const right = createHash('md5').update(`${ANN.password}${salt}`).digest('hex')
  return user === ANN.user && token === right ? undefined : fail(40)
}
