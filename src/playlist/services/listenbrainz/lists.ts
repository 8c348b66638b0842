import type { Http, HttpRequest } from '../../../base/http/http.ts'
import { asList, asRecord, type JsonObject } from '../../../base/json.ts'
import { reason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'
import { firstText } from '../../reading/json.ts'
import type { ListChange, ListTarget, ServerEntry, ServerList } from '../../servers/server.ts'
import { askService } from '../ask.ts'

const root = 'https://api.listenbrainz.org/1'
const service = 'ListenBrainz'
const PAGE = 'https://listenbrainz.org/playlist/'
const RECORDING = 'https://musicbrainz.org/recording/'
const EXTENSION = 'https://musicbrainz.org/doc/jspf#playlist'

/** `MAX_RECORDINGS_PER_ADD` of the server. */
const MAX_ADDED = 100
const PAGE_SIZE = 100

/**
 * The lists of whoever the token belongs to: https://listenbrainz.readthedocs.io/en/latest/users/api/playlist.html.
 * Songs are recordings of MusicBrainz, each by its MBID; what is made is private.
 */
export class ListenBrainzLists implements ListTarget {
  readonly repeatsSongs = true
  readonly #http: Pick<Http, 'ask'>
  readonly #token: string

  constructor(http: Pick<Http, 'ask'>, token: string) {
    this.#http = http
    this.#token = token
  }

  nameList(id: string): string {
    return `${PAGE}${id}`
  }

  async lists(signal: AbortSignal): Promise<readonly ServerList[]> {
    const { valid, user_name } = await this.#ask('/validate-token', signal)
    if (valid !== true || typeof user_name !== 'string') throw refused()
    const lists: ServerList[] = []
    for (;;) {
      const path = `/user/${encodeURIComponent(user_name)}/playlists`
      const query = `count=${PAGE_SIZE}&offset=${lists.length}`
      const { playlists, playlist_count } = await this.#ask(`${path}?${query}`, signal)
      const page = asList(playlists).map((each) => readList(asRecord(asRecord(each).playlist)))
      lists.push(...page)
      if (page.length < PAGE_SIZE || lists.length === playlist_count) return lists
    }
  }

  async entries(list: string, signal: AbortSignal): Promise<readonly ServerEntry[]> {
    const { playlist } = await this.#ask(`/playlist/${list}?fetch_metadata=false`, signal)
    return asList(asRecord(playlist).track).map((track) => {
      const { identifier, title } = asRecord(track)
      return { id: firstText(identifier).replace(RECORDING, ''), row: { kind: 'track', title } }
    })
  }

  async create(name: string, songs: readonly string[], signal: AbortSignal): Promise<void> {
    const head = { title: name, extension: { [EXTENSION]: { public: false } } }
    const playlist = { ...head, track: tracksOf(songs.slice(0, MAX_ADDED)) }
    const { playlist_mbid: list } = await this.#ask('/playlist/create', signal, { playlist })
    await this.#add(firstText(list), MAX_ADDED, songs.slice(MAX_ADDED), signal)
  }

  async insert({ list, before, after }: ListChange, signal: AbortSignal): Promise<void> {
    let kept = 0
    for (let at = 0; at < after.length; ) {
      // As far as what is there goes on, nothing is added.
      const next = before[kept++]
      const until = next === undefined ? after.length : after.indexOf(next, at)
      await this.#add(list, at, after.slice(at, until), signal)
      at = until + 1
    }
  }

  async #add(list: string, at: number, songs: readonly string[], signal: AbortSignal) {
    for (let done = 0; done < songs.length; done += MAX_ADDED) {
      const track = tracksOf(songs.slice(done, done + MAX_ADDED))
      await this.#ask(`/playlist/${list}/item/add/${at + done}`, signal, { playlist: { track } })
    }
  }

  async #ask(path: string, signal: AbortSignal, body?: object): Promise<JsonObject> {
    const url = `${root}${path}`
    const authorization = `Token ${this.#token}`
    const request: HttpRequest = body
      ? {
          url,
          method: 'POST',
          body: JSON.stringify(body),
          headers: { authorization, ...JSON_TYPE },
        }
      : { url, headers: { authorization } }
    return asRecord(await askService(this.#http, request, { title: service, explain }, signal))
  }
}

const JSON_TYPE = { 'content-type': 'application/json' }

const tracksOf = (songs: readonly string[]) =>
  songs.map((mbid) => ({ identifier: [`${RECORDING}${mbid}`] }))

function readList({ identifier, title, annotation }: JsonObject): ServerList {
  return {
    id: firstText(identifier).replace(PAGE, '').replace(/\/$/, ''),
    name: firstText(title),
    description: firstText(annotation) || undefined,
    isOwn: true,
  }
}

const refused = () =>
  new UserError(
    reason('playlist.key-refused', { service, variable: 'SONGKEEP_LISTENBRAINZ_TOKEN' }),
  )

const explain = (status: number) => (status === 401 ? refused() : undefined)
