import type { Link } from '../../../model/link.ts'
import { type Reason, reason } from '../../../model/reason.ts'
import type { Track } from '../../../model/track.ts'
import { cleanLine } from '../../../text/clean.ts'
import { nothingKnown } from '../../knowledge.ts'
import { openProvider } from '../../online/open-provider.ts'
import { chooseWords } from '../../online/query.ts'
import type { Provider } from '../../provider.ts'

interface ShopSearch {
  readonly service: string
  /** The address of its search for words that are encoded already. */
  readonly search: (words: string) => string
  readonly note?: Reason
}

/** Where music can be bought as files, or borrowed. */
const stores: readonly ShopSearch[] = [
  { service: 'Bandcamp', search: (words) => `https://bandcamp.com/search?q=${words}&item_type=t` },
  { service: 'Qobuz', search: (words) => `https://www.qobuz.com/us-en/search/tracks/${words}` },
  { service: '7digital', search: (words) => `https://us.7digital.com/search?q=${words}` },
  {
    service: 'WorldCat',
    search: (words) => `https://search.worldcat.org/search?q=${words}`,
    note: reason('source.in-libraries'),
  },
]

/** Searches at stores, and in the catalogue that libraries share: addresses, asked of nobody. */
export const storeSearches: Provider<'lookUp'> = {
  name: 'stores',
  title: 'Stores',
  can: ['lookUp'],
  hosts: [],
  open: () =>
    openProvider(storeSearches, {
      lookUp: async (track) => ({ ...nothingKnown, links: linkToSearches(track) }),
    }),
}

/** Pure. None where a track has no words to search for. */
export function linkToSearches(track: Track): readonly Link[] {
  const { artist, title } = chooseWords(track)
  const text = [...artist, ...(title.length > 0 ? title : [cleanLine(track.title).slice(0, 200)])]
    .join(' ')
    .trim()
    .toWellFormed()
  // A path may hold neither an empty part nor one that means another folder.
  if (text.replaceAll('.', '') === '') return []
  return stores.map(({ service, search, note }) => ({
    kind: 'search',
    service,
    url: new URL(search(encodeURIComponent(text))).href,
    by: 'stores',
    note,
  }))
}
