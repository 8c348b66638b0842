import type { MatchReasons } from '../model/reasons/match.ts'
import type { VersionKind } from '../model/version.ts'

type Said = MatchReasons['match.versions']

/** What a language calls the kinds of versions, and albums that make their tracks live. */
export interface VersionNames {
  readonly kinds: Readonly<Record<VersionKind, string>>
  readonly albums: Readonly<Record<NonNullable<Said['album']>, string>>
}

/** `remix (nils berg), remaster 2011`, `live album`. */
export function listVersions({ versions, album }: Said, { kinds, albums }: VersionNames): string {
  const said = versions.map(({ kind, detail, year }) =>
    [kinds[kind] ?? kind, detail && `(${detail})`, year].filter(Boolean).join(' '),
  )
  return [...said, ...(album ? [albums[album]] : [])].join(', ')
}
