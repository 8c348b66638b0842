import { foldText } from '../text/fold.ts'

/** Names that stand for nobody: an account of this name is no artist's. */
const nobody = new Set(['variousartists', 'various', 'unknown', 'anonymous', 'traditional'])

/** Spaces count for nothing: accounts are often written without. */
const nameKey = (name: string) =>
  foldText(name)
    .replace(/^the (?=.)/, '')
    .replaceAll(' ', '')

/** Whether an account or artist of the one list is in the other, or is all of the other together. */
export function shareName(some: readonly string[], others: readonly string[]): boolean {
  const keys = new Set([...others, others.join(' & ')].map(nameKey))
  return some.map(nameKey).some((key) => key !== '' && !nobody.has(key) && keys.has(key))
}
