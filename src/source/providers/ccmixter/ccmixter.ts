import type { Recording } from '../../../model/recording.ts'
import { askForJson, unavailable } from '../../online/ask.ts'
import { openProvider } from '../../online/open-provider.ts'
import { orderByLikeness } from '../../online/order.ts'
import { readPageAddress } from '../../online/page-address.ts'
import { chooseSearches } from '../../online/query.ts'
import type { Provider, ProviderContext } from '../../provider.ts'
import { mendCcMixterJson } from './json.ts'
import { ccMixterProbe } from './probe.ts'
import { ccMixterHost, readUpload } from './upload.ts'

/**
 * Its Query API, https://ccmixter.org/query-api: no key, no published limit. A search looks through name,
 * description and tags of an upload, and both names of its artist.
 */
export const ccMixter: Provider<'search' | 'find'> = {
  name: 'ccmixter',
  title: 'ccMixter',
  can: ['search', 'find'],
  readAddress: readUploadAddress,
  probe: ccMixterProbe,
  hosts: [{ host: ccMixterHost, pace: { requests: 1, perMs: 1000 }, atOnce: 1 }],
  open: ({ http }) =>
    openProvider(ccMixter, {
      search: async (track, signal) => {
        for (const search of chooseSearches(track)) {
          const query = { f: 'json', search, search_type: 'all', limit: '50' }
          const found = await ask(http, query, signal)
          if (found.length > 0) return orderByLikeness(track, found)
        }
        return []
      },
      find: async (id, signal) =>
        /^\d{1,12}$/.test(id) ? await ask(http, { f: 'json', ids: id }, signal) : [],
    }),
}

async function ask(
  http: ProviderContext['http'],
  query: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<readonly Recording[]> {
  const url = `https://${ccMixterHost}/api/query?${new URLSearchParams(query)}`
  const reading = { mend: mendCcMixterJson }
  const said = await askForJson(http, ccMixter.title, { url }, signal, reading)
  // Where nothing is found, some versions of the host say 404.
  if (!said) return []
  if (!Array.isArray(said.json)) throw unavailable(ccMixter.title, said)
  return said.json.flatMap((each) => readUpload(each, said.answer) ?? [])
}

/** `ccmixter.org/files/someone/12345`. */
function readUploadAddress(text: string): string | undefined {
  const path = readPageAddress(text, [ccMixterHost])?.join('/') ?? ''
  return /^files\/[^/]+\/(\d{1,12})$/.exec(path)?.[1]
}
