import type { Recording } from '../../model/recording.ts'
import { check, readList, readMaybe, readNumber, readObject, readText } from './check.ts'

/** A record has its size from a catalogue's reader: much more is none. */
const MAX_TEXT = 1_000_000
const MAX_ARTISTS = 100_000

const readName = (value: unknown) => readText(value, MAX_TEXT)

/** A record for JSON, which has no word for some numbers. */
export function writeRecording(recording: Recording): object {
  const { popularity } = recording
  const isPlain =
    popularity === undefined || (Number.isFinite(popularity) && !Object.is(popularity, -0))
  return isPlain
    ? recording
    : { ...recording, popularity: Object.is(popularity, -0) ? '-0' : String(popularity) }
}

/** The fields that a catalogue keeps. Throws MalformedError. */
export function readRecording(value: unknown): Recording {
  const given = readObject(value)
  const recording = {
    id: readName(given.id),
    source: readName(given.source),
    durationMs: readMaybe(given.durationMs, readNumber),
    year: readMaybe(given.year, readNumber),
    isrc: readMaybe(given.isrc, readName),
    licence: readMaybe(given.licence, readName),
    url: readMaybe(given.url, readName),
    popularity: readMaybe(given.popularity, readPopularity),
    title: readName(given.title),
    artists: readList(given.artists, MAX_ARTISTS, readName),
  }
  return given.album === undefined ? recording : { ...recording, album: readName(given.album) }
}

function readPopularity(value: unknown): number {
  if (typeof value !== 'string') return readNumber(value)
  check(/^(?:-0|-?Infinity|NaN)$/.test(value))
  return Number(value)
}
