import type { Version, VersionKind } from '../model/version.ts'
import { VERSION_RULES } from './version-rules.ts'

const FILLER = new Set(
  'the a an at in on from by of for and with version mix edit original official track recorded recording'.split(
    ' ',
  ),
)

/** What one bracket or dash suffix says, or undefined where it speaks of no version. */
export function readVersions(folded: string): readonly Version[] | undefined {
  const known = memory.get(folded)
  if (known !== undefined) return known ?? undefined
  if (memory.size > MAX_REMEMBERED) memory.clear()
  const read = readAnew(folded)
  memory.set(folded, read ?? null)
  return read
}

/** The same few thousand texts come again and again. */
const MAX_REMEMBERED = 20_000
const memory = new Map<string, readonly Version[] | null>()

function readAnew(folded: string): readonly Version[] | undefined {
  if (folded.length > MAX_LENGTH) return undefined
  const { kinds, rest } = readKinds(folded)
  const year = /\b(?:19|20)\d\d\b/.exec(folded)?.[0]
  if (kinds.length === 0) {
    const isYear = year !== undefined && /^(?:recorded (?:in )?|in )?\d{4}$/.test(folded)
    return isYear ? [{ kind: 'year', detail: '', year: Number(year) }] : undefined
  }
  const detail = rest
    .split(' ')
    .filter((word) => word !== '' && word !== year && !FILLER.has(word))
    .join(' ')
  // `karaoke version`: the last word only says that the first one is one.
  const told = kinds.length > 1 ? kinds.filter((kind) => kind !== 'version') : kinds
  return told.map((kind) => ({ kind, detail, year: year ? Number(year) : undefined }))
}

/** A bracket or suffix longer than this names no version. */
const MAX_LENGTH = 120

/** The kinds that the rules read in the text, and what they leave of it. */
function readKinds(folded: string): {
  readonly kinds: readonly VersionKind[]
  readonly rest: string
} {
  const kinds: VersionKind[] = []
  let rest = folded
  for (const [kind, rule] of VERSION_RULES) {
    const left = rest.replace(rule, ' ').replaceAll(/ +/g, ' ').trim()
    if (left === rest) continue
    kinds.push(kind)
    rest = left
    if (rest === '') break
  }
  return { kinds, rest }
}
