import type { Budget } from '../base/http/budget/budget.ts'
import type { Http } from '../base/http/http.ts'
import type { Reason } from '../model/reason.ts'
import type { Answer, Recording } from '../model/recording.ts'
import type { Track } from '../model/track.ts'
import type { Knowledge } from './knowledge.ts'
import type { ProviderHost } from './online/hosts.ts'

/**
 * The contract of everything on the network that is asked about music. A member is one folder in `providers/`
 * and one line in `all.ts`. What a member can do is said by the methods it has once it is open; callers pick
 * providers by these methods (`whoCan`), never by name.
 */
export interface Provider<Can extends Ability = never> {
  /** Kebab-case, stable; `Recording.source` and `Link.by` of what it finds. */
  readonly name: string
  /** As a person knows it: `Internet Archive`. */
  readonly title: string
  /** The methods that it has once it is open, for those who must know before. */
  readonly can: readonly Ability[]
  /** All hosts that it may reach, those its files are downloaded from included. */
  readonly hosts: readonly ProviderHost[]
  /** True where what it finds is a page to link to: it never says where a sound lies, and nothing is played from it. */
  readonly linkOnly?: true
  /** Where it needs a key of the user's, or does better with one. */
  readonly key?: KeyInfo
  /**
   * What `find` takes for what a person has pasted: the address of a page of the host's, or a code. Pure; undefined for
   * what is not its own. Only of one that has `find`.
   */
  readonly readAddress?: (text: string) => string | undefined
  /** By which the user can find out whether it works for them; every member that asks a host has one. */
  readonly probe?: Probe
  open(context: ProviderContext): OpenProvider<Can>
}

/** A provider that is open for one run, with the methods of what it can do. */
export type OpenProvider<Can extends Ability = never> = AnyOpenProvider &
  Required<Pick<ProviderMethods, Can>>

export type Ability = keyof ProviderMethods

/**
 * What a provider can do. Each method answers "nothing found" with a value (an empty list, no knowledge,
 * undefined) and throws an UnavailableError where the provider cannot be asked now.
 */
export interface ProviderMethods {
  /**
   * Recordings that may be the track, the likely ones first, not judged. They say where their sound lies, or, where
   * the provider is `linkOnly`, name a page.
   */
  search(track: Track, signal: AbortSignal): Promise<readonly Recording[]>
  /**
   * The recording of this id, as `Recording.id` has it, or all those of an item that is called so; none where there is
   * no such thing.
   */
  find(id: string, signal: AbortSignal): Promise<readonly Recording[]>
  /** Those that the location of the track names, marked with how it does; none for a track without one. */
  locate(track: Track, signal: AbortSignal): Promise<readonly Recording[]>
  /**
   * What is known of the track where there is no sound: what it is, where it can be heard and bought, and what
   * speaks for or against an uploader. One method and not three, since one answer of a provider says all of it:
   * three methods would ask for the same page three times. `known` is what the providers before it have found
   * out: a provider that can use their ids and links does.
   */
  lookUp(track: Track, known: Knowledge, signal: AbortSignal): Promise<Knowledge>
  /** What is known of a sound by its fingerprint, whatever anybody calls it; the surest recording first. */
  recognise(query: FingerprintQuery, signal: AbortSignal): Promise<Knowledge>
  /** The front cover of a release of MusicBrainz; undefined where there is none, or none that can be used. */
  cover(releaseMbid: string, signal: AbortSignal): Promise<FoundCover | undefined>
}

interface AnyOpenProvider extends AsyncDisposable, Partial<ProviderMethods> {
  readonly name: string
  readonly title: string
  /** False for the user's own folders: they are asked first, and in an offline run alone. */
  readonly needsNetwork: boolean
  /** True for one whose assertions can contradict an uploader's: it is asked before anything is copied. */
  readonly makesAssertions?: true
  /** True for one that knows a recording's ISRC by its names: by it, others may know what they do not by the names. */
  readonly knowsIsrcs?: true
  /** Told what a run will ask about, before it does: a provider that can ask about many at once then does so. */
  prepareFor?(tracks: readonly Track[]): void
}

/** Those that have the method, in the order given. */
export function whoCan<Can extends Ability>(
  providers: readonly OpenProvider[],
  ability: Can,
): readonly OpenProvider<Can>[] {
  return providers.filter((each): each is OpenProvider<Can> => each[ability] !== undefined)
}

/**
 * A harmless question whose answer is known from outside: `songkeep doctor --online` asks it. It is asked by the
 * provider's own method, so that what is found to work is what a backup needs.
 */
export interface Probe {
  readonly question: ProbeQuestion
  /**
   * What the answers must have, by how the path of the address begins: `response.docs[].identifier` is a field
   * that an element of this list has.
   */
  readonly fields: Readonly<Record<string, readonly string[]>>
  /** Where an answer that holds nothing is as good as any. */
  readonly mayFindNothing?: true
  /** Makes JSON of what the host sends that is nearly JSON. */
  readonly mend?: (text: string) => string
}

export type ProbeQuestion =
  | { readonly kind: 'search'; readonly track: Track }
  | { readonly kind: 'lookUp'; readonly track: Track; readonly known?: Knowledge }
  | { readonly kind: 'recognise'; readonly query: FingerprintQuery }
  | { readonly kind: 'cover'; readonly releaseMbid: string }

export interface KeyInfo {
  /** The environment variable that holds it: `SONGKEEP_JAMENDO_CLIENT_ID`. */
  readonly variable: string
  /** False where it works without, and the key only adds something. */
  readonly required: boolean
  /** What the key adds. */
  readonly adds: Reason
  /** Where to get it. */
  readonly url: string
}

export interface ProviderContext {
  readonly http: Http
  /** The user's key, where there is one. */
  readonly key?: string
  /** ISO 8601 date of the run. */
  readonly today: string
  /** Counts what may be asked for so many times a day; without it such things are not asked for. */
  readonly budget?: Budget
}

/** A fingerprint of Chromaprint, as AcoustID takes it. */
export interface FingerprintQuery {
  /** Compressed, in base64 for URLs. */
  readonly fingerprint: string
  /** Of the whole sound, not of the part that was listened to. */
  readonly durationMs: number
}

/** A front cover. It stays its maker's: it goes with the user's own copy, and nowhere else. */
export interface FoundCover {
  readonly bytes: Uint8Array
  /** By its first bytes, whatever the server says. */
  readonly mime: 'image/jpeg' | 'image/png'
  readonly answer: Answer
}
