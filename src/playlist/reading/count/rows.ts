import { readLines } from '../lines.ts'

/** A cell that goes on for more lines was hardly meant to: its quote was left open. */
const MAX_LINES_OF_A_ROW = 50

/**
 * How many rows a table has, by its lines alone: a row ends with its line, unless a cell that began with a quote is open.
 * Lines that such a cell has taken in are rows nevertheless where they are many, or one has as many cells as a row.
 * `heads` of them, which stand before the first entry, are not counted.
 */
export function countRows(text: string, delimiter: string, heads = 0): number {
  return Math.max(0, countAll(text, delimiter) - heads)
}

function countAll(text: string, delimiter: string): number {
  const width = usualWidth(text, delimiter)
  let rows = 0
  // The cells of each line since a cell was left open, each line looked at by itself.
  let taken: number[] = []
  let isOpen = false
  for (const line of readLines(text)) {
    if (line.trim() === '') continue
    const alone = scanLine(line, delimiter, false)
    if (!isOpen) taken = []
    taken.push(alone.cells)
    isOpen = isOpen ? scanLine(line, delimiter, true).isOpen : alone.isOpen
    if (isOpen && taken.length < MAX_LINES_OF_A_ROW) continue
    rows += isOpen || areRows(taken, width, delimiter) ? taken.length : 1
    isOpen = false
    taken = []
  }
  return rows + taken.length
}

/** True where the lines of one record look like rows of their own. */
function areRows(cells: readonly number[], width: number, delimiter: string): boolean {
  const [first = 0, last = 0] = [cells[0], cells.at(-1)]
  // Two cells are no sign by a comma, which stands in prose too.
  if (width < (delimiter === ',' ? 3 : 2) || cells.length === 1) return false
  return cells.slice(1, -1).includes(width) || (last === width && first + last - 1 !== width)
}

interface Scan {
  readonly cells: number
  /** A cell is open at the end of the line. */
  readonly isOpen: boolean
}

/** Only a quote at a cell's edge opens or closes it. */
function scanLine(line: string, delimiter: string, open: boolean): Scan {
  let cells = 1
  let isOpen = open
  let atStart = !open
  for (let at = 0; at < line.length; at++) {
    const sign = line[at]
    if (isOpen) {
      if (sign !== '"') continue
      if (line[at + 1] === '"') at++
      else if (isEdge(line, at + 1, delimiter)) isOpen = false
    } else if (sign === delimiter) {
      cells++
      atStart = true
    } else if (sign === '"' && atStart) {
      isOpen = true
      atStart = false
    } else if (sign !== ' ') atStart = false
  }
  return { cells, isOpen }
}

function isEdge(line: string, from: number, delimiter: string): boolean {
  let at = from
  while (line[at] === ' ') at++
  return at >= line.length || line[at] === delimiter
}

function usualWidth(text: string, delimiter: string): number {
  const counts = new Map<number, number>()
  let lines = 0
  for (const line of readLines(text)) {
    const { cells } = scanLine(line, delimiter, false)
    counts.set(cells, (counts.get(cells) ?? 0) + 1)
    if (++lines === 300) break
  }
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a)
  return most?.[0] ?? 1
}
