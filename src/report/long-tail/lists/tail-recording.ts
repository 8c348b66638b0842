import type { Link } from '../../../model/link.ts'
import type { Reason } from '../../../model/reason.ts'
import type { Track } from '../../../model/track.ts'
import type { Licence } from '../../../model/verdict.ts'

/** A recording of the history or of the archive's lists, with all that is known of who holds it. */
export interface TailRecording {
  readonly track: Track
  /** How often it was played, or what else it is weighed by; 0 where nothing is known. */
  readonly plays: number
  readonly bytes: number
  /** The size is taken from a length. */
  readonly isEstimate?: boolean
  /** Absent where it is not kept, or its file is not whole. */
  readonly kept?: KeptRecording
  /** Since when its service names or plays it no longer: ISO 8601, or `''` where nobody knows since when. */
  readonly withdrawnAt?: string
  /** Everybody else who is known to have it. */
  readonly places: readonly Place[]
  /** What the last backup said of a recording that is not kept. */
  readonly missing?: MissingRecording
}

export interface KeptRecording {
  /** Relative to its archive. */
  readonly path: string
  /** It is the very track: the same address at its service, or the same ISRC. Else title and artist say so. */
  readonly isExact: boolean
  /** Own copies that are whole as far as is known: in each archive that was named, and in mirrors of them. */
  readonly copies: number
  readonly licence: Licence
  readonly keptAt: string
  /** When its bytes were last found to be as they were kept: ISO 8601; absent where that was never looked at since. */
  readonly checkedAt?: string
}

/** Who has a recording besides its listener. */
export interface Place {
  /** `archive`: it may be downloaded there; `service`: heard or seen; `shop`: bought, so it is on a release. */
  readonly kind: 'archive' | 'service' | 'shop'
  /** As a person knows it: `Internet Archive`. */
  readonly name: string
  readonly url?: string
}

export interface MissingRecording {
  readonly links: readonly Link[]
  /** The kind of its outcome: `refused`, `review`, `not-found`, … */
  readonly outcome: string
  /** Why it is not kept. */
  readonly reason?: Reason
  /** Of the recording that was found and not copied. */
  readonly licence?: Licence
}

/** Own copies, and everybody else who has it. */
export const holdersOf = ({ kept, places }: TailRecording) => (kept?.copies ?? 0) + places.length
