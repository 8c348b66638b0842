import { units } from '../units.ts'

const { bytes, count, day } = units

/** Never all where something is missing, and never nothing where something is there. */
const percent = (share: number) => {
  if (share === 0 || share === 1) return `${share * 100} %`
  const shown = Math.min(99.9, Math.max(0.1, Math.round(share * 1000) / 10))
  return `${share < 0.001 ? 'under ' : ''}${units.fixed(shown, 1)} %`
}

const tracks = (number: number) => `${count(number)} ${number === 1 ? 'track' : 'tracks'}`
const plays = (number: number) => `${count(number)} ${number === 1 ? 'play' : 'plays'}`
const points = (number: number) => `popularity ${count(number)}`
const entries = (number: number) => `${count(number)} ${number === 1 ? 'entry' : 'entries'}`

/** What is said of plays and of what is kept of them: `songkeep tail`, its report, and the page. */
export const tail = {
  title: 'The long tail',
  percent,
  amount: { plays, entries, popularity: points },
  safe: {
    plays: (share: number) => `${percent(share)} of your listening is safe`,
    entries: (share: number) => `${percent(share)} of the entries of your lists are safe`,
    popularity: (share: number) => `${percent(share)} of this catalogue’s popularity is safe`,
  },
  spread: {
    plays: 'How your listening is spread',
    entries: 'How the entries of your lists are spread',
    popularity: 'How this catalogue’s popularity is spread',
  },
  whole: (number: number, amount: string) => `${tracks(number)}, ${amount}`,
  kept: (number: number, of: number, size: number) =>
    `Kept whole: ${count(number)} of ${tracks(of)}, ${bytes(size)}`,
  found: (exactly: number, byNames: number) =>
    `Known by address or ISRC: ${percent(exactly)}; by title and artist: ${percent(byNames)}`,
  half: (number: number, share: number) =>
    `Half of it is ${tracks(number)} (${percent(share)} of all)`,
  outweighed: (number: number) => `The three first weigh as much as the last ${count(number)}`,
  gini: (value: number) => `Gini ${units.fixed(value, 2)}`,
  giniMeaning: '0: all alike; 1: one has it all',
  holds: (share: number, size: number) => `${percent(share)} takes ${bytes(size)}`,
  at: (iso: string) => `As of ${units.time(iso)}`,
  of: (names: readonly string[]) => units.list(names),
  decade: (from: number) => {
    if (from === 0) return '0'
    return from === 1 ? '1–9' : `${count(from)}–${count(from * 10 - 1)}`
  },
  lorenz: {
    title: 'Lorenz curve',
    describe: (half: number, share: number, gini: number) =>
      `The curve says what share the less played tracks have. The lower half of them has ${percent(half)}; the most played tenth has ${percent(share)}. Gini ${units.fixed(gini, 2)}.`,
    across: 'share of tracks, the least played first',
    up: 'share of the whole',
  },
  decades: {
    title: {
      plays: 'Tracks by how often they were played',
      entries: 'Tracks by entries in lists',
      popularity: 'Recordings by popularity',
    },
    describe: (rows: readonly string[]) => rows.join('; '),
    row: (band: string, number: number, keptTracks: number) =>
      `${band}: ${tracks(number)}, ${count(keptTracks)} kept`,
    across: 'tracks; in colour: kept whole',
    band: 'Each',
    number: 'Tracks',
    keptTracks: 'Kept',
    share: 'Of the whole',
  },
  storage: {
    title: 'Storage and what it holds',
    describe: (size90: number, size99: number, all: number) =>
      `Best chosen, 90 % of the whole takes ${bytes(size90)} and 99 % takes ${bytes(size99)}; all of it takes ${bytes(all)}.`,
    keptNow: (share: number, size: number) => `kept now: ${percent(share)} in ${bytes(size)}`,
    across: 'storage',
    up: 'share of the whole',
    byPlays: 'the most played first',
    byPlaysPerByte: 'most plays a byte first',
    share: 'Of the whole',
    takes: 'Best chosen, takes',
  },
  risk: {
    heading: 'At risk',
    lead: (number: number, withdrawn: number) =>
      number === 0
        ? 'Nothing is: each recording is known to have two holders at least.'
        : `${count(number)} ${number === 1 ? 'recording' : 'recordings'} that at most one is known to hold, or that ${number === 1 ? 'its service has' : 'their services have'} withdrawn (${count(withdrawn)}).`,
    holders: (number: number) =>
      number === 0
        ? 'nobody is known to hold it'
        : `${count(number)} ${number === 1 ? 'holder' : 'holders'}`,
    copies: (number: number) => `${count(number)} ${number === 1 ? 'copy' : 'copies'} of your own`,
    withdrawn: (iso: string) =>
      iso === '' ? 'withdrawn by its service' : `withdrawn by its service, found ${day(iso)}`,
    checked: (iso: string) => `checked ${day(iso)}`,
    unchecked: (iso: string) => `kept ${day(iso)}, not checked since`,
    notKept: 'not kept',
    unknownRight: 'right not known',
    recording: 'Recording',
    holds: 'Who holds it',
    right: 'Right',
    state: 'Last checked',
    moreHere: (number: number) =>
      `and ${count(number)} more: songkeep tail --out writes them all down.`,
    more: (number: number) =>
      `and ${count(number)} more; the table beside this page has the first 500.`,
  },
  next: {
    heading: 'What next',
    lead: 'What saves most for its size, and where to get it. Songkeep copies what licence and host allow; all else is to be bought or heard where it is.',
    none: 'Nothing that was played is missing.',
    perGigabyte: (value: number) => `${count(Math.round(value))} a GB`,
    estimate: 'size estimated',
    recording: 'Recording',
    saves: 'Saves',
    way: 'How',
    ways: {
      download: 'given away by the artist or label',
      decide: 'found: you have to decide (open it in Songkeep)',
      elsewhere: 'may not be copied where it was found; buy or hear it',
      nowhere: 'looked for, and nobody is known to have it',
      unsought: 'not looked for yet: songkeep backup',
      repair: 'was kept, and its file is broken: songkeep verify',
    },
    search: 'a search, not checked',
  },
  places: { archive: 'download', service: 'hear', shop: 'buy' },
  notes: 'How this was counted',
  written: (path: string) => `Report: ${path}`,
  working: 'Reading …',
  reading: (done: number, total: number) => `Reading … ${count(done)} of ${count(total)}`,
}
