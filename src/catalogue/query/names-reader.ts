import type { NameHolder } from '../../model/artist-names.ts'

/** Another name of whoever is known by one. */
export interface OtherName {
  readonly hash: number
  /** Both are names of this artist, and the first one of nobody else. */
  readonly isSure: boolean
}

/** The names of one catalogue, wherever they lie. What is damaged is a UserError. */
export interface NamesReader extends Disposable {
  /** Bytes held in memory. */
  readonly resident: number
  /** Everyone known by the name of this hash. */
  holdersOf(hash: number): readonly NameHolder[]
  /** The other names of those known by the name of this hash. */
  otherNames(hash: number): readonly OtherName[]
}
