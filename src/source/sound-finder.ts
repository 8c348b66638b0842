import type { Knowledge } from './finder.ts'
import type { Online, OnlineContext } from './provider.ts'

/** Chromaprint's, as AcoustID takes it. */
export interface FingerprintQuery {
  /** Compressed, in base64 for URLs. */
  readonly fingerprint: string
  /** Of the whole sound, not of the part that was listened to. */
  readonly durationMs: number
}

/** Knows recordings by what they sound like, whatever anybody calls them. */
export interface OnlineFingerprintLookup extends Online {
  open(context: OnlineContext): FingerprintLookup
}

export interface FingerprintLookup extends AsyncDisposable {
  readonly name: string
  /** As a person knows it. */
  readonly title: string
  /**
   * What is known of a sound, the surest first. Nothing known is empty lists; a place that cannot be asked
   * now throws Unavailable.
   */
  lookUpFingerprint(sound: FingerprintQuery, signal: AbortSignal): Promise<Knowledge>
}
