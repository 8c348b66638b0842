import { askForJson, unavailable } from '../../online/ask.ts'
import { openProvider } from '../../online/open-provider.ts'
import { orderByLikeness } from '../../online/order.ts'
import { chooseSearches } from '../../online/query.ts'
import type { Provider } from '../../provider.ts'
import { mendCcMixterJson } from './json.ts'
import { ccMixterProbe } from './probe.ts'
import { ccMixterHost, readUpload } from './upload.ts'

/**
 * Its Query API, https://ccmixter.org/query-api: no key, no published limit. A search looks through name,
 * description and tags of an upload, and both names of its artist.
 */
export const ccMixter: Provider<'search'> = {
  name: 'ccmixter',
  title: 'ccMixter',
  can: ['search'],
  probe: ccMixterProbe,
  hosts: [{ host: ccMixterHost, pace: { requests: 1, perMs: 1000 }, atOnce: 1 }],
  open: ({ http }) =>
    openProvider(ccMixter, {
      search: async (track, signal) => {
        for (const search of chooseSearches(track)) {
          const parameters = new URLSearchParams({
            f: 'json',
            search,
            search_type: 'all',
            limit: '50',
          })
          const url = `https://${ccMixterHost}/api/query?${parameters}`
          const reading = { mend: mendCcMixterJson }
          const said = await askForJson(http, ccMixter.title, { url }, signal, reading)
          // Where nothing is found, some versions of the host say 404.
          if (!said) continue
          if (!Array.isArray(said.json)) throw unavailable(ccMixter.title, said)
          const found = said.json.flatMap((each) => readUpload(each, said.answer) ?? [])
          if (found.length > 0) return orderByLikeness(track, found)
        }
        return []
      },
    }),
}
