import type { LinkKind } from '../link.ts'

/** A track of a list that is not kept, and where it may be had. */
export interface MissingTrack {
  /** Of its row. */
  readonly key: string
  /** From 1, in the list's order. */
  readonly position: number
  readonly title: string
  readonly artists: readonly string[]
  readonly album?: string
  readonly durationMs?: number
  readonly isrc?: string
  /** A person has to say which recording it is, or whether it may be kept: it need not be bought. */
  readonly isOpen?: boolean
  readonly links: readonly MissingLink[]
}

export interface MissingLink {
  readonly kind: LinkKind
  /** `Bandcamp` */
  readonly service: string
  readonly url: string
}

export type MissingGroup =
  /** Found there: `what` says what can be done with it. */
  | GroupOf<'place', { readonly service: string; readonly what: FoundKind }>
  /** Nobody has found it anywhere: shops can be searched for it. */
  | GroupOf<'search'>
  /** There is nothing to search by. */
  | GroupOf<'nowhere'>
  | GroupOf<'album', { readonly album: string; readonly artist: string }>
  | GroupOf<'no-album'>

type FoundKind = Exclude<LinkKind, 'search'>

type GroupOf<Kind extends string, Rest = unknown> = {
  readonly kind: Kind
  readonly tracks: readonly MissingTrack[]
} & Rest

export type MissingGrouping = 'place' | 'album'

export const groupMissing = (
  tracks: readonly MissingTrack[],
  by: MissingGrouping,
): readonly MissingGroup[] => (by === 'place' ? groupByPlace(tracks) : groupByAlbum(tracks))

/** What helps most whoever wants the file comes first. */
const foundKinds = [
  'download',
  'buy',
  'listen',
  'watch',
  'homepage',
] as const satisfies readonly FoundKind[]

/** The link to follow first; none where only searches are known. */
export function bestLink({ links }: MissingTrack): MissingLink | undefined {
  for (const kind of foundKinds) {
    const found = links.find((link) => link.kind === kind)
    if (found) return found
  }
  return undefined
}

/**
 * Each track once, at the best place that is known for it: shops in which it was found, the largest group of a kind
 * first, then what has to be searched for, then what cannot be.
 */
function groupByPlace(tracks: readonly MissingTrack[]): readonly MissingGroup[] {
  const found: { track: MissingTrack; service: string; what: FoundKind }[] = []
  const toSearch: MissingTrack[] = []
  const nowhere: MissingTrack[] = []
  for (const track of tracks) {
    const link = bestLink(track)
    if (link) found.push({ track, service: link.service, what: link.kind as FoundKind })
    else if (track.links.length > 0) toSearch.push(track)
    else nowhere.push(track)
  }
  const places = [...Map.groupBy(found, ({ what, service }) => `${what} ${service}`).values()].map(
    (some) => ({
      kind: 'place' as const,
      service: some[0]?.service ?? '',
      what: some[0]?.what ?? 'homepage',
      tracks: some.map(({ track }) => track),
    }),
  )
  return [
    ...places.toSorted(
      (a, b) =>
        foundKinds.indexOf(a.what) - foundKinds.indexOf(b.what) ||
        b.tracks.length - a.tracks.length ||
        compare(a.service, b.service),
    ),
    ...rest('search', toSearch),
    ...rest('nowhere', nowhere),
  ]
}

/** Albums of which most is missing first: one purchase brings them all. What has no album comes last. */
function groupByAlbum(tracks: readonly MissingTrack[]): readonly MissingGroup[] {
  const titled = tracks.filter(({ album = '' }) => album.trim() !== '')
  const albums = [...Map.groupBy(titled, keyOfAlbum).values()].map((some) => ({
    kind: 'album' as const,
    album: some[0]?.album ?? '',
    artist: some[0]?.artists[0] ?? '',
    tracks: some,
  }))
  return [
    ...albums.toSorted(
      (a, b) =>
        b.tracks.length - a.tracks.length ||
        compare(a.artist, b.artist) ||
        compare(a.album, b.album),
    ),
    ...rest(
      'no-album',
      tracks.filter(({ album = '' }) => album.trim() === ''),
    ),
  ]
}

const rest = <Kind extends 'search' | 'nowhere' | 'no-album'>(
  kind: Kind,
  tracks: readonly MissingTrack[],
) => (tracks.length > 0 ? [{ kind, tracks }] : [])

const keyOfAlbum = ({ album = '', artists }: MissingTrack) =>
  [artists[0] ?? '', album].map((text) => text.normalize('NFC').trim().toLowerCase()).join('\n')

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
