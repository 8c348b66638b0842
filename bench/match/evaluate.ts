// How right the model is on the labelled queries, by set, whole and in two halves (even and odd),
// so that what was learned on one half is seen on the other.
//   node bench/match/evaluate.ts FOLDER-OF-LABELLED-SETS [CACHE-FOLDER] [--misses SET]
import { rank } from '../../src/match/rank.ts'
import type { Ranking } from '../../src/model/match.ts'
import { english } from '../../src/words/english.ts'
import { type Query, readQueries } from './block.ts'

interface Tally {
  positives: number
  negatives: number
  first: number
  accepted: number
  wrong: number
  falseAccepts: number
  ambiguous: number
}

const [folder = '', cache = 'bench/out/match', flag, wanted] = process.argv.slice(2)
const queries = readQueries(folder, cache)
const started = performance.now()
const answers = queries.map((query) => rank(query.track, query.candidates))
const seconds = (performance.now() - started) / 1000
console.log(`${queries.length} queries in ${seconds.toFixed(1)} s`)
for (const set of ['isrc', 'mpd', 'billboard', 'all', 'even', 'odd']) print(set, tallyOf(set))
if (flag === '--misses') printMisses(wanted ?? 'all')

function tallyOf(set: string): Tally {
  const tally = {
    positives: 0,
    negatives: 0,
    first: 0,
    accepted: 0,
    wrong: 0,
    falseAccepts: 0,
    ambiguous: 0,
  }
  queries.forEach((query, at) => {
    if (!belongs(query, at, set)) return
    const { decision, matches } = answers[at]!
    const right = matches[0] !== undefined && query.truth.has(matches[0].recording.id)
    if (decision === 'ambiguous') tally.ambiguous++
    if (query.truth.size === 0) {
      tally.negatives++
      if (decision === 'match') tally.falseAccepts++
      return
    }
    tally.positives++
    if (right) tally.first++
    if (decision === 'match' && right) tally.accepted++
    if (decision === 'match' && !right) tally.wrong++
  })
  return tally
}

function belongs(query: Query, at: number, set: string): boolean {
  if (set === 'even' || set === 'odd') return (at % 2 === 0) === (set === 'even')
  return set === 'all' || query.set === set
}

function print(set: string, tally: Tally) {
  const percent = (part: number, whole: number) =>
    `${((100 * part) / whole).toFixed(2)} %`.padStart(8)
  const { positives, negatives, first, accepted, wrong, falseAccepts, ambiguous } = tally
  console.log(
    set.padEnd(10),
    'first',
    percent(first, positives),
    ' recall',
    percent(accepted, positives),
    ' precision',
    percent(accepted, accepted + wrong + falseAccepts),
    ' false accepts',
    percent(falseAccepts, negatives),
    ' ambiguous',
    percent(ambiguous, positives + negatives),
    `(${positives}+${negatives}; wrong ${wrong}, false ${falseAccepts})`,
  )
}

function printMisses(set: string) {
  queries.forEach((query, at) => {
    if (!belongs(query, at, set)) return
    const answer = answers[at]!
    const right = answer.matches[0] !== undefined && query.truth.has(answer.matches[0].recording.id)
    const kind =
      query.truth.size === 0
        ? answer.decision === 'match' && 'FALSE ACCEPT'
        : !right
          ? `WRONG FIRST ${answer.decision}`
          : answer.decision !== 'match' && `NOT ACCEPTED ${answer.decision}`
    if (kind === false) return
    const { title, artists, durationMs } = query.track
    console.log(`\n${kind} [${query.set}] ${title} | ${artists.join('; ')} | ${durationMs ?? ''}`)
    for (const line of linesOf(answer, query)) console.log(line)
  })
}

function linesOf(answer: Ranking, query: Query): string[] {
  const shown = answer.matches.filter((match, at) => at < 3 || query.truth.has(match.recording.id))
  return shown.slice(0, 5).map(({ recording, weight, evidence }) => {
    const { id, title, artists, album, durationMs } = recording
    const why = evidence
      .map((e) => `${e.field} ${english(e.level)} ${e.weight.toFixed(1)}`)
      .join(', ')
    return `  ${query.truth.has(id) ? '*' : ' '}${weight.toFixed(1).padStart(6)} ${title} | ${artists.join('; ')} | ${album ?? ''} | ${durationMs ?? ''} | ${id}\n          ${why}`
  })
}
