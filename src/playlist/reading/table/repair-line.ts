/** Lines with more of both are cut at their delimiters: what is tried grows with their product. */
const MAX_QUOTES = 60
const MAX_CELLS = 120

// What a reading costs: the likelier a mistake, the cheaper.
/** A quote that is not doubled within a quoted cell: `"the "new" hat"`. */
const INNER_QUOTE = 0.5
/** Such a quote beside a delimiter: the cell has probably ended there. */
const INNER_EDGE = 3
/** A cell that begins with a quote and is none that is quoted: `"Paper" Meadow`. */
const LEADING_QUOTE = 2
/** A quote within a cell that is not quoted: `7" Mix`. */
const LITERAL_QUOTE = 0.3
/** A cell more or fewer than the other lines have. */
const OTHER_WIDTH = 3

/** The cells up to a place, the last one first. */
interface Reading {
  readonly cost: number
  readonly count: number
  readonly cell: string
  readonly before?: Reading
}

/**
 * The cells of a line whose quotes nobody escaped: of all ways to read it, quotes as signs or as themselves, the
 * one with the fewest oddities that gives as many cells as the other lines have.
 */
export function repairLine(line: string, delimiter: string, width: number): readonly string[] {
  const parts = line.split(delimiter)
  // One quote closes nothing.
  if (line.indexOf('"') === line.lastIndexOf('"'))
    return parts.map((part) => readLiteral(part).cell)
  if (parts.length > MAX_CELLS || line.split('"', MAX_QUOTES + 2).length > MAX_QUOTES + 1)
    return parts.map((part) => part.replace(/^ *"(.*)" *$/s, '$1'))
  // The cheapest reading up to each place, for each number of cells.
  const reached = new Map<number, Map<number, Reading>>()
  const start: Reading = { cost: 0, count: 0, cell: '' }
  keepCheapest(reached, 0, start)
  for (let from = 0; from <= line.length; from++) {
    const readings = reached.get(from)
    if (!readings) continue
    for (const { cell, cost, end } of readCells(line, from, delimiter))
      for (const before of readings.values())
        keepCheapest(reached, end + 1, {
          cost: before.cost + cost,
          count: before.count + 1,
          cell,
          before,
        })
    reached.delete(from)
  }
  const whole = [...(reached.get(line.length + 1)?.values() ?? [])]
  const oddity = ({ cost, count }: Reading) => cost + OTHER_WIDTH * Math.abs(count - width)
  const [best] = whole.toSorted((a, b) => oddity(a) - oddity(b))
  const cells: string[] = []
  for (let at = best; at?.before; at = at.before) cells.push(at.cell)
  return cells.reverse()
}

function keepCheapest(
  reached: Map<number, Map<number, Reading>>,
  place: number,
  reading: Reading,
): void {
  const there = reached.get(place) ?? new Map<number, Reading>()
  reached.set(place, there)
  const known = there.get(reading.count)
  if (!known || reading.cost < known.cost) there.set(reading.count, reading)
}

interface CellReading {
  readonly cell: string
  readonly cost: number
  /** Where its delimiter, or the line's end, is. */
  readonly end: number
}

/** Every way to read the cell that begins here. */
function* readCells(line: string, from: number, delimiter: string): Generator<CellReading> {
  const found = line.indexOf(delimiter, from)
  const end = found < 0 ? line.length : found
  yield { ...readLiteral(line.slice(from, end)), end }
  let start = from
  while (line[start] === ' ') start++
  if (line[start] !== '"') return
  for (let at = line.indexOf('"', start + 1); at >= 0; at = line.indexOf('"', at + 1)) {
    let after = at + 1
    while (line[after] === ' ') after++
    if (after < line.length && line[after] !== delimiter) continue
    yield { ...readQuoted(line.slice(start + 1, at), delimiter), end: after }
  }
}

function readLiteral(cell: string): { readonly cell: string; readonly cost: number } {
  const quotes = cell.split('"').length - 1
  if (!/^ *"/.test(cell)) return { cell, cost: quotes * LITERAL_QUOTE }
  // One that nothing closes is no part of the name.
  return { cell: quotes === 1 ? cell.replace('"', '') : cell, cost: LEADING_QUOTE }
}

function readQuoted(inner: string, delimiter: string) {
  const bare = inner.replaceAll('""', '')
  const quotes = bare.split('"').length - 1
  const edges =
    quotes === 0 ? 0 : bare.split(`"${delimiter}`).length + bare.split(`${delimiter}"`).length - 2
  return { cell: inner.replaceAll('""', '"'), cost: quotes * INNER_QUOTE + edges * INNER_EDGE }
}
