import type { Recording } from '../../../model/recording.ts'
import type { Track } from '../../../model/track.ts'
import { addNamedArtists } from '../../online/credit.ts'
import { openProvider } from '../../online/open-provider.ts'
import { orderByLikeness } from '../../online/order.ts'
import { readPageAddress } from '../../online/page-address.ts'
import { chooseWords } from '../../online/query.ts'
import type { Provider, ProviderContext } from '../../provider.ts'
import { askForFile, askForFiles } from './files.ts'
import { wikimediaCommonsProbe } from './probe.ts'

/**
 * One request gives found files with all that is said of them.
 * https://www.mediawiki.org/wiki/API:Search, API:Imageinfo, Extension:TimedMediaHandler
 */
export const wikimediaCommons: Provider<'search' | 'find'> = {
  name: 'wikimedia-commons',
  title: 'Wikimedia Commons',
  can: ['search', 'find'],
  readAddress: readFileAddress,
  probe: wikimediaCommonsProbe,
  hosts: [
    // One after the other, as the API's etiquette asks. 200 a minute with a contact in the User-Agent that reaches
    // whoever asks, 10 without: https://www.mediawiki.org/wiki/Wikimedia_APIs/Rate_limits
    {
      host: 'commons.wikimedia.org',
      pace: { requests: 2, perMs: 1000 },
      atOnce: 1,
      withoutContact: { pace: { requests: 10, perMs: 60_000 }, perRun: 60 },
    },
    { host: 'upload.wikimedia.org', pace: { requests: 2, perMs: 1000 }, atOnce: 2 },
  ],
  open: (context) =>
    openProvider(wikimediaCommons, {
      search: (track, signal) => search(context, track, signal),
      find: (id, signal) => askForFile(context.http, id, signal),
    }),
}

/** `commons.wikimedia.org/wiki/File:A_song.ogg`: its page's name. */
function readFileAddress(text: string): string | undefined {
  const [wiki, page = '', ...more] = readPageAddress(text, ['commons.wikimedia.org']) ?? []
  return wiki === 'wiki' && more.length === 0 && /^File:./.test(page) && !/[|#<>[\]{}]/.test(page)
    ? page.replaceAll('_', ' ')
    : undefined
}

async function search(
  { http }: ProviderContext,
  track: Track,
  signal: AbortSignal,
): Promise<readonly Recording[]> {
  const { title, artist } = chooseWords(track)
  if (title.length === 0) return []
  const found = await askForFiles(http, [...title, ...artist].join(' '), signal)
  // The page of a file names its artist in words of its own, or not at all.
  const looser =
    found.length > 0 || artist.length === 0
      ? []
      : await askForFiles(http, title.map((word) => `intitle:${word}`).join(' '), signal)
  const named = [...found, ...looser].map((recording) => addNamedArtists(track, recording))
  return orderByLikeness(track, named)
}
