import type { Asked, Reply, Say } from './replay.ts'

export const JELLYFIN = 'https://jelly.example'
export const guid = (number: number) => String(number).padStart(32, 'a')
export const BEN = { user: 'Ben', password: 'ben’s secret' }
const BEN_ID = guid(1)
export const JELLYFIN_KEY = 'benskey'
const TOKEN = 'benstoken'

export interface JellyfinItem {
  readonly Id: string
  readonly Name: string
  readonly Type: string
  readonly [field: string]: unknown
}

export interface JellyfinList {
  readonly id: string
  readonly name: string
  items: string[]
  readonly mediaType?: string
}

export interface JellyfinDouble {
  readonly say: Say
  readonly lists: JellyfinList[]
  /** Tokens that are good now. */
  readonly sessions: Set<string>
}

const json = (body: unknown, status = 200): Reply => ({ status, body: JSON.stringify(body) })
const done: Reply = { status: 204 }

/** A server that behaves as its code says: a song stands once in a list, and an API key is nobody's. */
export function makeJellyfin(
  items: readonly JellyfinItem[],
  given: readonly JellyfinList[] = [],
  users: readonly string[] = [BEN.user, 'Cleo'],
): JellyfinDouble {
  const lists = given.map((list) => ({ ...list, items: [...list.items] }))
  const sessions = new Set([JELLYFIN_KEY])
  const byId = (id: string) => items.find(({ Id }) => Id === id)
  const page = (all: readonly unknown[], query: URLSearchParams) => {
    const [start = 0, limit = 100] = ['startIndex', 'limit'].map((name) => Number(query.get(name)))
    return json({ Items: all.slice(start, start + limit), TotalRecordCount: all.length })
  }
  const add = (list: JellyfinList, ids: readonly string[]) => {
    for (const id of ids) if (byId(id) && !list.items.includes(id)) list.items.push(id)
  }

  const logIn = ({ body }: Asked): Reply => {
    const { Username, Pw } = JSON.parse(body)
    if (Username !== BEN.user || Pw !== BEN.password) return { status: 401 }
    sessions.add(TOKEN)
    return json({ AccessToken: TOKEN, User: { Id: BEN_ID, Name: BEN.user } })
  }

  const listItems = (url: URL): Reply => {
    const words = (url.searchParams.get('searchTerm') ?? '').toLowerCase()
    const named = lists.map(({ id, name, mediaType = 'Audio' }) => ({
      Id: id,
      Name: name,
      Type: 'Playlist',
      MediaType: mediaType,
    }))
    const kind = url.searchParams.get('includeItemTypes')
    const all = kind === 'Playlist' ? named : items.filter(({ Type }) => Type === kind)
    const found = all.filter(({ Name }) => Name.toLowerCase().includes(words))
    return page(found, url.searchParams)
  }

  const ofList = (url: URL, isKey: boolean, isPost: boolean): Reply => {
    const [, , id, , entry, , place] = url.pathname.split('/')
    const list = lists.find((each) => each.id === id)
    if (!list) return { status: 404 }
    if (entry === undefined && !isPost) {
      // An entry of a list bears an id of its own.
      const entries = list.items.map((song) => ({
        ...byId(song),
        PlaylistItemId: [...song].reverse().join(''),
      }))
      return page(entries, url.searchParams)
    }
    if (entry === undefined) add(list, (url.searchParams.get('ids') ?? '').split(','))
    else if (isKey) return { status: 404 }
    else {
      const song = [...entry].reverse().join('')
      list.items = list.items.filter((each) => each !== song)
      list.items.splice(Number(place), 0, song)
    }
    return done
  }

  return {
    lists,
    sessions,
    say(url, asked) {
      const isPost = asked.method === 'POST'
      if (url.pathname === '/Users/AuthenticateByName') return logIn(asked)
      const token = /Token="(\w+)"/.exec(asked.headers.authorization ?? '')?.[1] ?? ''
      if (!sessions.has(token)) return { status: 401 }
      const isKey = token === JELLYFIN_KEY
      if (url.pathname === '/Users')
        return json(users.map((Name, at) => ({ Name, Id: guid(at + 1) })))
      if (url.pathname === '/Sessions/Logout') {
        sessions.delete(token)
        return done
      }
      if (url.pathname === '/Items') return listItems(url)
      if (url.pathname !== '/Playlists') return ofList(url, isKey, isPost)
      const { Name, Ids } = JSON.parse(asked.body)
      const list: JellyfinList = { id: guid(900 + lists.length), name: Name, items: [] }
      lists.push(list)
      add(list, Ids)
      return json({ Id: list.id })
    },
  }
}
