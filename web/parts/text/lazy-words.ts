import { use } from 'react'
import type { Language } from '../../../src/words/language.ts'
import { loadPart } from '../../api/load-part.ts'

type Loaders<Words> = Readonly<Record<Language, () => Promise<Words>>>

interface LazyWords<Words> {
  readonly loaded: ReadonlyMap<Language, Words>
  readonly load: (language: Language) => Promise<Words>
}

/** One for each subject that a view has needed so far. */
const needed = new Set<(language: Language) => Promise<unknown>>()

/** In another language too, so that the page changes all at once, and nothing of it is gone for a moment. */
export async function loadNeededWords(language: Language): Promise<void> {
  await Promise.allSettled([...needed].map((load) => load(language)))
}

/** Words that are loaded where they are first needed. Where they cannot be, the next one who needs them tries again. */
export function lazyWords<Words>(loaders: Loaders<Words>): LazyWords<Words> {
  const loaded = new Map<Language, Words>()
  const loading = new Map<Language, Promise<Words>>()
  function load(language: Language): Promise<Words> {
    const known = loading.get(language)
    if (known) return known
    const words = loadPart(loaders[language])
    needed.add(load)
    loading.set(language, words)
    words.then(
      (value) => loaded.set(language, value),
      () => loading.delete(language),
    )
    return words
  }
  return { loaded, load }
}

/** What is drawn waits for them once, beneath a `Suspense`. */
export const useLazyWords = <Words>(words: LazyWords<Words>, language: Language): Words =>
  words.loaded.get(language) ?? use(words.load(language))
