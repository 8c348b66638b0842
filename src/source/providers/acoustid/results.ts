import { definedOnly } from '../../../base/defined.ts'
import { asList, asRecord } from '../../../base/json.ts'
import type { Answer, Recording } from '../../../model/recording.ts'
import type { Assertion } from '../../../model/verdict.ts'
import type { Knowledge } from '../../knowledge.ts'
import { readDuration } from '../../online/duration.ts'
import { readNames, readText, readYear } from '../../online/fields.ts'
import { readMbid } from '../musicbrainz/mbid.ts'

/** A lower score means that two sounds are alike, not that they are the same. */
const SURE = 0.85

const [MAX_RESULTS, MAX_RECORDINGS, MAX_RELEASES] = [10, 20, 100]

/** Recordings of MusicBrainz that sound so, and what is known of who made each. */
export function readResults(results: readonly unknown[], answer: Answer): Knowledge {
  const read = results
    .slice(0, MAX_RESULTS)
    .map(asRecord)
    .filter(({ score }) => typeof score === 'number' && score >= SURE && score <= 1)
    .toSorted((left, right) => Number(right.score) - Number(left.score))
    .flatMap(({ recordings }) => asList(recordings).slice(0, MAX_RECORDINGS))
    .flatMap((each) => readRecording(each, answer) ?? [])
  const first = new Map<string, (typeof read)[number]>()
  for (const each of read) if (!first.has(each.recording.id)) first.set(each.recording.id, each)
  const found = [...first.values()].slice(0, MAX_RECORDINGS)
  return {
    recordings: found.map(({ recording }) => recording),
    links: [],
    assertions: found.map(({ assertion }) => assertion),
  }
}

/** Undefined where nobody has said what it is: an id alone. */
function readRecording(
  value: unknown,
  answer: Answer,
): { readonly recording: Recording; readonly assertion: Assertion } | undefined {
  const given = asRecord(value)
  const id = readMbid(given.id)
  const title = readText(given.title)
  if (id === undefined || title === undefined) return undefined
  const artists = namesOf(given.artists)
  const releases = asList(given.releases).slice(0, MAX_RELEASES).map(asRecord)
  const years = releases.flatMap(({ date }) => readYear(asRecord(date).year) ?? [])
  const year = years.length > 0 ? Math.min(...years) : undefined
  const url = `https://musicbrainz.org/recording/${id}`
  return {
    recording: {
      id,
      source: 'acoustid',
      title,
      artists,
      ...definedOnly({
        album: readText(releases[0]?.title),
        durationMs: readDuration(given.duration),
        year,
      }),
      answer,
      url,
    },
    assertion: {
      by: 'acoustid',
      artists,
      published: releases.length > 0,
      licences: [],
      url,
      ...definedOnly({ year }),
    },
  }
}

const namesOf = (artists: unknown) =>
  readNames(
    asList(artists)
      .slice(0, 50)
      .map((artist) => asRecord(artist).name),
  )
