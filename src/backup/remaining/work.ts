/** What a run tells of its own work, by which the time that is left is reckoned. */
export type WorkEvent =
  /** The entries of a list are begun; it stands at this place among all lists of the run, counted from 0. */
  | { readonly kind: 'list'; readonly index: number }
  /** So many files have got what only the whole album tells, and how long that took. */
  | { readonly kind: 'finished'; readonly files: number; readonly tookMs: number }
  | EntryEvent

/** Of one entry of the list that is under way. */
export type EntryEvent =
  /** What an entry will need, as far as can be seen before its turn. */
  | { readonly kind: 'foreseen'; readonly position: number; readonly need: Need }
  /** Looked for in the archive and in the user's own folders. */
  | { readonly kind: 'searching'; readonly position: number }
  /** The first question about it to somebody on the network. */
  | { readonly kind: 'asking'; readonly position: number }
  /** Found and named: it waits to be made. */
  | { readonly kind: 'found'; readonly position: number; readonly sound: Sound }
  | { readonly kind: 'fetching'; readonly position: number }
  /** Its file lies here; it waits for an encoder, or has one. */
  | { readonly kind: 'making'; readonly position: number }
  /** An encoder has got so far, in milliseconds of sound: 0 when it begins. */
  | { readonly kind: 'made'; readonly position: number; readonly soundMs: number }
  | { readonly kind: 'storing'; readonly position: number }
  /** Nothing more is done for it, but for its album; `toFinish` where that waits. */
  | { readonly kind: 'ended'; readonly position: number; readonly toFinish: boolean }

/** The sound of which a file is made. */
export interface Sound {
  /** Absent where nobody knows how long it is. */
  readonly durationMs?: number
  readonly isRemote: boolean
  /** True where it has the format already: it is decoded to be checked, and not encoded. */
  readonly isCopied: boolean
}

/** `nothing`: it is kept already, or found nowhere. `ask`: those on the network have to be asked. */
export type Need =
  | { readonly kind: 'nothing' }
  /** `isKept`: they are asked about a copy that is there, and none is made. */
  | { readonly kind: 'ask'; readonly isKept: boolean }
  | { readonly kind: 'make'; readonly sound: Sound }
