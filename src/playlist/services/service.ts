import type { HostRule, Http } from '../../base/http/http.ts'
import type { Playlist } from '../../model/playlist.ts'

/** A music service that gives its public lists, as text, to whoever asks. A member is one folder here and one line in `all.ts`. */
export interface MusicService {
  readonly name: string
  /** As its listeners know it. */
  readonly title: string
  readonly hosts: readonly HostRule[]
  /** The user's own key, where one is taken. */
  readonly key?: ServiceKey
  /** What an address names; undefined where it is not the service's, or names no list. Pure. */
  readLink(address: URL): ServiceLink | undefined
  /** UserError where there is no such list, or the service does not give it. */
  read(link: ServiceLink, context: ServiceContext, signal: AbortSignal): Promise<Playlist>
}

export interface ServiceKey {
  /** The environment variable that holds it. */
  readonly variable: string
  /** Where to get it. */
  readonly url: string
  /** Without it nothing can be read. */
  readonly required: boolean
}

export interface ServiceLink {
  /** `short`: only the service's own redirect knows what it names. */
  readonly what: 'playlist' | 'album' | 'track' | 'short'
  /** The service's id, of letters, digits, `-` and `_` alone; of a short link its address. */
  readonly id: string
}

export interface ServiceContext {
  readonly http: Pick<Http, 'ask'>
  readonly key?: string
  readonly onRead?: (done: number, total: number) => void
}
