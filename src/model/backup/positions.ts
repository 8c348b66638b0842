/** Entries of a playlist by their numbers, from 1: `3,17-20`. */
export interface Positions {
  has(position: number): boolean
}

/** Undefined where the text is no list of numbers. */
export function readPositions(text: string): Positions | undefined {
  const ranges = text.split(',').map((part) => /^\s*(\d{1,7})(?:\s*-\s*(\d{1,7}))?\s*$/.exec(part))
  if (!ranges.every((range) => range !== null)) return undefined
  const spans = ranges.map(([, from, to = from]) => [Number(from), Number(to)] as const)
  return { has: (position) => spans.some(([from, to]) => position >= from && position <= to) }
}

/** What `readPositions` reads; numbers that follow one another as a range. */
export function writePositions(positions: readonly number[]): string {
  const spans: [number, number][] = []
  for (const position of positions.toSorted((one, other) => one - other)) {
    const last = spans.at(-1)
    if (last && position <= last[1] + 1) last[1] = position
    else spans.push([position, position])
  }
  return spans.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',')
}
