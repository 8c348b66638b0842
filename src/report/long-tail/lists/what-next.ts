import type { TailRecording } from './tail-recording.ts'

/**
 * What may be done to have it. `download`: a page of the artist's or label's gives it away. `decide`: a person has to
 * look at what was found. `elsewhere`: it may not be copied from where it was found, but be bought or heard there.
 * `nowhere`: it was looked for, and nobody is known to have it. `unsought`: no backup has looked for it yet. `repair`: it was
 * kept, and its file is not whole any more.
 */
export const ways = ['download', 'decide', 'elsewhere', 'nowhere', 'unsought', 'repair'] as const
export type Way = (typeof ways)[number]

export interface WhatNext extends TailRecording {
  readonly way: Way
  readonly playsPerGigabyte: number
}

const MAX_ROWS = 100

/** The recordings that save most listening per gigabyte: played, not kept, most plays a byte first. A hundred at most. */
export function listNext(recordings: readonly TailRecording[]): readonly WhatNext[] {
  return recordings
    .filter(({ kept, plays }) => kept === undefined && plays > 0)
    .map((recording) => ({
      ...recording,
      way: wayOf(recording),
      playsPerGigabyte: (recording.plays / Math.max(1, recording.bytes)) * 1e9,
    }))
    .toSorted((a, b) => b.playsPerGigabyte - a.playsPerGigabyte || b.plays - a.plays)
    .slice(0, MAX_ROWS)
}

const DECIDE = new Set(['review', 'ambiguous'])

function wayOf({ missing }: TailRecording): Way {
  if (!missing) return 'unsought'
  const { links, outcome } = missing
  if (outcome === 'broken') return 'repair'
  if (DECIDE.has(outcome)) return 'decide'
  if (links.some(({ kind }) => kind === 'download')) return 'download'
  if (outcome === 'unreached') return 'unsought'
  return links.some(({ kind }) => kind !== 'search') || outcome === 'refused'
    ? 'elsewhere'
    : 'nowhere'
}
