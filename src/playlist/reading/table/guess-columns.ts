/**
 * Which column of words is the title, which the artist and which the album, told from how the columns
 * behave and from no word in them: a title seldom comes twice, an artist often; an album has one artist,
 * an artist several albums; a song that came out alone names its album after itself; brackets stand in
 * titles, lists of names in artists.
 */
export interface ColumnGuess {
  readonly title: number
  readonly artist: number
  readonly album?: number
  /** How much better this reading is than the next one; below 1 it is no more than possible. */
  readonly margin: number
}

interface Assignment {
  readonly title: number
  readonly artist: number
  readonly album?: number
  readonly score: number
}

/** What is known already: from a header, or because the user said so. */
export interface KnownColumns {
  readonly title?: number
  readonly artist?: number
  readonly album?: number
}

/** More columns of words than this are told apart by their names or not at all. */
const MAX_COLUMNS = 8

/** `rows` are cells; `candidates` the places of columns of words that nobody has named. */
export function guessColumns(
  rows: readonly (readonly string[])[],
  candidates: readonly number[],
  known: KnownColumns = {},
): ColumnGuess | undefined {
  const given = [known.title, known.artist, known.album].filter((each) => each !== undefined)
  const places = [...new Set([...given, ...candidates.slice(0, MAX_COLUMNS)])]
  const facts = new Map(places.map((place) => [place, describe(rows, place)]))
  const assignments: Assignment[] = []
  for (const title of choices(known.title, places))
    for (const artist of choices(known.artist, places)) {
      if (artist === title) continue
      for (const album of [...choices(known.album, places), undefined]) {
        if (album === title || album === artist) continue
        if (album === undefined && known.album !== undefined) continue
        const score = weigh(facts, rows, title, artist, album)
        assignments.push({ title, artist, album, score })
      }
    }
  const [best, ...others] = assignments.toSorted((a, b) => b.score - a.score)
  if (!best) return undefined
  const rival = others.find(({ title, artist }) => title !== best.title || artist !== best.artist)
  // Few rows are no statistics.
  const trust = Math.min(1, rows.length / 8)
  const { score, ...assignment } = best
  const margin = rival ? (score - rival.score) * trust : 4 * trust
  return { ...assignment, margin }
}

const choices = (known: number | undefined, places: readonly number[]) =>
  known === undefined ? places : [known]

interface ColumnFacts {
  /** Different cells to all cells, 0 to 1. */
  readonly distinct: number
  /** Share of cells with brackets, or a dash between spaces. */
  readonly brackets: number
  /** Share of cells that look like a list of names. */
  readonly lists: number
}

function describe(rows: readonly (readonly string[])[], place: number): ColumnFacts {
  const cells = rows.map((row) => fold(row[place])).filter(Boolean)
  const share = (pattern: RegExp) =>
    cells.filter((cell) => pattern.test(cell)).length / Math.max(1, cells.length)
  return {
    distinct: new Set(cells).size / Math.max(1, cells.length),
    brackets: share(/[([（].*[)\]）]| [-–] /),
    lists: share(/^[^([]*(?:, |; ?| & | feat\. | ft\. )[^([]*$/),
  }
}

function weigh(
  facts: ReadonlyMap<number, ColumnFacts>,
  rows: readonly (readonly string[])[],
  title: number,
  artist: number,
  album: number | undefined,
): number {
  const none = { distinct: 0, brackets: 0, lists: 0 }
  const t = facts.get(title) ?? none
  const a = facts.get(artist) ?? none
  let score = 6 * Math.max(-0.5, Math.min(0.5, t.distinct - a.distinct))
  score += 4 * (t.brackets - a.brackets) + 3 * (a.lists - t.lists)
  if (album === undefined) return score
  const l = facts.get(album) ?? none
  // Tables mostly name the title first: enough to choose what is shown, never to be sure.
  if (title < album) score += 0.3
  score += 0.25 + 2 * (t.distinct - l.distinct) + 1.5 * (l.brackets - a.brackets)
  score += 4 * (shareSame(rows, title, album) - shareSame(rows, title, artist))
  return score + 3 * (decides(rows, album, artist) - decides(rows, artist, album))
}

function shareSame(rows: readonly (readonly string[])[], left: number, right: number): number {
  const same = rows.filter((row) => fold(row[left]) !== '' && fold(row[left]) === fold(row[right]))
  return same.length / rows.length
}

/** How surely a value of one column that comes again brings the same value of the other: 0 to 1. */
function decides(rows: readonly (readonly string[])[], from: number, to: number): number {
  const groups = new Map<string, Map<string, number>>()
  for (const row of rows) {
    const key = fold(row[from])
    const value = fold(row[to])
    if (key === '' || value === '') continue
    const group = groups.get(key) ?? new Map<string, number>()
    group.set(value, (group.get(value) ?? 0) + 1)
    groups.set(key, group)
  }
  let pairs = 0
  let agreeing = 0
  for (const group of groups.values()) {
    const size = [...group.values()].reduce((sum, count) => sum + count, 0)
    if (size < 2) continue
    pairs += size - 1
    agreeing += Math.max(...group.values()) - 1
  }
  return pairs === 0 ? 0.5 : agreeing / pairs
}

const fold = (cell: string | undefined) => (cell ?? '').trim().toLowerCase()
