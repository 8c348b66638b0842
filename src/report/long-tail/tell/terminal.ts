import { formatName } from '../../../words/names.ts'
import { say } from '../../../words/say.ts'
import type { Words } from '../../../words/words.ts'
import { cleanLine, fitWidth, type Paint, padWidth } from '../../terminal/width.ts'
import type { AtRisk } from '../lists/at-risk.ts'
import type { WhatNext } from '../lists/what-next.ts'
import { type LongTail, shareOf } from '../long-tail.ts'
import { bytesForShare } from '../measure/storage-curves.ts'
import { headlineOf, tellFacts } from './facts.ts'

/** A screen has 24 lines: these, and three for where the report is and the prompt. */
const MAX_LINES = 21
const MAX_DECADES = 6
/** What changes how the figures are to be read; all notes are in the report. */
const TOLD_AT_ONCE = new Set<string>(['app.tail-not-whole', 'app.tail-counts-entries'])

/** The long tail on one screen, at most `width` columns wide. */
export function renderTailText(tail: LongTail, width: number, paint: Paint, words: Words): string {
  const said = words.tail
  const { storage, archives, source } = tail
  const sizes = [0.9, 0.99]
    .map((share) => said.holds(share, bytesForShare(storage.byPlaysPerByte, share)))
    .join(', ')
  const of = cleanLine(said.of([...archives, ...(source === undefined ? [] : [source])]))
  const above = [
    paint('bold', fitWidth(headlineOf(tail, words), width)),
    paint('dim', fitWidth(of, width)),
    ...tellFacts(tail, words)
      .flatMap((fact) => fact.split('. '))
      .map((fact) => fitWidth(fact, width)),
    fitWidth(sizes, width),
    ...drawDecades(tail, width, words),
    ...tail.notes
      .filter(({ code }) => TOLD_AT_ONCE.has(code))
      .map((note) => paint('care', fitWidth(cleanLine(say(note, words)), width))),
  ]
  const left = Math.max(2, MAX_LINES - above.length - 2)
  const forNext = Math.min(tail.next.length, Math.ceil(left / 2))
  const forRisk = archives.length > 0 ? Math.min(tail.atRisk.length, left - forNext) : 0
  const lines = [
    ...above,
    ...renderList(
      said.next.heading,
      tail.next.slice(0, forNext).map((row) => tellNext(row, tail, words)),
      { width, paint },
    ),
    ...renderList(
      `${said.risk.heading} (${words.units.count(tail.atRiskCount)})`,
      tail.atRisk.slice(0, forRisk).map((row) => tellRisk(row, words)),
      { width, paint },
    ),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

/** A bar a decade; the filled part is kept. The highest are put together where there are many. */
function drawDecades({ decades }: LongTail, width: number, { tail, units }: Words) {
  const shown = decades.slice(0, MAX_DECADES)
  const rest = decades.slice(MAX_DECADES)
  const rows = shown.map((decade, at) => {
    const isLast = at === shown.length - 1 && rest.length > 0
    const all = isLast ? [decade, ...rest] : [decade]
    return {
      name: isLast ? `${units.count(decade.from)}+` : tail.decade(decade.from),
      tracks: all.reduce((sum, { tracks }) => sum + tracks, 0),
      keptTracks: all.reduce((sum, { keptTracks }) => sum + keptTracks, 0),
    }
  })
  const most = Math.max(1, ...rows.map(({ tracks }) => tracks))
  const names = Math.max(...rows.map(({ name }) => name.length), 0)
  const bar = Math.max(8, Math.min(30, width - names - 34))
  return rows.map(({ name, tracks, keptTracks }) => {
    const length = tracks === 0 ? 0 : Math.max(1, Math.round((tracks / most) * bar))
    const filled = Math.round(shareOf(keptTracks, tracks) * length)
    const drawn = `${'█'.repeat(filled)}${'░'.repeat(length - filled)}`.padEnd(bar)
    return fitWidth(
      `  ${name.padStart(names)} ${drawn} ${tail.decades.row('', tracks, keptTracks).replace(/^: /, '')}`,
      width,
    )
  })
}

interface Look {
  readonly width: number
  readonly paint: Paint
}

/** The name gives way where there is no room for both. */
function renderList(
  heading: string,
  rows: readonly (readonly [name: string, told: string])[],
  { width, paint }: Look,
): readonly string[] {
  if (rows.length === 0) return []
  const names = Math.max(16, Math.floor(width * 0.5) - 3)
  return [
    paint('bold', fitWidth(heading, width)),
    ...rows.map(([name, told]) =>
      fitWidth(`  ${padWidth(fitWidth(cleanLine(name), names), names)} ${cleanLine(told)}`, width),
    ),
  ]
}

function tellNext({ track, plays, way }: WhatNext, { weighed }: LongTail, { tail }: Words) {
  return [formatName(track), `${tail.amount[weighed](plays)}; ${tail.next.ways[way]}`] as const
}

function tellRisk({ track, holders, withdrawnAt }: AtRisk, { tail: { risk } }: Words) {
  const told = withdrawnAt === undefined ? risk.holders(holders) : risk.withdrawn(withdrawnAt)
  return [formatName(track), told] as const
}
