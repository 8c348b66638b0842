import { asList, asRecord } from '../../../base/json.ts'
import type { Answer, Recording } from '../../../model/recording.ts'
import { isTrue, readCount, readText, readYear } from '../../online/fields.ts'
import { withoutGaps } from '../../online/gaps.ts'
import { type Relation, readRelations } from './relation.ts'

/** A recording as MusicBrainz knows it, with what leads further. */
export interface KnownRecording {
  readonly recording: Recording
  /** True where it is on an official release. */
  readonly published: boolean
  readonly year: number | undefined
  readonly releaseId: string | undefined
  readonly artistId: string | undefined
  readonly relations: readonly Relation[]
}

/** `undefined` where it has no MBID or no title, and for a video. */
export function readRecording(value: unknown, answer: Answer): KnownRecording | undefined {
  const fields = asRecord(value)
  const id = readMbid(fields.id)
  const title = readText(fields.title)
  if (id === undefined || title === undefined || isTrue(fields.video)) return undefined
  const credits = asList(fields['artist-credit']).slice(0, MOST).map(asRecord)
  const releases = asList(fields.releases).slice(0, MOST).map(asRecord)
  const release = releases.find(isOfficial) ?? releases[0]
  // Of this very recording; releases may be younger, and the song older.
  const year = readYear(fields['first-release-date'])
  return {
    recording: {
      id,
      source: 'musicbrainz',
      title,
      artists: credits.flatMap((credit) => readText(credit.name) ?? []),
      ...withoutGaps({
        album: readText(release?.title),
        durationMs: readCount(fields.length),
        year,
        isrc: readIsrc(asList(fields.isrcs)[0]),
      }),
      answer,
      url: `https://musicbrainz.org/recording/${id}`,
    },
    published: releases.some(isOfficial),
    year,
    releaseId: readMbid(release?.id),
    artistId: readMbid(asRecord(credits[0]?.artist).id),
    relations: readRelations(fields.relations),
  }
}

const MOST = 100

const isOfficial = ({ status }: Readonly<Record<string, unknown>>) => status === 'Official'

export function readMbid(value: unknown): string | undefined {
  const text = readText(value)?.toLowerCase() ?? ''
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : undefined
}

function readIsrc(value: unknown): string | undefined {
  const text = readText(value)?.toUpperCase() ?? ''
  return /^[A-Z]{2}[A-Z0-9]{3}\d{7}$/.test(text) ? text : undefined
}
