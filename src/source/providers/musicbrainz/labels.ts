import { asRecord } from '../../../base/json.ts'
import { foldText } from '../../../text/fold.ts'
import { readText } from '../../online/fields.ts'
import { readMbid } from './mbid.ts'
import { isBootleg } from './release.ts'

/** `[no label]`, https://musicbrainz.org/doc/Style/Unknown_and_untitled/Special_purpose_label */
const NO_LABEL = '157afde4-4bf5-4039-8ad2-5a15acc85176'

const MAX_LABELS = 50

/**
 * The labels of a release; undefined where it does not say which they are. Who releases music under their own
 * name has no label: `artist` is all that the artist is called.
 */
export function readLabels(
  release: unknown,
  artist: readonly string[],
): readonly string[] | undefined {
  const info = asRecord(release)['label-info']
  if (!Array.isArray(info)) return undefined
  const own = new Set(artist.map(keyOf))
  const given = info.slice(0, MAX_LABELS).map((each) => {
    const { label, 'catalog-number': number } = asRecord(each)
    const { id, name } = asRecord(label)
    return { name: readText(name), isNone: readMbid(id) === NO_LABEL, number: readText(number) }
  })
  const labels = given.flatMap(({ name, isNone }) =>
    name === undefined || isNone || own.has(keyOf(name)) ? [] : [name],
  )
  // A catalogue number is somebody's, and nobody knows whose; `[none]` is MusicBrainz' word for none.
  const isUnknown = given.some(
    ({ name, number = '[none]' }) => name === undefined && number !== '[none]',
  )
  return labels.length === 0 && isUnknown ? undefined : [...new Set(labels)]
}

const keyOf = (name: string) => foldText(name).replace(/^the (?=.)/, '')

/**
 * The labels of all that a recording is on; undefined where none is known and not all releases say so, or where
 * there are fewer than `least`.
 */
export function readLabelsOfAll(
  answer: unknown,
  artist: readonly string[],
  least: number,
): readonly string[] | undefined {
  const { releases, 'release-count': count } = asRecord(answer)
  if (!Array.isArray(releases)) return undefined
  const each = releases
    .slice(0, MAX_RELEASES)
    .map((release) => (isBootleg(release) ? [] : readLabels(release, artist)))
  const labels = [...new Set(each.flatMap((some) => some ?? []))]
  const isWhole =
    count === each.length && count >= least && each.every((some) => some !== undefined)
  return labels.length > 0 || isWhole ? labels : undefined
}

const MAX_RELEASES = 100
