import type { LinkKind } from '../../../src/model/link.ts'
import type { Field } from '../../../src/model/match.ts'
import type { Told } from '../../../src/model/reason.ts'
import type { Verdict } from '../../../src/model/verdict.ts'
import { en as words } from '../../../src/words/en/index.ts'
import { say } from '../../../src/words/say.ts'
import { format } from './format.ts'

const { bytes, count, decimal, day, duration, signed, time } = format

const fields: Readonly<Record<Field, string>> = {
  title: 'title',
  version: 'version',
  artist: 'artist',
  guests: 'guests',
  album: 'album',
  duration: 'length',
  year: 'year',
  isrc: 'ISRC',
  'track-number': 'track number',
  popularity: 'popularity',
  prior: 'starting odds',
}

const links: Readonly<Record<LinkKind, string>> = {
  watch: 'Video',
  listen: 'Listen',
  download: 'Free download',
  buy: 'Buy',
  homepage: 'Homepage',
  search: 'Search',
}

const actions: Readonly<Record<Verdict['action'], string>> = {
  copy: 'May be copied',
  link: 'A link, no copy',
  review: 'To be reviewed',
}

export const evidence = {
  fields,
  links,
  actions,
  /** Of levels of agreement and notes. */
  word: (given: Told) => say(given, words),
  probability: format.probability,
  bits: format.weight,
  waterfall: 'What speaks for this recording and what against it, in bits',
  field: 'Field',
  compared: 'Playlist against recording',
  drawn: 'Drawn',
  weight: 'Bits',
  all: 'all',
  against: 'against',
  likely: (share: string) => `${share} likely the same recording`,
  licence: 'Licence',
  asGiven: (text: string) => `as given: ${text}`,
  host: 'Host',
  lookedUp: (date: string) => `looked up on ${day(date)}`,
  itsTerms: 'its terms',
  readOn: (date: string) => `read on ${day(date)}`,
  verdict: 'Verdict',
  from: 'From',
  putThereBy: (name: string) => `put there by ${name}`,
  answer: 'Evidence',
  hostsAnswer: 'The host’s answer',
  answeredAt: (at: string) => `of ${time(at)}`,
  checksum: 'SHA-256',
  original: 'of the original',
  notes: 'Notes',
  whereElse: 'Where to hear and to buy it',
  namedBy: (name: string) => `named by ${name}`,
  notChecked: 'a search, not checked',
  more: (number: number) => `And ${count(number)} more`,
  fewer: 'Show fewer',
  file: 'File',
  made: 'Made',
  making: {
    encoded: (quality?: string) =>
      quality === undefined ? 'encoded' : `encoded, quality ${quality}`,
    copied: () => 'sound copied unchanged, new tags',
    kept: () => 'copied to the byte',
  },
  size: (ms: number, size: number) => `${duration(ms)}, ${bytes(size)}`,
  fingerprint: 'Fingerprint',
  fingerprintOf: (algorithm: string) => `${algorithm}, cut short`,
  loudness: 'Loudness',
  loudnessOf: (lufs: number, gain: number, peak: number) =>
    `${signed(lufs, 1)} LUFS, gain ${signed(gain, 1)} dB, peak ${decimal(peak, 3)}`,
  listen: (title: string) => `Listen to ${title}`,
  cannotPlay: 'This browser cannot play it, or it is not there any more.',
  watch: (title: string) => `Watch here: ${title}`,
  contactsYoutube: 'Its player comes from YouTube: pressing this contacts YouTube.',
  source: 'Found at',
}
