import type { CatalogueNumber } from '../../text/work/catalogue-numbers.ts'
import { isSameMovement } from '../../text/work/movement.ts'
import { CYCLES } from '../../text/work/terms.ts'
import type { Work } from '../../text/work/work.ts'
import type { Prepared } from '../prepare.ts'
import type { LevelOf } from '../weights.ts'
import { areOtherComposers, composersOf } from './compare-players.ts'
import { compareVersions } from './compare-versions.ts'

type TitleLevel = LevelOf<'title'>

/**
 * Two titles that both name a piece of classical music, whatever the languages: by catalogue number, nickname,
 * or form with number; another number, key, form or movement is another piece. Undefined where that says nothing.
 */
export function compareWorks(left: Prepared, right: Prepared): TitleLevel | undefined {
  const l = left.work()
  if (l === undefined) return undefined
  const r = right.work()
  if (r === undefined) return undefined
  if (areOtherComposers(left, right)) return 'another-work'
  const catalogue = compareCatalogues(l.catalogue, r.catalogue)
  // Who is no composer may call a song `The Swan`.
  const isClassical = composersOf(left).length + composersOf(right).length > 0
  const nickname = isClassical ? sharedNickname(l, r) : undefined
  const isNumbered = catalogue === 'same' || nickname !== undefined
  if (catalogue === 'another' || differ(l, r, isNumbered)) return 'another-work'
  if (nickname === 'piece') return 'same-work'
  return isNumbered || isSameItem(l, r) ? compareMovements(l, r) : undefined
}

/** Word for word the same says more than the work does, if it is not another one. */
export function compareWorkTitles(work: TitleLevel | undefined, title: TitleLevel): TitleLevel {
  if (work === undefined) return title
  return work !== 'another-work' && (title === 'exact' || title === 'spelling') ? title : work
}

/** A name for the same work on both sides, or a name here and its number there; a piece is no work of several movements. */
function sharedNickname(l: Work, r: Work): 'piece' | 'work' | undefined {
  const names = [...l.nicknames, ...r.nicknames]
  const shared = names.filter(({ work }) => calls(l, work) && calls(r, work))
  if (shared.length === 0) return undefined
  return shared.some(({ isPiece }) => isPiece) ? 'piece' : 'work'
}

const calls = ({ catalogue, nicknames }: Work, work: CatalogueNumber) =>
  [...catalogue, ...nicknames.map((nickname) => nickname.work)].some(
    (other) =>
      compareCatalogues([work], [other]) === 'same' &&
      (work.piece === undefined || other.piece !== undefined),
  )

/** The same of a composer's symphonies, or of a set; the only canon in D. */
function isSameItem(l: Work, r: Work): boolean {
  if (isDisjoint(l.forms, r.forms)) return false
  const [one, other] = [itemOf(l), itemOf(r)]
  if (one !== undefined || other !== undefined) return one === other
  return (
    l.key !== undefined &&
    r.key !== undefined &&
    ['canon', 'requiem'].some((form) => l.forms.has(form))
  )
}

/** A movement behind a dash (`- I. Prelude`) is neither an excerpt nor a version that nobody understands. */
export const compareWorkVersions = (left: Prepared, right: Prepared) =>
  compareVersions(withoutMovement(left), withoutMovement(right))

function withoutMovement(record: Prepared): Prepared {
  return {
    ...record,
    versions: record.versions.filter(({ kind }) => kind !== 'excerpt'),
    unread: /[([]/.test(record.given.title) ? record.unread : [],
  }
}

type Agreement = 'same' | 'another' | 'unknown'

/** One system's numbers agree, or they do not; two systems say nothing about one another. */
function compareCatalogues(
  left: readonly CatalogueNumber[],
  right: readonly CatalogueNumber[],
): Agreement {
  let agreement: Agreement = 'unknown'
  for (const l of left)
    for (const r of right) {
      if (l.system !== r.system) continue
      const isOther =
        l.number !== r.number ||
        (l.piece !== undefined && r.piece !== undefined && l.piece !== r.piece)
      if (!isOther) agreement = 'same'
      else if (agreement === 'unknown') agreement = 'another'
    }
  return agreement
}

/** A key, a book, a form, a number that both name, and not alike. */
function differ(l: Work, r: Work, isNumbered: boolean): boolean {
  if (l.key && r.key && (l.key.tonic !== r.key.tonic || l.key.mode !== r.key.mode)) return true
  for (const [kind, value] of l.volumes) if ((r.volumes.get(kind) ?? value) !== value) return true
  if (isApart(partsOf(l), partsOf(r))) return true
  if (isNumbered) return isOtherOfSet(l, r)
  if (isApart(l.forms, r.forms) || isApart(l.instruments, r.instruments)) return true
  if (isApart(l.qualifiers, r.qualifiers)) return true
  const [one, other] = [itemOf(l), itemOf(r)]
  return !isDisjoint(l.forms, r.forms) && one !== undefined && other !== undefined && one !== other
}

/** Two dances of one opus; symphonies are numbered in several ways. */
const isOtherOfSet = (l: Work, r: Work) =>
  l.number !== undefined &&
  r.number !== undefined &&
  l.number !== r.number &&
  ![...l.forms].some((form) => CYCLES.has(form))

/** Which of a composer's symphonies, or of a set's pieces. */
const itemOf = ({ number, catalogue }: Work) =>
  number ?? catalogue.find(({ piece }) => piece)?.piece

const isDisjoint = (left: ReadonlySet<string>, right: ReadonlySet<string>) =>
  left.isDisjointFrom(right)

const isApart = (left: ReadonlySet<string>, right: ReadonlySet<string>) =>
  left.size > 0 && right.size > 0 && left.isDisjointFrom(right)

const PARTS: ReadonlySet<string> = new Set(['prelude', 'fugue', 'toccata', 'fantasy'])

/** Of what has one number in the catalogue: the prelude, the fugue, or both. */
function partsOf({ forms, movement }: Work): ReadonlySet<string> {
  const named = PARTS.intersection(new Set(movement?.words))
  return named.size > 0 ? named : forms.intersection(PARTS)
}

function compareMovements(l: Work, r: Work): TitleLevel {
  if (l.movement !== undefined && r.movement !== undefined) {
    const isSame = isSameMovement(l.movement, r.movement)
    return isSame === undefined ? 'part-against-whole' : isSame ? 'same-work' : 'another-work'
  }
  const [parts, others] = [partsOf(l), partsOf(r)]
  if (parts.size > 0 && others.size > 0)
    return parts.symmetricDifference(others).size === 0 ? 'same-work' : 'part-against-whole'
  const movement = l.movement ?? r.movement
  if (movement === undefined) return 'same-work'
  // One piece has a tempo, a symphony has four.
  const isCycle = [...l.forms, ...r.forms].some((form) => CYCLES.has(form))
  return movement.number !== undefined || isCycle ? 'part-against-whole' : 'same-work'
}
