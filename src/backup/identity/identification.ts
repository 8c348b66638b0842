import { newListId } from '../../archive/lists/lists.ts'
import type { KeptList } from '../../model/lists/kept-list.ts'
import type { AskAboutList } from '../../model/lists/list-question.ts'
import type { Playlist } from '../../model/playlist.ts'
import { type Reason, reason } from '../../model/reason.ts'
import { isOfService } from '../../playlist/links/address-key.ts'
import type { ArchivedLists } from './archived-lists.ts'
import { findByAddress, findNamed } from './find-list.ts'
import { isLikeEnough, isSame, isWorthAsking, type Likeness } from './likeness.ts'
import { Likest } from './likest.ts'
import { type Identity, nameList } from './name-list.ts'
import { nameKinds, TakenNames } from './names.ts'
import { apartFrom, continuing, questionOf } from './tell.ts'

/** The playlists of a run, and the lists that they turn out to be. */
export class Identification {
  readonly #playlists: readonly Playlist[]
  readonly #lists: readonly KeptList[]
  readonly #likest: Likest
  readonly #found = new Map<Playlist, Identity>()
  readonly #taken = new Set<string>()

  constructor(playlists: readonly Playlist[], archived: ArchivedLists) {
    this.#playlists = playlists
    this.#lists = archived.lists()
    this.#likest = new Likest(archived)
  }

  /** The user has said which list the one playlist is. */
  choose(wanted: string): void {
    const [playlist] = this.#playlists
    const list = findNamed(this.#lists, wanted)
    const note = list ? undefined : reason('backup.list-begun', { id: wanted })
    if (playlist) this.#settle(playlist, { id: list?.id ?? wanted, list, note })
  }

  takeAnswers(answered: ReadonlyMap<number, string>): void {
    for (const [at, id] of answered) {
      const playlist = this.#playlists[at]
      if (playlist && !this.#found.has(playlist) && !this.#taken.has(id))
        this.#settle(playlist, { id, list: this.#lists.find((each) => each.id === id) })
    }
  }

  async findByAddresses(): Promise<void> {
    for (const playlist of this.#open()) {
      const list = findByAddress(this.#free(), playlist.uri)
      if (list && !(await this.#isOther(playlist, list)))
        this.#settle(playlist, { id: list.id, list })
    }
  }

  /** A program may give every list that it writes one address: then two that have nothing in common are two. */
  async #isOther(playlist: Playlist, list: KeptList): Promise<boolean> {
    if (playlist.uri === undefined || isOfService(playlist.uri)) return false
    const { names, same, ofShorter } = await this.#likest.of(playlist, list)
    return names === 'other' && same === 0 && ofShorter > 0
  }

  /** The same entries under the same name: there is nothing to ask, however often it is backed up. */
  async findSame(): Promise<void> {
    for (const names of nameKinds)
      for (const playlist of this.#open()) {
        const likest = await this.#likest.among(this.#free(), playlist)
        const same = likest.find((each) => each.names === names && isSame(each))
        if (same) this.#take(playlist, same)
      }
  }

  async askFor(ask: AskAboutList): Promise<void> {
    for (const playlist of this.#open()) {
      const likest = await this.#likest.among(this.#free(), playlist, true)
      const candidates = likest.filter(isWorthAsking)
      if (candidates.length === 0) continue
      const answer = await ask(questionOf(playlist, this.#playlists.indexOf(playlist), candidates))
      const chosen = candidates.find(({ id }) => id === answer)
      if (chosen) this.#take(playlist, chosen)
      else this.#begin(playlist)
    }
  }

  /** The likest pairs first, so that the order of the playlists decides nothing. */
  async decideByEntries(): Promise<void> {
    for (const names of nameKinds) {
      const pairs: { readonly playlist: Playlist; readonly likeness: Likeness }[] = []
      for (const playlist of this.#open())
        for (const likeness of await this.#likest.among(this.#free(), playlist, names === 'other'))
          if (likeness.names === names && isLikeEnough(likeness)) pairs.push({ playlist, likeness })
      const share = ({ likeness: { same, of } }: (typeof pairs)[number]) => same / Math.max(1, of)
      for (const { playlist, likeness } of pairs.toSorted((a, b) => share(b) - share(a)))
        if (!this.#found.has(playlist) && !this.#taken.has(likeness.id))
          this.#take(playlist, likeness, continuing(likeness))
    }
    for (const playlist of this.#open()) {
      const [nearest] = await this.#likest.among(this.#lists, playlist)
      this.#begin(playlist, nearest && apartFrom(nearest))
    }
  }

  /** Every playlist with its list’s id and name, in their order. */
  finish(): readonly Playlist[] {
    for (const playlist of this.#open()) this.#begin(playlist)
    const names = new TakenNames()
    for (const { name, id } of this.#lists) names.take(name, id)
    return this.#playlists.flatMap((playlist) => {
      const identity = this.#found.get(playlist)
      return identity ? [nameList(playlist, identity, names)] : []
    })
  }

  #open(): readonly Playlist[] {
    return this.#playlists.filter((playlist) => !this.#found.has(playlist))
  }

  #free(): readonly KeptList[] {
    return this.#lists.filter(({ id }) => !this.#taken.has(id))
  }

  #take(playlist: Playlist, { id }: Likeness, note?: Reason) {
    this.#settle(playlist, { id, list: this.#lists.find((each) => each.id === id), note })
  }

  /** A new list: its service’s address is its id, where no list has that yet. */
  #begin(playlist: Playlist, note?: Reason) {
    const { uri } = playlist
    const isFree = uri !== undefined && !this.#taken.has(uri) && !findByAddress(this.#lists, uri)
    this.#settle(playlist, { id: isFree ? uri : newListId(), note })
  }

  #settle(playlist: Playlist, identity: Identity) {
    this.#taken.add(identity.id)
    this.#found.set(playlist, identity)
  }
}
