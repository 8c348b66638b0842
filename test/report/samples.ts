import type { Kept } from '../../src/model/kept.ts'
import type { Evidence, Match } from '../../src/model/match.ts'
import type { Outcome, Report } from '../../src/model/outcome.ts'
import type { Entry } from '../../src/model/playlist.ts'
import type { Recording } from '../../src/model/recording.ts'
import type { Track } from '../../src/model/track.ts'
import type { Verdict } from '../../src/model/verdict.ts'

export const track = (over: Partial<Track> = {}): Track => ({
  title: 'Harbour Lights',
  artists: ['The Low Tide'],
  album: 'Slack Water',
  durationMs: 187_400,
  ...over,
})

const recording = (over: Partial<Recording> = {}): Recording => ({
  id: 'Low Tide/Slack Water/03 Harbour Lights.flac',
  source: 'library',
  title: 'Harbour Lights',
  artists: ['The Low Tide'],
  album: 'Slack Water',
  durationMs: 187_200,
  year: 2019,
  media: { kind: 'file', path: '/music/Low Tide/Slack Water/03 Harbour Lights.flac' },
  ...over,
})

const agreeing: readonly Evidence[] = [
  { field: 'prior', level: 'one in 200 candidates', weight: -7.6 },
  {
    field: 'title',
    level: 'exact',
    weight: 11.2,
    left: 'Harbour Lights',
    right: 'Harbour Lights',
  },
  { field: 'version', level: 'same', weight: 0.4 },
  {
    field: 'artist',
    level: 'without the article',
    weight: 8.9,
    left: 'Low Tide',
    right: 'The Low Tide',
  },
  { field: 'album', level: 'exact', weight: 4.1, left: 'Slack Water', right: 'Slack Water' },
  { field: 'duration', level: 'within 1 s', weight: 3.7, left: '3:07', right: '3:07' },
  { field: 'year', level: 'a year apart', weight: -0.3, left: '2018', right: '2019' },
]

const differing: readonly Evidence[] = [
  ...agreeing.slice(0, 2),
  {
    field: 'version',
    level: 'live against studio',
    weight: -9.5,
    left: 'studio',
    right: 'live at the Customs House',
  },
  ...agreeing.slice(3, 4),
  { field: 'duration', level: '41 s apart', weight: -4.2, left: '3:07', right: '3:48' },
]

export const match = (over: Partial<Match> = {}): Match => ({
  recording: recording(),
  weight: 20.4,
  probability: 0.99998,
  evidence: agreeing,
  notes: [],
  ...over,
})

const ownCopy: Verdict = {
  action: 'copy',
  reasons: ['The file lies in your own library: it is your own copy.'],
  licence: { id: 'own-copy', name: 'Your own copy' },
}

const reserved: Verdict = {
  action: 'link',
  reasons: ['The licence reserves all rights.', 'The host forbids downloads.'],
  licence: {
    id: 'all-rights-reserved',
    name: 'All rights reserved',
    asGiven: '℗ 2019 Slack Water Records',
  },
}

export const kept = (over: Partial<Kept> = {}): Kept => ({
  path: 'Evening Shore/03 The Low Tide - Harbour Lights.mp3',
  sha256: '9f2c5b0e6c1d4a7f8e3b2a190c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f',
  bytes: 5_214_331,
  durationMs: 187_200,
  format: 'mp3',
  quality: 'V0',
  how: 'encoded',
  track: track(),
  chosen: {
    source: 'library',
    id: 'Low Tide/Slack Water/03 Harbour Lights.flac',
    title: 'Harbour Lights',
    artists: ['The Low Tide'],
    album: 'Slack Water',
    sha256: '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff',
    probability: 0.99998,
    evidence: agreeing,
    notes: [],
  },
  verdict: ownCopy,
  keptAt: '2026-11-21T06:41:07Z',
  ...over,
})

const live = match({
  recording: recording({
    id: 'Low Tide/Live/07 Harbour Lights (Live).mp3',
    title: 'Harbour Lights (Live at the Customs House)',
    album: 'Ebb and Flood: Live',
    durationMs: 228_000,
    media: { kind: 'file', path: '/music/Low Tide/Live/07 Harbour Lights (Live).mp3' },
  }),
  weight: -1.2,
  probability: 0.3,
  evidence: differing,
})

/** One outcome of every kind, in order. */
export const everyKind: readonly Outcome[] = [
  { kind: 'kept', position: 1, track: track(), kept: kept(), notes: [] },
  {
    kind: 'already-kept',
    position: 2,
    track: track({ title: 'Undertow', artists: ['Ina Voss', 'Marek'] }),
    kept: kept({
      path: 'Other List/01 Undertow.mp3',
      track: track({ title: 'Undertow', artists: ['Ina Voss', 'Marek'] }),
    }),
    notes: ['A remaster of the same recording.'],
  },
  { kind: 'would-keep', position: 3, track: track(), match: match(), verdict: ownCopy },
  {
    kind: 'ambiguous',
    position: 4,
    track: track({ title: 'Breakwater' }),
    candidates: [match({ probability: 0.55 }), live],
    reason: 'Two recordings fit about equally well.',
  },
  {
    kind: 'refused',
    position: 5,
    track: track({ title: 'Lanterns' }),
    match: match({ recording: recording({ url: 'https://example.org/lanterns' }) }),
    verdict: reserved,
  },
  {
    kind: 'not-found',
    position: 6,
    track: track({ title: 'Low Water' }),
    nearest: live,
    reason: 'The nearest recording is another version.',
  },
  {
    kind: 'failed',
    position: 7,
    track: track({ title: 'Spring Tide' }),
    match: match(),
    reason: 'The file ends in the middle of its sound.',
  },
  {
    kind: 'skipped',
    position: 8,
    text: 'Tides, a podcast: episode 12',
    reason: 'An episode is no music.',
  },
]

export const entryOf = (outcome: Outcome): Entry =>
  outcome.kind === 'skipped'
    ? outcome
    : { kind: 'track', position: outcome.position, track: outcome.track }

export const report = (
  outcomes: readonly Outcome[] = everyKind,
  over: Partial<Report> = {},
): Report => ({
  playlist: {
    name: 'Evening Shore',
    format: 'exportify',
    entries: outcomes.map(entryOf),
    notes: [],
  },
  outcomes,
  startedAt: '2026-11-21T06:40:00.000Z',
  finishedAt: '2026-11-21T06:43:12.000Z',
  stopped: false,
  dryRun: false,
  hosts: [],
  refusedRequests: [],
  ...over,
})

/** A long playlist: mostly kept, some of every other kind. */
export function longReport(length: number): Report {
  const outcomes = Array.from({ length }, (_, index): Outcome => {
    const sample = everyKind[index % 10 < 8 ? index % 2 : 3 + (Math.floor(index / 10) % 5)]
    if (sample === undefined) throw new Error('no such sample')
    return { ...sample, position: index + 1 }
  })
  return report(outcomes)
}
