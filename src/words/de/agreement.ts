import { type Agreement, type ComparedField, startSentence } from '../agreement.ts'
import { units } from './units.ts'

const names: Readonly<Record<ComparedField, string>> = {
  title: 'Titel',
  version: 'Fassung',
  artist: 'Interpret',
  guests: 'Gäste',
  album: 'Album',
  year: 'Jahr',
  isrc: 'ISRC',
}

const articles: Readonly<Record<ComparedField, string>> = {
  title: 'der',
  version: 'die',
  artist: 'der',
  guests: 'die',
  album: 'das',
  year: 'das',
  isrc: 'der',
}

const others: Readonly<Record<ComparedField, string>> = {
  title: 'der Titel ist ein anderer',
  version: 'es ist eine andere Fassung',
  artist: 'der Interpret ist ein anderer',
  guests: 'es sind andere Gäste dabei',
  album: 'das Album ist ein anderes',
  year: 'das Jahr ist ein anderes',
  isrc: 'der ISRC ist ein anderer',
}

/** `Titel und Interpret sind gleich, die Länge auf eine Sekunde genau, aber das Album ist ein anderes.` */
export function agreement({ location, same, near, other, length }: Agreement): string {
  const agreeing = [
    location === 'file' ? 'es ist die Datei, die die Playlist nennt' : undefined,
    location === 'name' ? 'die Datei heißt gleich' : undefined,
    tell(same, 'gleich'),
    tell(near, 'fast gleich'),
    typeof length === 'number' && length <= 7
      ? `die Länge${same.length + near.length > 0 ? '' : ' ist'} ${seconds(length)} genau`
      : undefined,
  ].filter((clause) => clause !== undefined)
  const differing = [...other.map((field) => others[field]), ...tellOtherLength(length)]
  const all = agreeing.join(', ')
  if (differing.length === 0) return startSentence(all)
  const against = units.list(differing)
  return startSentence(all === '' ? against : `${all}, aber ${against}`)
}

function tell(fields: readonly ComparedField[], how: string): string | undefined {
  const [only, ...more] = fields
  if (only === undefined) return undefined
  if (more.length > 0) return `${units.list(fields.map((field) => names[field]))} sind ${how}`
  return `${articles[only]} ${names[only]} ${only === 'guests' ? 'sind' : 'ist'} ${how}`
}

const seconds = (length: number) => (length === 1 ? 'auf die Sekunde' : `auf ${length} Sekunden`)

function tellOtherLength(length: Agreement['length']): readonly string[] {
  switch (length) {
    case undefined:
    case 1:
    case 3:
    case 7:
      return []
    case 'more':
      return ['die Länge weicht um mehr als eine Minute ab']
    case 'twice':
      return ['es ist doppelt oder halb so lang']
    default:
      return [`die Länge weicht um bis zu ${length} Sekunden ab`]
  }
}
