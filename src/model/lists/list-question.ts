/** Whose newer version a playlist is, where neither an address nor an id tells. */
export interface ListQuestion {
  /** The playlist’s place among those of the run, from 0. */
  readonly at: number
  readonly playlist: string
  readonly entries: number
  /** Lists of the archive that it is like, the likest first. */
  readonly candidates: readonly ListCandidate[]
  /** The candidate that is taken where nobody answers; none where a new list is begun. */
  readonly suggested?: string
}

export interface ListCandidate {
  readonly id: string
  readonly name: string
  /** When it was last kept: ISO 8601, UTC; absent where no backup of it has come to its end. */
  readonly at?: string
  /** Entries that both have. */
  readonly same: number
  /** Entries of the longer one. */
  readonly of: number
}

/** Asks a person; answers with the id of a candidate, or with nothing for a new list. */
export type AskAboutList = (question: ListQuestion) => Promise<string | undefined>

/** What was said of one playlist of a run before it began. */
export interface ListAnswer {
  /** The name that it was read under. */
  readonly playlist: string
  /** Which of several of that name, from 0. */
  readonly place: number
  /** The id of the list whose newer version it is; of none yet: that of a new list. */
  readonly list?: string
  /** Another name. */
  readonly as?: string
}
