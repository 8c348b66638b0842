/** An artist who is known by a name, as one list of artists has it. */
export interface NameHolder {
  /** The list that says so. Numbers of artists are compared within one list only. */
  readonly list: number
  /** The list is the user's own: what other lists know makes it no less sure. */
  readonly isOwn: boolean
  /** Two names with the same number are of one artist. Undefined: one who is known by this name alone. */
  readonly artist: number | undefined
  /** The name belongs to another project of the same person. */
  readonly isProject: boolean
}

/** Who is known by which names. */
export interface ArtistNames {
  /** Everyone known by the name with this key (`keyOf` in `text`); of a name known for nobody, none. */
  holdersOf(key: string): readonly NameHolder[]
}
