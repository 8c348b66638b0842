import type { Evidence } from '../model/match.ts'
import { type Reason, reason, type Told } from '../model/reason.ts'
import type { Prepared } from './prepare.ts'
import { type Levels, limitOf, weighTitle } from './scoring.ts'
import { type Level, WEIGHTS } from './weights.ts'

/** The waterfall: one line for each field that says anything; the lines add up to the weight. */
export function explain(levels: Levels, left: Prepared, right: Prepared): readonly Evidence[] {
  const lines = [PRIOR, ...linesOf(levels, left, right)]
  const limit = limitOf(levels)
  const sum = lines.reduce((total, { weight }) => total + weight, 0)
  return lines
    .map((line) =>
      line.field === limit?.field && sum > limit.most
        ? { ...line, weight: line.weight + limit.most - sum }
        : line,
    )
    .filter(({ weight }) => weight !== 0)
}

function linesOf(levels: Levels, left: Prepared, right: Prepared): readonly Evidence[] {
  const { given } = left
  const other = right.given
  const line = (field: WeighedField, a?: Told, b?: Told): Evidence => {
    const level = levels[field]
    return {
      field,
      level: REASONS[level],
      weight: field === 'title' ? weighTitle(levels) : weightOf(field, level),
      left: a,
      right: b,
    }
  }
  return [
    line('title', given.title, other.title),
    line('version', versionsOf(left), versionsOf(right)),
    line('artist', given.artists.join('; '), other.artists.join('; ')),
    line('guests'),
    line('album', given.album, other.album),
    line('duration', secondsOf(left), secondsOf(right)),
    line('year', `${left.year}`, `${right.year}`),
    line('isrc', left.isrc, right.isrc),
  ]
}

type WeighedField = Exclude<keyof typeof WEIGHTS, 'prior'>

const weightOf = (field: WeighedField, level: Level) =>
  (WEIGHTS[field] as Readonly<Partial<Record<Level, number>>>)[level] ?? 0

/** One reason object for each level, shared by all evidence: explaining makes none anew. */
const REASONS = Object.fromEntries(
  Object.values(WEIGHTS)
    .flatMap((levels) => Object.keys(levels) as Level[])
    .map((level) => [level, reason(`match.${level}`)]),
) as Readonly<Record<Level, Reason>>

const PRIOR: Evidence = { field: 'prior', level: REASONS.pair, weight: WEIGHTS.prior.pair }

const secondsOf = ({ durationMs }: Prepared): Reason => reason('match.seconds', { durationMs })

const PLAIN: Reason = reason('match.plain')

/** `remix (nils berg), remaster 2011`, `live album`; `plain` where nothing is said. */
function versionsOf({ versions, live }: Prepared): Reason {
  if (versions.length === 0 && live === 'no') return PLAIN
  const album = live === 'yes' ? 'live' : live === 'no' ? undefined : 'perhaps-live'
  return reason('match.versions', { versions, album })
}
