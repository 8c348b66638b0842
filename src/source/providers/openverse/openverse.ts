import { definedOnly } from '../../../base/defined.ts'
import { asRecord } from '../../../base/json.ts'
import type { Link } from '../../../model/link.ts'
import { reason } from '../../../model/reason.ts'
import type { Answer, Recording } from '../../../model/recording.ts'
import type { Track } from '../../../model/track.ts'
import { nothingKnown } from '../../knowledge.ts'
import { askForJson, type JsonAnswer, unavailable } from '../../online/ask.ts'
import { readDurationMs } from '../../online/duration.ts'
import { readNames, readText } from '../../online/fields.ts'
import { chooseLinks, makeLink, readPage } from '../../online/link.ts'
import { openProvider } from '../../online/open-provider.ts'
import { orderByLikeness } from '../../online/order.ts'
import { chooseSearches } from '../../online/query.ts'
import { isSameSong } from '../../online/same-song.ts'
import type { Provider, ProviderContext } from '../../provider.ts'
import { openverseProbe } from './probe.ts'

const title = 'Openverse'

/**
 * An index of freely licensed works at other hosts. Its word on a licence is second-hand, so nothing is ever
 * copied by it: it says at which page to look. https://api.openverse.org/v1/, 20 questions a minute and 200 a
 * day without an account.
 */
export const openverse: Provider<'lookUp'> = {
  name: 'openverse',
  title,
  can: ['lookUp'],
  probe: openverseProbe,
  hosts: [
    { host: 'api.openverse.org', pace: { requests: 20, perMs: 60_000 }, atOnce: 1, perRun: 100 },
  ],
  open: (context) =>
    openProvider(openverse, {
      lookUp: async (track, known, signal) => {
        const said = await ask(context, track, signal)
        const found = said ? readWorks(said) : []
        const same = orderByLikeness(track, found, MAX_WORKS).filter((each) =>
          isSameSong(track, each),
        )
        const links = same.flatMap((recording) => linkTo(recording) ?? [])
        return { ...nothingKnown, recordings: same, links: chooseLinks(links, known.links) }
      },
    }),
}

const MAX_WORKS = 20

async function ask({ http }: ProviderContext, track: Track, signal: AbortSignal) {
  const [query] = chooseSearches(track)
  if (query === undefined) return undefined
  const url = `https://api.openverse.org/v1/audio/?${new URLSearchParams({ q: query, page_size: '20' })}`
  return askForJson(http, title, { url }, signal)
}

function readWorks(said: JsonAnswer): readonly Recording[] {
  const { results } = asRecord(said.json)
  if (!Array.isArray(results)) throw unavailable(title, said)
  return results.slice(0, MAX_WORKS).flatMap((each) => readWork(each, said.answer) ?? [])
}

/** One of `results`; undefined without id, title or a page at its own host. */
function readWork(value: unknown, answer: Answer): Recording | undefined {
  const work = asRecord(value)
  const id = readText(work.id)
  const name = readText(work.title)
  const page = readPage(work.foreign_landing_url)
  if (id === undefined || name === undefined || !page) return undefined
  return {
    id,
    source: 'openverse',
    title: name,
    artists: readNames(work.creator),
    ...definedOnly({
      album: readText(asRecord(work.audio_set).title),
      durationMs: readDurationMs(work.duration),
      licence: readText(work.license_url),
    }),
    answer,
    url: page.url,
  }
}

function linkTo({ url, licence }: Recording): Link | undefined {
  const note =
    licence === undefined
      ? reason('source.by-openverse')
      : reason('source.by-openverse-licensed', { licence })
  return makeLink(
    { kind: licence === undefined ? 'listen' : 'download', by: openverse.name, note },
    url,
  )
}
