import { de } from '../../../src/words/de/index.ts'
import type { Words } from '../../../src/words/words.ts'

/** Every text of the words between two marks: what stands outside of them was not said by the words. */
function mark(value: unknown): unknown {
  if (typeof value === 'string') return `⟦${value}⟧`
  if (typeof value === 'function') return (...given: unknown[]) => mark(value(...given))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, mark(each)]))
}

/** German, with all that it says between marks. */
export const german: Words = { ...(mark(de) as Words), language: 'de' }

/** The words of a text that `german` has not said, without these names. */
export function listUnmarked(text: string, names: readonly string[]): readonly string[] {
  let left = text.replaceAll(/\s+/g, ' ')
  while (/⟦[^⟦⟧]*⟧/.test(left)) left = left.replaceAll(/⟦[^⟦⟧]*⟧/g, ' ')
  const longestFirst = [...new Set(names)].toSorted((a, b) => b.length - a.length)
  for (const name of longestFirst.filter(Boolean)) left = left.replaceAll(name, ' ')
  return left.match(/\p{L}{2,}/gu) ?? []
}
