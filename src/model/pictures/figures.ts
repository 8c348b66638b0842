/** What a picture of a playlist or an archive is drawn from. */
export interface Figures {
  /** From the earliest to the latest, those between them with none too. */
  readonly decades: readonly Bar<number>[]
  /** Tracks whose year is not known. */
  readonly undated: number
  /** Who has the most tracks, the most first. */
  readonly artists: readonly Bar<string>[]
  /** All others: how many artists, and their tracks. */
  readonly others: { readonly artists: number; readonly tracks: number; readonly kept: number }
  /** Where what is kept came from, the most first. `library`: the user's own folders. */
  readonly sources: readonly { readonly of: string; readonly tracks: number }[]
}

export interface Bar<Of> {
  /** A decade (1990) or a name. */
  readonly of: Of
  readonly tracks: number
  readonly kept: number
}

export interface FigureTrack {
  readonly artists: readonly string[]
  readonly year?: number
  readonly isKept: boolean
  readonly source?: string
}

const MAX_ARTISTS = 8
/** Of nothing older there is a recording; of a year after it nobody knows. */
const FIRST_YEAR = 1850
const LAST_YEAR = 2200
/** More decades than these would be no picture: then only those that have tracks are told. */
const MAX_DECADES = 20

/** Counts once over all tracks. An artist is one whatever the case of the name. */
export function measureFigures(tracks: Iterable<FigureTrack>): Figures {
  const decades = new Map<number, Counted>()
  const artists = new Map<string, Counted & { name: string }>()
  const sources = new Map<string, number>()
  let undated = 0
  for (const { artists: names, year, isKept, source } of tracks) {
    if (year !== undefined && year >= FIRST_YEAR && year <= LAST_YEAR)
      count(decades, Math.floor(year / 10) * 10, isKept)
    else undated++
    const name = names[0]?.trim()
    if (name) count(artists, name.toLowerCase(), isKept, { name })
    if (isKept && source !== undefined) sources.set(source, (sources.get(source) ?? 0) + 1)
  }
  const ranked = [...artists.values()].toSorted(
    (a, b) => b.tracks - a.tracks || (a.name < b.name ? -1 : 1),
  )
  const rest = ranked.slice(MAX_ARTISTS)
  return {
    decades: fillDecades(decades),
    undated,
    artists: ranked
      .slice(0, MAX_ARTISTS)
      .map(({ name, tracks, kept }) => ({ of: name, tracks, kept })),
    others: {
      artists: rest.length,
      tracks: rest.reduce((sum, { tracks }) => sum + tracks, 0),
      kept: rest.reduce((sum, { kept }) => sum + kept, 0),
    },
    sources: [...sources]
      .map(([of, tracks]) => ({ of, tracks }))
      .toSorted((a, b) => b.tracks - a.tracks || (a.of < b.of ? -1 : 1)),
  }
}

interface Counted {
  tracks: number
  kept: number
}

function count<Key, More extends object>(
  counted: Map<Key, Counted & More>,
  key: Key,
  isKept: boolean,
  more: More = {} as More,
): void {
  const known = counted.get(key) ?? { tracks: 0, kept: 0, ...more }
  known.tracks++
  if (isKept) known.kept++
  counted.set(key, known)
}

function fillDecades(counted: ReadonlyMap<number, Counted>): readonly Bar<number>[] {
  const known = [...counted.keys()].toSorted((a, b) => a - b)
  const [first = 0] = known
  const length = ((known.at(-1) ?? 0) - first) / 10 + 1
  const all = Array.from({ length }, (_, at) => first + 10 * at)
  const decades = length > MAX_DECADES ? known : known.length > 0 ? all : []
  return decades.map((of) => {
    const { tracks, kept } = counted.get(of) ?? { tracks: 0, kept: 0 }
    return { of, tracks, kept }
  })
}
