import type { Words } from '../../../words/words.ts'
import { outcomeSigns } from '../../kinds.ts'
import { toneOf } from '../tones.ts'
import { cleanLine, fitWidth, type Paint, wrapAtMost } from '../width.ts'
import type { OutcomeGroup } from './groups.ts'

/** Lines that a group's own sentence may take; one where otherwise not all groups would have room. */
const MAX_HEAD = 2

export interface FillOptions {
  readonly width: number
  readonly paint: Paint
  readonly words: Words
  /** Whether a position says which entry is meant: of several lists it does not. */
  readonly withPositions: boolean
}

/** Groups in at most so many lines: of as many groups as have room the count and the reason, then the first few of each. */
export function fillGroups(
  groups: readonly OutcomeGroup[],
  room: number,
  options: FillOptions,
): readonly string[] {
  const inFull = groups.map((group) => renderHead(group, MAX_HEAD, options))
  const heads =
    inFull.flat().length <= room ? inFull : groups.map((group) => renderHead(group, 1, options))
  const shown = countFitting(heads, room)
  if (shown === 0) return []
  const rest = groups.slice(shown)
  const used = sum(heads.slice(0, shown).map(({ length }) => length)) + (rest.length > 0 ? 1 : 0)
  const shares = shareOut(groups.slice(0, shown), room - used)
  const lines = groups
    .slice(0, shown)
    .map((group, at) => ({
      size: group.count,
      lines: [...(heads[at] ?? []), ...renderExamples(group, shares[at] ?? 0, options)],
    }))
    .toSorted((one, other) => other.size - one.size)
    .flatMap((group) => group.lines)
  const { otherReasons } = options.words.terminal.lastScreen
  const others = sum(rest.map(({ count }) => count))
  return rest.length > 0
    ? [...lines, fitWidth(`  ${otherReasons(rest.length, others)}`, options.width)]
    : lines
}

function countFitting(heads: readonly (readonly string[])[], room: number): number {
  let used = 0
  for (const [at, { length }] of heads.entries()) {
    const isLast = at === heads.length - 1
    if (used + length + (isLast ? 0 : 1) > room) return at
    used += length
  }
  return heads.length
}

/** How many lines below its head each group gets: none more than it has use for, and none twice as much as another that has. */
function shareOut(groups: readonly OutcomeGroup[], room: number): readonly number[] {
  const shares = groups.map(() => 0)
  let left = room
  for (let isGiving = true; isGiving && left > 0; ) {
    isGiving = false
    for (const [at, { count, examples }] of groups.entries()) {
      const most = count > examples.length ? examples.length + 1 : count
      if (left === 0 || (shares[at] ?? 0) >= most) continue
      shares[at] = (shares[at] ?? 0) + 1
      left--
      isGiving = true
    }
  }
  return shares
}

function renderHead(
  group: OutcomeGroup,
  most: number,
  { width, paint, words }: FillOptions,
): readonly string[] {
  const { kind, count, sentence, isSame } = group
  const { lastScreen } = words.terminal
  const label = `${outcomeSigns[kind]} ${words.outcomes.labels[kind]} ${words.units.count(count)}`
  const why = isSame ? sentence : lastScreen.forExample(sentence)
  const [first = '', ...more] = wrapAtMost(`${label} · ${why}`, width - 4, most)
  const head = `  ${paint(toneOf(kind), first.slice(0, label.length))}${first.slice(label.length)}`
  return [head, ...more.map((line) => `    ${line}`)]
}

function renderExamples(
  { count, examples }: OutcomeGroup,
  share: number,
  { width, paint, words, withPositions }: FillOptions,
): readonly string[] {
  if (share === 0) return []
  const hasMore = count > share && share > 2
  const shown = examples.slice(0, hasMore ? share - 1 : share)
  const digits = Math.max(...shown.map(({ position }) => String(position).length))
  const lines = shown.map(({ position, name }) => {
    const place = withPositions ? `${String(position).padStart(digits)}  ` : ''
    const text = fitWidth(cleanLine(name), width - 6 - place.length)
    return `      ${paint('dim', place)}${text}`
  })
  const more = words.terminal.lastScreen.more(count - shown.length)
  return hasMore ? [...lines, `      ${paint('dim', more)}`] : lines
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
