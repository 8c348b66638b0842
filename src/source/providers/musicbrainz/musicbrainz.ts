import { definedOnly } from '../../../base/defined.ts'
import { asRecord } from '../../../base/json.ts'
import type { Recording } from '../../../model/recording.ts'
import { type Knowledge, nothingKnown } from '../../knowledge.ts'
import { chooseLinks } from '../../online/link.ts'
import { openProvider } from '../../online/open-provider.ts'
import type { Provider } from '../../provider.ts'
import { HOST, openAsker, title } from './ask.ts'
import { makeAssertion } from './assertion.ts'
import { findByCode, readCode } from './code.ts'
import { findRecordings, type Quest } from './find-recordings.ts'
import { learnMore } from './learn.ts'
import { PageLookUps } from './page-look-ups.ts'
import { musicBrainzProbe } from './probe.ts'
import type { KnownRecording } from './recording.ts'
import { readRelations, uniteRelated } from './relations.ts'
import { findOnRelease } from './release.ts'
import { chooseAddresses } from './service-pages.ts'

/** Names recordings, knows their artists and releases, and where these can be found. Its facts are CC0. */
export const musicBrainz: Provider<'lookUp' | 'find'> = {
  name: 'musicbrainz',
  title,
  can: ['lookUp', 'find'],
  readAddress: readCode,
  probe: musicBrainzProbe,
  hosts: [{ host: HOST, pace: { requests: 1, perMs: 1100 }, atOnce: 1 }],
  open: (context) => {
    const asker = openAsker(context)
    const pages = new PageLookUps(asker)
    return {
      ...openProvider(musicBrainz, {
        lookUp: (track, known, signal) => find({ asker, pages, track, signal }, known),
        find: (id, signal) => findByCode(asker, id, signal),
      }),
      makesAssertions: true,
      prepareFor: (tracks) => {
        for (const { isrc, uri } of tracks)
          if (isrc === undefined) pages.expect(chooseAddresses(uri))
      },
    }
  },
}

async function find(quest: Quest, known: Knowledge): Promise<Knowledge> {
  const { found, alike } = await findRecordings(quest)
  const [best, ...others] = found
  if (!best) {
    const assertions = alike ? [makeAssertion(alike, {}, uniteRelated([]))] : []
    return { ...nothingKnown, assertions }
  }
  const learnt = await learnMore(quest.asker, { best, others }, quest.signal)
  const { release, artist, incomplete } = learnt
  const own = uniteRelated([
    readRelations(learnt.recording),
    readRelations(findOnRelease(release, best.recording.id)),
    readRelations(release),
  ])
  return {
    recordings: found.map((each) => (each === best ? addCover(each, release) : each.recording)),
    links: chooseLinks([...own.links, ...readRelations(artist).links], known.links),
    assertions: [makeAssertion(best, learnt, own)],
    ...definedOnly({ incomplete }),
  }
}

/** Whether the release has a front cover, where it says so. */
function addCover({ recording }: KnownRecording, release: unknown): Recording {
  const { front } = asRecord(asRecord(release)['cover-art-archive'])
  if (!recording.mbids || typeof front !== 'boolean') return recording
  return { ...recording, mbids: { ...recording.mbids, hasFrontCover: front } }
}
