import { asRecord, type JsonObject } from '../../../base/json.ts'
import { reason } from '../../../model/reason.ts'
import { checkCount, type ReadRow, skipRow } from '../entries.ts'
import { bareLengthOf, findTrackObject, readTrackObject } from './track-object.ts'

/** A list of tracks somewhere in a JSON document. */
export interface FoundList {
  readonly name?: string
  readonly rows: readonly ReadRow[]
}

const MAX_DEPTH = 12

/** Every list whose elements are tracks, with the name that stands beside it. */
export function findLists(root: unknown): readonly FoundList[] {
  const found: FoundList[] = []
  let rows = 0
  const walk = (value: unknown, name: string | undefined, depth: number) => {
    if (depth > MAX_DEPTH) return
    if (Array.isArray(value)) {
      const list = readList(value)
      if (!list) {
        for (const each of value) walk(each, undefined, depth + 1)
        return
      }
      rows += list.length
      checkCount(rows)
      found.push({ name, rows: list })
      return
    }
    const object = asRecord(value)
    // Tracks by their numbers or ids.
    const values = Object.values(object)
    const isNumbered = Object.keys(object).every((key) => /\d/.test(key))
    if (values.length > 1 && isNumbered && values.every((each) => findTrackObject(each))) {
      walk(values, name, depth)
      return
    }
    const own = nameIn(object) ?? name
    for (const [key, each] of Object.entries(object))
      if (typeof each === 'object' && each !== null && !OTHERS.test(key))
        walk(each, own ?? (isName(key) ? key : undefined), depth + 1)
  }
  walk(root, undefined, 0)
  return found
}

/** Nothing where fewer than half of the elements name a track. */
function readList(values: readonly unknown[]): readonly ReadRow[] | undefined {
  const tracks = values.map(findTrackObject)
  const known = tracks.filter((track) => track !== undefined)
  if (known.length === 0 || known.length < values.length * 0.5) return undefined
  // Hardly a track is shorter than ten seconds, and none lasts three hours: most of them tell the unit.
  const lengths = known.flatMap((track) => bareLengthOf(track) ?? [])
  const inMs = lengths.filter((length) => length > 10_000).length > lengths.length / 2
  return tracks.map((track, index) =>
    track
      ? readTrackObject(track, inMs)
      : skipRow(textOf(values[index]), reason('playlist.no-title')),
  )
}

const textOf = (value: unknown) =>
  typeof value === 'string'
    ? value
    : Object.values(asRecord(value))
        .filter((each) => typeof each === 'string' && each !== '')
        .join(' · ')

/** Lists of other things than tracks, which have names and artists too. */
const OTHERS = /^(?:albums?|artists?|shows?|episodes?|podcasts?|banned\w*|genres?)$/i

/** What a list is called, beside it. */
function nameIn(object: JsonObject): string | undefined {
  for (const key of [
    'name',
    'title',
    'playlist',
    'playlistName',
    'playlist_name',
    'list_name',
    'dissname',
  ]) {
    const value = object[key]
    if (typeof value === 'string' && value.trim() !== '') return value
  }
  return undefined
}

/** `{ "Sunday": […] }`: a key that is no word of a program's. */
const isName = (key: string) =>
  !/^(?:data|tracks?|songlist|tracklist|cdlist|songs?|items?|entries|results?|playlists?|list|rows|records|media|videos?|edges|contents?|library|favou?rites?|liked|response|payload|objects?|values?|body)$/i.test(
    key,
  ) && !/^[a-z]+(?:[A-Z_][a-z]*)+$/.test(key)
