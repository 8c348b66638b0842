import { asRecord } from '../../../base/json.ts'
import type { Recording } from '../../../model/recording.ts'
import type { Track } from '../../../model/track.ts'
import { askForJson, unavailable } from '../../online/ask.ts'
import { openProvider } from '../../online/open-provider.ts'
import { orderByLikeness } from '../../online/order.ts'
import { chooseSearches } from '../../online/query.ts'
import type { Provider, ProviderContext } from '../../provider.ts'
import { type Pod, pods } from './pods.ts'
import { funkwhaleProbe } from './probe.ts'
import { readFunkwhaleTrack } from './track.ts'

/** Servers of musicians and listeners that run Funkwhale, https://docs.funkwhale.audio. No key. */
export const funkwhale: Provider<'search'> = ofPods(pods)

/** The same for other pods than those known. */
export function ofPods(asked: readonly Pod[]): Provider<'search'> {
  const source: Provider<'search'> = {
    name: 'funkwhale',
    title: 'Funkwhale',
    can: ['search'],
    probe: funkwhaleProbe,
    hosts: asked.map(({ host }) => ({ host, pace: { requests: 1, perMs: 1000 }, atOnce: 2 })),
    open: (context) =>
      openProvider(source, {
        search: async (track, signal) => {
          const answers = await Promise.allSettled(
            asked.map((pod) => searchPod(pod, context, track, signal)),
          )
          signal.throwIfAborted()
          const found = answers.flatMap((each) => (each.status === 'fulfilled' ? each.value : []))
          const failed = answers.find((each) => each.status === 'rejected')
          // One pod that is down hides nothing that another has; that nobody has it, all must say.
          if (found.length === 0 && failed) throw failed.reason
          return orderByLikeness(track, found)
        },
      }),
  }
  return source
}

async function searchPod(
  pod: Pod,
  { http }: ProviderContext,
  track: Track,
  signal: AbortSignal,
): Promise<readonly Recording[]> {
  for (const q of chooseSearches(track)) {
    const url = `https://${pod.host}/api/v1/tracks/?${new URLSearchParams({ q, page_size: '25' })}`
    const said = await askForJson(http, pod.title, { url }, signal)
    if (!said) continue
    const { results } = asRecord(said.json)
    if (!Array.isArray(results)) throw unavailable(pod.title, said)
    const found = results.flatMap((each) => readFunkwhaleTrack(each, pod, said.answer) ?? [])
    if (found.length > 0) return found
  }
  return []
}
