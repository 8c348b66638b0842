import { expect, test } from 'vitest'
import { goThrough, unevenness, type VirtualEntry, type VirtualRun } from './virtual-run.ts'

const MINUTE = 60_000
/** A song of three minutes, more or less. */
const song = (is: VirtualEntry['is'], place: number): VirtualEntry => ({
  is,
  soundMs: 3 * MINUTE * unevenness(place * 7),
})
const songs = (count: number, is: VirtualEntry['is'], from = 0) =>
  Array.from({ length: count }, (_, at) => song(is, from + at))
const ofLength = (count: number, is: VirtualEntry['is'], minutes: number): VirtualEntry[] =>
  Array.from({ length: count }, (_, at) => ({ is, soundMs: minutes * MINUTE * unevenness(at) }))

const musicBrainz = { host: 'a', requests: 1, perMs: 1100, questions: 2, answersAfterMs: 300 }
const quick = { host: 'b', requests: 4, perMs: 1000, questions: 2, answersAfterMs: 600 }
const slow = { host: 'c', requests: 20, perMs: 60_000, questions: 1, answersAfterMs: 400 }

const mixed = (count: number): VirtualEntry[] =>
  Array.from({ length: count }, (_, at) => ({
    ...song((['own', 'open', 'none', 'kept', 'own'] as const)[at % 5] ?? 'own', at),
    isTold: false,
  }))

const runs: Readonly<Record<string, VirtualRun>> = {
  'half kept already, then long encodes': {
    entries: [...songs(40, 'kept'), ...ofLength(40, 'own', 12)],
    speed: 90,
  },
  'encodes first, then paced questions': {
    entries: [...songs(120, 'own'), ...songs(120, 'none')],
    hosts: [musicBrainz, quick],
  },
  'one mix of 70 minutes among songs': {
    entries: [...songs(25, 'own'), { is: 'own', soundMs: 70 * MINUTE }, ...songs(25, 'own', 25)],
    speed: 10,
  },
  'all from the network under a slow pace': {
    entries: songs(60, 'open'),
    hosts: [musicBrainz, slow],
  },
  'nothing found at all': { entries: songs(150, 'none'), hosts: [musicBrainz, quick] },
  'no lengths told, mixed places': { entries: mixed(150), hosts: [musicBrainz, quick] },
}

/** Near the end a factor says little: there the number may be off by so much. */
const FLOOR_MS = 10_000

test.each(Object.keys(runs))(
  '%s: within a factor of two from a tenth of the way on',
  async (name) => {
    const { totalMs, moments } = await goThrough(runs[name] as VirtualRun)
    const judged = moments.filter(({ atMs }) => atMs >= totalMs / 10)
    const wrong = judged.filter(({ atMs, saidMs }) => {
      const trueMs = totalMs - atMs
      if (saidMs === undefined) return true
      if (Math.abs(saidMs - trueMs) <= FLOOR_MS) return false
      return saidMs > 2 * trueMs || saidMs < trueMs / 2
    })
    expect(judged.length).toBeGreaterThan(20)
    expect(wrong).toEqual([])
  },
)
