import type { CandidateDetails, Decide, Details, Row } from '../../../../src/api/contract.ts'

/** Of all rows, those that a person has to look at. */
export const isDoubtful = ({ state }: Pick<Row, 'state'>): boolean =>
  state === 'ambiguous' || state === 'review'

/** A doubt about a licence is settled only by saying that it was looked at. */
export function chooseCandidate({ state }: Pick<Row, 'state'>, candidate: number): Decide {
  return { kind: 'candidate', candidate, trusted: state === 'review' || undefined }
}

/** One decision that can be taken back. */
export interface UndoStep {
  readonly key: string
  /** What was decided before: nothing, or something that can be said again. */
  readonly before: Decide | undefined
  /** It was decided for a recording that is no longer among the candidates: that cannot be said again. */
  readonly isLost: boolean
}

export function undoStepOf(row: Pick<Row, 'key' | 'state'>, { decision }: Details): UndoStep {
  const { key } = row
  if (!decision) return { key, before: undefined, isLost: false }
  if (decision.kind === 'none') return { key, before: { kind: 'none' }, isLost: false }
  const { candidate } = decision
  return candidate === undefined
    ? { key, before: undefined, isLost: true }
    : { key, before: chooseCandidate(row, candidate), isLost: false }
}

/** How many candidates are shown at first: those with a chance, a few at least, and no more than have a key. */
export function countLikely(candidates: readonly CandidateDetails[]): number {
  const likely = candidates.filter(({ match }) => match.probability >= 0.01).length
  return Math.min(Math.max(likely, 2), 9, candidates.length)
}

/** The next row without a decision after `from`, going round; undefined where all are decided. */
export function nextOpen(rows: readonly Row[], from: number): number | undefined {
  for (let step = 1; step <= rows.length; step++) {
    const at = (from + step) % rows.length
    if (rows[at]?.decided === undefined) return at
  }
  return undefined
}

export type Shortcut =
  | { readonly kind: 'choose'; readonly candidate: number }
  | { readonly kind: 'none' | 'undo' | 'next' | 'previous' | 'play' | 'help' | 'left' | 'right' }

/** What a key asks for. */
export function readShortcut(key: string): Shortcut | undefined {
  if (/^[1-9]$/.test(key)) return { kind: 'choose', candidate: Number(key) - 1 }
  const kind = shortcuts.get(key.toLowerCase())
  return kind && { kind }
}

const shortcuts = new Map<string, Exclude<Shortcut['kind'], 'choose'>>([
  ['0', 'none'],
  ['n', 'none'],
  ['u', 'undo'],
  ['j', 'next'],
  ['k', 'previous'],
  [' ', 'play'],
  ['?', 'help'],
  ['arrowleft', 'left'],
  ['arrowright', 'right'],
])
