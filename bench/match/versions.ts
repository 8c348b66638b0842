// What the model makes of one title with and without a suffix, by the same artist, both taken from a public
// catalogue. Hard negatives: mixes, edits, live takes, demos, acoustic and instrumental ones beside the plain title;
// none of them is it. Positives: remasters, mono, album versions, guests, `From …` and names in a second script; all
// of them are it, where the lengths do not tell another story. Which is which is said by the words below, not by the
// reader that is measured; lengths and albums are left away (they are for `evaluate.ts`).
//   node bench/match/versions.ts FOLDER-OF-LABELLED-SETS [--all]
import { join } from 'node:path'
import { compare } from '../../src/match/compare.ts'
import type { Recording } from '../../src/model/recording.ts'
import { readLines } from './block.ts'

const [folder = '', flag] = process.argv.slice(2)
const rows = readLines<Recording>(join(folder, 'catalogue.jsonl.gz'))

const SUFFIXED = /^(.+?)\s*(?:[([（【]([^()[\]（）【】]+)[)\]）】]|\s[-–]\s([^-–]+))$/

const NEUTRAL =
  /\b(?:re-?master(?:ed)?|mono|stereo|album|lp|single|ori?ginal|main|explicit|clean|feat|ft|with|from)\b/i
const ANY =
  /\b(?:remix|rmx|mix|rework|bootleg|edit|live|unplugged|demo|acoustic|instrumental|sessions?)\b/i
/** What is no name in a second script. */
const NO_NAME =
  /\b(?:version|ver|vers|inst|interlude|reprise|dance|duet|remake)\b|版|リミックス|エディット/i
const NEGATIVE: readonly (readonly [string, RegExp])[] = [
  ['remix', /\b(?:remix|rmx|mix|rework|bootleg)\b/i],
  ['edit', /\bedit\b/i],
  ['live', /^live\b|\blive$|\blive (?:at|in|from)\b|\bunplugged\b/i],
  ['demo', /\bdemo\b/i],
  ['acoustic', /\bacoustic\b/i],
  ['instrumental', /\binstrumental\b/i],
]
const POSITIVE: readonly (readonly [string, RegExp])[] = [
  [
    'remaster',
    /^(?:(?:19|20)\d\d )?(?:digital(?:ly)? )?re-?master(?:ed)?(?: version)?(?: (?:19|20)\d\d)?$/i,
  ],
  ['mono', /^(?:mono|stereo)(?: version)?$/i],
  ['album version', /^(?:album|lp|single) version$/i],
  ['guest', /^(?:feat\.?|ft\.?|featuring) /i],
  ['from', /^from (?:the |")/i],
  ['second script', /^(?!)/],
]

const FOREIGN =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Kana}\p{Script=Hira}\p{Script=Cyrl}\p{Script=Grek}\p{Script=Arab}]/u

const keyOf = (artist: string | undefined, title: string) => `${artist}\n${title}`.toLowerCase()
const plain = new Map(rows.map((row) => [keyOf(row.artists[0], row.title), row]))

interface Tally {
  pairs: number
  accepted: number
  doubtful: number
}
const tallies = new Map<string, Tally>()
const wrong: string[] = []
const seen = new Set<string>()

for (const row of rows) {
  const [, title = '', bracket, dash] = SUFFIXED.exec(row.title) ?? []
  const suffix = (bracket ?? dash ?? '').trim()
  const isSecondScript =
    bracket !== undefined &&
    FOREIGN.test(title) !== FOREIGN.test(suffix) &&
    !/ - |prod/i.test(title + suffix)
  const other =
    suffix === ''
      ? undefined
      : (plain.get(keyOf(row.artists[0], title)) ??
        (isSecondScript ? { ...row, title } : undefined))
  if (other === undefined || seen.has(keyOf(row.artists[0], row.title))) continue
  seen.add(keyOf(row.artists[0], row.title))
  // A title that names a version without the suffix is no plain one; with two of them the words tell nothing.
  if (ANY.test(title) || /[([]/.test(title)) continue
  const kind = NEUTRAL.test(suffix) ? undefined : kindOf(suffix, NEGATIVE)
  const same = kind === undefined && !ANY.test(row.title) ? sameOf(suffix, title) : undefined
  if (kind !== undefined) count(kind, row, other, false)
  else if (same !== undefined && !areApart(row, other)) count(same, row, other, true)
}

function kindOf(suffix: string, kinds: typeof NEGATIVE): string | undefined {
  return kinds.find(([, rule]) => rule.test(suffix))?.[0]
}

/** A name in a second script: such are few, so the title without it stands in where it is in no list. */
function sameOf(suffix: string, title: string): string | undefined {
  const isSecondScript = FOREIGN.test(title) !== FOREIGN.test(suffix) && !NO_NAME.test(suffix)
  return kindOf(suffix, POSITIVE) ?? (isSecondScript ? 'second script' : undefined)
}

function areApart(left: Recording, right: Recording): boolean {
  if (left.durationMs === undefined || right.durationMs === undefined) return false
  return Math.abs(left.durationMs - right.durationMs) > 4000
}

function count(kind: string, suffixed: Recording, other: Recording, isSame: boolean) {
  const [left, right] = [suffixed, other].map(({ title, artists }) => ({ title, artists }))
  if (left === undefined || right === undefined) return
  const { decision, probability } = compare(left, right)
  const tally = tallies.get(kind) ?? { pairs: 0, accepted: 0, doubtful: 0 }
  tallies.set(kind, tally)
  tally.pairs++
  if (decision === 'match') tally.accepted++
  if (decision === 'ambiguous') tally.doubtful++
  if ((decision === 'match') !== isSame)
    wrong.push(
      `${kind} ${probability.toFixed(3)} ${suffixed.title} | ${other.title} | ${suffixed.artists.join('; ')} | ${other.artists.join('; ')}`,
    )
}

for (const [name, kinds] of [
  ['other recordings', NEGATIVE],
  ['the same recording', POSITIVE],
] as const) {
  console.log(`\n${name}`)
  const sum = { pairs: 0, accepted: 0, doubtful: 0 }
  for (const [kind] of kinds) {
    const tally = tallies.get(kind) ?? { pairs: 0, accepted: 0, doubtful: 0 }
    print(kind, tally)
    sum.pairs += tally.pairs
    sum.accepted += tally.accepted
    sum.doubtful += tally.doubtful
  }
  print('all', sum)
}
if (flag === '--all') console.log(`\n${wrong.join('\n')}`)

function print(kind: string, { pairs, accepted, doubtful }: Tally) {
  const percent = (part: number) =>
    `${((100 * part) / Math.max(1, pairs)).toFixed(2)} %`.padStart(9)
  console.log(
    kind.padEnd(15),
    String(pairs).padStart(6),
    'pairs, accepted',
    percent(accepted),
    'ambiguous',
    percent(doubtful),
  )
}
