import type { Recording } from '../../../model/recording.ts'
import type { Track } from '../../../model/track.ts'
import { foldText } from '../../../text/fold.ts'
import { takeTitleApart } from '../../../text/title/title.ts'
import { addNamedArtists } from '../../online/credit.ts'
import { openProvider } from '../../online/open-provider.ts'
import { orderByLikeness } from '../../online/order.ts'
import { chooseWords } from '../../online/query.ts'
import type { Provider, ProviderContext } from '../../provider.ts'
import { readItemAddress } from './address.ts'
import { askForItem } from './item.ts'
import { internetArchiveProbe } from './probe.ts'
import { describeItem } from './recordings.ts'
import { askForItems, orderItems, writeQueries } from './search.ts'

/** For a track: one or two searches, and the items that they name. */
const MAX_REQUESTS = 4

/**
 * Items are albums, concerts, discs: a search names the likely ones, and what is in them is asked one by
 * one. https://archive.org/developers/md-read.html, https://archive.org/advancedsearch.php
 */
export const internetArchive: Provider<'search' | 'find'> = {
  name: 'internet-archive',
  title: 'Internet Archive',
  can: ['search', 'find'],
  readAddress: readItemAddress,
  probe: internetArchiveProbe,
  // No limit is published; 50 at once were locked out, 5 never.
  hosts: [
    { host: 'archive.org', pace: { requests: 4, perMs: 1000 }, atOnce: 3 },
    // Where downloads are redirected to: ia800300.us.archive.org.
    { host: '*.archive.org', pace: { requests: 2, perMs: 1000 }, atOnce: 2 },
  ],
  open: (context) =>
    openProvider(internetArchive, {
      search: async (track, signal) => search(context, track, signal),
      find: async (id, signal) => find(context, id, signal),
    }),
}

async function search(
  { http }: ProviderContext,
  track: Track,
  signal: AbortSignal,
): Promise<readonly Recording[]> {
  const words = chooseWords(track)
  const looked = new Set<string>()
  const found: Recording[] = []
  let left = MAX_REQUESTS
  for (const query of writeQueries(words)) {
    // A search is of use only with an item to look into.
    if (left < 2 || found.some((recording) => hasName(track, recording))) break
    const items = (await askForItems(http, query, signal)).filter(({ id }) => !looked.has(id))
    const likely = orderItems(words, items).slice(0, left - 1)
    left -= 1 + likely.length
    const inside = await Promise.all(likely.map(({ id }) => askForItem(http, id, signal)))
    for (const { id } of likely) looked.add(id)
    found.push(...inside.flatMap((item) => (item ? describeItem(item) : [])))
  }
  return orderByLikeness(
    track,
    found.map((recording) => addNamedArtists(track, recording)),
  )
}

/** By `item`, all that is in it; by `item/file`, the sound that the file is one of. */
async function find(
  { http }: ProviderContext,
  id: string,
  signal: AbortSignal,
): Promise<readonly Recording[]> {
  const [name = '', ...file] = id.split('/')
  const item = await askForItem(http, name, signal)
  const found = item ? describeItem(item) : []
  if (file.length === 0) return found
  const own = found.filter((recording) => recording.id === id)
  return own.length > 0 ? own : found.filter((recording) => isFileOf(recording, id))
}

function isFileOf({ media }: Recording, id: string): boolean {
  const path = `/download/${id.split('/').map(encodeURIComponent).join('/')}`
  return media?.kind === 'remote' && media.files.some(({ url }) => url.endsWith(path))
}

/** Found by a word of its description, an item may hold something else. */
const hasName = (track: Track, { title }: Recording) =>
  foldText(title).includes(takeTitleApart(track.title).core)
