import { basename, resolve } from 'node:path'
import type { HandSearch } from '../../../api/contract.ts'
import { searchByHand } from '../../../backup/search/search-by-hand.ts'
import { Catalogue } from '../../../catalogue/catalogue.ts'
import { reason } from '../../../model/reason.ts'
import type { Track } from '../../../model/track.ts'
import { type Library, openLibrary } from '../../../source/library/library.ts'
import { whoCan } from '../../../source/provider.ts'
import { UserError } from '../../../words/user-error.ts'
import type { Environment } from '../../environment.ts'
import type { OpenOnline } from '../../open-online.ts'
import type { Uploads } from '../../playlists/uploads.ts'
import type { AllowedFolders } from '../../settings/allowed-folders.ts'
import { withSavedKeys } from '../../settings/settings.ts'
import { askAddress } from './ask-address.ts'
import { compare, contextOf, type HandAnswer, today } from './hand-answer.ts'
import { KeptOpen } from './kept-open.ts'
import { findInLibrary, readOwnFile } from './own-file.ts'
import type { Places } from './where.ts'

export interface HandToolsOptions {
  readonly environment: Environment
  readonly folders: AllowedFolders
  readonly uploads: Pick<Uploads, 'find'>
}

/** A library stays open for so long after a question, and so does the way to the network. */
const IDLE_MS = 2 * 60_000

/** The ways by which a person looks for one row's recording. What they open stays open for the next question. */
export class HandTools implements AsyncDisposable {
  readonly #options: HandToolsOptions
  readonly #library: KeptOpen<Library>
  /** One for all who look: its hosts are asked at their own pace, however many questions there are. */
  readonly #online: KeptOpen<OpenOnline>

  constructor(options: HandToolsOptions) {
    this.#options = options
    this.#library = new KeptOpen(
      (key, signal) => this.#openLibrary(JSON.parse(key), signal),
      IDLE_MS,
    )
    this.#online = new KeptOpen(() => this.#openOnline(), IDLE_MS)
  }

  async ask(
    asked: HandSearch,
    track: Track,
    places: Places,
    signal: AbortSignal,
  ): Promise<HandAnswer> {
    if (asked.kind === 'file' || asked.kind === 'upload')
      return await this.#ownFile(asked, track, places, signal)
    if (asked.kind === 'address')
      return await this.#network(signal, (online) => askAddress(asked.text, track, online, signal))
    const words = wordsOf(asked, track)
    if (asked.in === 'library') return await this.#inLibrary(words, track, places, signal)
    if (asked.in === 'catalogue') return inCatalogue(words, track, places)
    return await this.#network(signal, async (online) => {
      const sources = whoCan(online.providers, 'search')
      const questions = sources.map((provider) => ({
        provider,
        ask: (gone: AbortSignal) => provider.search(words, gone),
      }))
      const context = contextOf(online)
      return { ...(await searchByHand(track, words, questions, context, signal)), told: [] }
    })
  }

  async #inLibrary(
    words: Track,
    track: Track,
    places: Places,
    signal: AbortSignal,
  ): Promise<HandAnswer> {
    if (places.libraries.length === 0)
      return { found: [], unanswered: [], told: [reason('app.no-library-to-search')] }
    const recordings = await this.#useLibrary(places, signal, (library) =>
      library.search(words, signal),
    )
    return await compare(track, recordings)
  }

  async #ownFile(
    asked: Extract<HandSearch, { readonly kind: 'file' | 'upload' }>,
    track: Track,
    places: Places,
    signal: AbortSignal,
  ): Promise<HandAnswer> {
    const { folders, uploads } = this.#options
    if (asked.kind === 'upload') {
      const file = { path: await uploads.find(asked.id), name: basename(asked.name) }
      return { ...(await compare(track, [await readOwnFile(file, signal)])), take: file }
    }
    const path = await folders.confine(asked.path)
    const file = { path, name: basename(path) }
    const recording = await readOwnFile(file, signal)
    const isBelow = places.libraries.some((folder) => path.startsWith(`${folder}/`))
    const known = isBelow
      ? await this.#useLibrary(places, signal, (library) => findInLibrary(path, library, signal))
      : undefined
    return known
      ? await compare(track, [known])
      : { ...(await compare(track, [recording])), take: file }
  }

  async #network(
    signal: AbortSignal,
    work: (online: OpenOnline) => Promise<HandAnswer>,
  ): Promise<HandAnswer> {
    if (this.#options.environment.offline)
      return { found: [], unanswered: [], told: [reason('app.search-offline')] }
    return await this.#online.use('', signal, work)
  }

  #useLibrary<Result>(
    { libraries, into }: Places,
    signal: AbortSignal,
    work: (library: Library) => Promise<Result>,
  ): Promise<Result> {
    return this.#library.use(JSON.stringify([libraries, into]), signal, work)
  }

  async #openLibrary(
    [folders, into]: readonly [readonly string[], string],
    signal: AbortSignal,
  ): Promise<Library> {
    const { environment } = this.#options
    return await openLibrary({
      folders,
      indexFile: resolve(environment.cacheDir, 'library.sqlite'),
      width: Math.max(4, environment.processors),
      exclude: [into],
      signal,
    })
  }

  async #openOnline(): Promise<OpenOnline> {
    const { openOnline } = await import('../../open-online.ts')
    return openOnline(await withSavedKeys(this.#options.environment), today())
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#library[Symbol.asyncDispose]()
    await this.#online[Symbol.asyncDispose]()
  }
}

/** What is known of the track stays, where it is still looked for by its own words. */
function wordsOf(asked: Extract<HandSearch, { readonly kind: 'words' }>, track: Track): Track {
  const { title, artist } = asked
  const isOwn = title === track.title && artist === track.artists.join(', ')
  return isOwn ? track : { title, artists: artist.trim() === '' ? [] : [artist.trim()] }
}

function inCatalogue(words: Track, track: Track, { catalogues }: Places): Promise<HandAnswer> {
  if (catalogues.length === 0)
    throw new UserError(reason('app.no-catalogue-to-search'), reason('app.name-a-catalogue'))
  using catalogue = new Catalogue(catalogues)
  return compare(track, catalogue.lookUp(words))
}
