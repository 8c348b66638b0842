import { asRecord } from '../../../base/json.ts'
import { foldText } from '../../../text/fold.ts'
import { readText } from '../../online/fields.ts'
import { readMbid } from './mbid.ts'

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
  const labels = info.slice(0, MAX_LABELS).flatMap((each) => {
    const { id, name } = asRecord(asRecord(each).label)
    const label = readText(name)
    return label === undefined || readMbid(id) === NO_LABEL || own.has(keyOf(label)) ? [] : [label]
  })
  return [...new Set(labels)]
}

const keyOf = (name: string) => foldText(name).replace(/^the (?=.)/, '')

/** The labels of all that a recording is on; undefined where none is known and not all releases say so. */
export function readLabelsOfAll(
  answer: unknown,
  artist: readonly string[],
): readonly string[] | undefined {
  const { releases, 'release-count': count } = asRecord(answer)
  if (!Array.isArray(releases)) return undefined
  const each = releases.slice(0, MAX_RELEASES).map((release) => readLabels(release, artist))
  const labels = [...new Set(each.flatMap((some) => some ?? []))]
  const isWhole = count === each.length && each.every((some) => some !== undefined)
  return labels.length > 0 || isWhole ? labels : undefined
}

const MAX_RELEASES = 100
