import { secondsByte } from '../format/layout.ts'
import type { LookupResult } from './lookup-result.ts'
import { FIT } from './scan.ts'
import { WAY } from './ways.ts'

/** Tracks of the same title under other artists that are looked at: many if nothing else was found. */
const MAX_OTHERS = { few: 4, many: 24, apart: 8 } as const
/** The core title under a name like the one asked for. */
const NEAR = WAY.neighbour + FIT.core

/**
 * The same title under any artist, of the postings that it leads to: tracks of the same duration first; those of another one last and
 * few, and none once the title was found under a name like the one asked for.
 */
export function addSameTitle(
  findPostings: (take: (track: number, seconds: number) => void) => void,
  durationMs: number | undefined,
  found: LookupResult,
): void {
  const isFound = found.best >= NEAR
  const asked = secondsByte(durationMs)
  const same: number[] = []
  const unknown: number[] = []
  const apart: number[] = []
  findPostings((track, seconds) => {
    if (found.has(track)) return
    const distance = Math.abs(asked - seconds)
    if (asked === 0 || seconds === 0) unknown.push(track)
    else if (Math.min(distance, 255 - distance) <= 3) same.push(track)
    else if (!isFound && apart.length < MAX_OTHERS.apart) apart.push(track)
  })
  const max = isFound ? MAX_OTHERS.few : MAX_OTHERS.many
  for (const track of [...same, ...unknown, ...apart].slice(0, max))
    found.addElsewhere(track, WAY.title + FIT.core)
}
