import { asRecord } from '../../../base/json.ts'

const TITLE =
  /^(?:\w*[ _-])?(?:title|name|track|song|titel|titre|titulo|(?:track|song)(?:title|name))$/i
const OTHER_WORDS =
  /artist|performer|singer|band|interpret|author|uploader|channel|user|album|duration|isrc|^(?:ar|al)$/i
/** What holds other things than tracks. */
const OTHER = /^(?:albums?|artists?|shows?|episodes?|podcasts?|banned\w*|genres?)$/i
const MAX_DEPTH = 14

/**
 * How many elements lists of tracks have in a JSON value: lists of which half the elements are objects with a title and an
 * artist or the like, or hold one; or of nothing but texts. Told by the words that such documents have, without reading one.
 */
export function countTracks(value: unknown, depth = 0): number {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return 0
  const values = Object.values(value)
  const isNumbered = Object.keys(value).every((key) => /\d/.test(key))
  if (
    !Array.isArray(value) &&
    values.length > 1 &&
    isNumbered &&
    values.every((each) => isNamed(each))
  )
    return values.length
  if (!Array.isArray(value))
    return Object.entries(value).reduce(
      (sum, [key, each]) => (OTHER.test(key) ? sum : sum + countTracks(each, depth + 1)),
      0,
    )
  if (depth === 0 && value.every((each) => typeof each === 'string')) return value.length
  const tracks = value.filter(
    (each) => isNamed(each) || Object.values(asRecord(each)).some(isNamed),
  )
  return tracks.length > 0 && tracks.length >= value.length / 2
    ? value.length
    : value.reduce<number>((sum, each) => sum + countTracks(each, depth + 1), 0)
}

function isNamed(value: unknown): boolean {
  if (Array.isArray(value)) return false
  const keys = Object.entries(asRecord(value)).filter(([, each]) => each !== null && each !== '')
  return (
    keys.some(([key, each]) => TITLE.test(key) && typeof each === 'string') &&
    keys.some(([key]) => OTHER_WORDS.test(key)) &&
    !keys.some(([key, each]) => /^(?:tracks|songs|items|entries)$/.test(key) && Array.isArray(each))
  )
}
