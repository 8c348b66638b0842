import type { Told } from './reason.ts'

/** Where a track can be heard, seen, bought or looked for, when no copy may be made. */
export interface Link {
  readonly kind: LinkKind
  /** The service's own name: `Bandcamp`, `YouTube`. */
  readonly service: string
  readonly url: string
  /** The name of the provider that gave it. */
  readonly by: string
  /** What a person should know: `the artist's own channel`, `not checked`. */
  readonly note?: Told
}

export type LinkKind =
  /** A free and lawful download on a page of the artist's or label's. */
  | 'download'
  | 'listen'
  | 'watch'
  | 'buy'
  /** The artist's or the recording's own page. */
  | 'homepage'
  /** A search at a store: nobody has checked that it is there. */
  | 'search'
