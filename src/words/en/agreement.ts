import { type Agreement, type ComparedField, startSentence } from '../agreement.ts'
import { units } from './units.ts'

const names: Readonly<Record<ComparedField, string>> = {
  title: 'title',
  version: 'version',
  artist: 'artist',
  guests: 'guests',
  album: 'album',
  year: 'year',
  isrc: 'ISRC',
}

const others: Readonly<Record<ComparedField, string>> = {
  title: 'the title is different',
  version: 'it is another version',
  artist: 'the artist is different',
  guests: 'other guests are on it',
  album: 'the album is a different one',
  year: 'the year is different',
  isrc: 'the ISRC is different',
}

/** `Title and artist are the same, the length within a second, but the album is a different one.` */
export function agreement({ location, same, near, other, length }: Agreement): string {
  const agreeing = [
    location === 'file' ? 'it is the file that the playlist names' : undefined,
    location === 'name' ? 'the file is named the same' : undefined,
    tell(same, 'the same'),
    tell(near, 'nearly the same'),
    typeof length === 'number' && length <= 7
      ? `the length${same.length + near.length > 0 ? '' : ' is'} within ${seconds(length)}`
      : undefined,
  ].filter((clause) => clause !== undefined)
  const differing = [...other.map((field) => others[field]), ...tellOtherLength(length)]
  const all = agreeing.join(', ')
  if (differing.length === 0) return startSentence(all)
  const against = units.list(differing)
  return startSentence(all === '' ? against : `${all}, but ${against}`)
}

function tell(fields: readonly ComparedField[], how: string): string | undefined {
  const [only, ...more] = fields
  if (only === undefined) return undefined
  if (more.length > 0) return `${units.list(fields.map((field) => names[field]))} are ${how}`
  return `the ${names[only]} ${only === 'guests' ? 'are' : 'is'} ${how}`
}

const seconds = (length: number) => (length === 1 ? 'a second' : `${length} seconds`)

function tellOtherLength(length: Agreement['length']): readonly string[] {
  switch (length) {
    case undefined:
    case 1:
    case 3:
    case 7:
      return []
    case 'more':
      return ['the length is off by more than a minute']
    case 'twice':
      return ['it is twice or half as long']
    default:
      return [`the length is off by up to ${length} seconds`]
  }
}
