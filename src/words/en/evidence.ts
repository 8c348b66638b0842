import type { ArchivedFile } from '../../model/archived-file.ts'
import type { LinkKind } from '../../model/link.ts'
import type { Field } from '../../model/match.ts'
import type { Verdict } from '../../model/verdict.ts'
import { agreement } from './agreement.ts'
import { units } from './units.ts'

const { count, day, time } = units

const fields: Readonly<Record<Field, string>> = {
  location: 'location',
  title: 'title',
  version: 'version',
  artist: 'artist',
  guests: 'guests',
  album: 'album',
  duration: 'duration',
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
  review: 'To review',
}

/** What was done to make a file, in half a sentence. */
function making({ how, quality }: Pick<ArchivedFile, 'how' | 'quality'>): string {
  switch (how) {
    case 'encoded':
      return quality === undefined ? 'encoded as MP3' : `encoded as MP3, quality ${quality}`
    case 'copied':
      return 'sound copied unchanged, new tags'
    case 'kept':
      return 'exact copy of the file'
  }
}

/** Why a recording was taken or not, where it came from, and where else it is. */
export const evidence = {
  fields,
  links,
  actions,
  agreement,
  making,
  compared: (left: string, right: string) => `“${left}” against “${right}”`,
  against: 'against',
  likely: (probability: string) => `${probability} likely the same recording`,
  technical: 'Technical facts',
  howToRead:
    'One bar per field: green speaks for it, ochre against it; the longer the bar, the stronger. One bit makes it twice or half as likely; the last row adds everything up.',
  inBits: (bits: string) => `${bits} bits`,
  columns: {
    field: 'Field',
    compared: 'Playlist against recording',
    drawn: 'Bar',
    bits: 'Bits',
    all: 'all',
  },
  knownAs: (facts: string) => `Known as: ${facts}`,
  nearest: (facts: string) => `Closest match: ${facts}`,
  againstIt: (objections: string) => `Against it: ${objections}`,
  differsIn: (objections: string) => `differs in ${objections}`,
  more: (number: number) => `and ${count(number)} more`,
  moreInReport: (number: number) => `And ${count(number)} more; report.json names them all.`,
  whereElse: 'Where to hear or buy it',
  notChecked: 'a search, not checked',
  namedBy: (name: string) => `named by ${name}`,
  headings: {
    known: 'What the catalogue calls it',
    nearest: 'The closest match',
    failed: 'What should have been kept',
  },
  facts: {
    file: 'File',
    made: 'Made',
    from: 'From',
    evidence: 'Evidence',
    licence: 'Licence',
    host: 'Host',
    verdict: 'Verdict',
    notes: 'Notes',
    checksum: 'SHA-256',
  },
  /** The source that is the user's own folders. */
  library: 'library',
  given: 'your own file',
  ofTheOriginal: 'of the original',
  putThereBy: 'uploaded by',
  hostsAnswer: 'The host’s answer',
  answeredAt: (at: string) => `of ${time(at)}`,
  asGiven: 'as given:',
  lookedUp: (on: string) => `looked up on ${day(on)}`,
  itsTerms: 'its terms',
  readOn: (on: string) => `read on ${day(on)}`,
}
