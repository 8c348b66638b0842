import { use } from 'react'
import type { GuideWords } from '../../src/words/guide-words.ts'
import { loadPart } from '../api/load-part.ts'
import { type Language, useLanguage } from './text.ts'

const loaders: Readonly<Record<Language, () => Promise<GuideWords>>> = {
  en: async () => (await import('../../src/words/en/guide/index.ts')).guide,
  de: async () => (await import('../../src/words/de/guide/index.ts')).guide,
}

const loaded = new Map<Language, Promise<GuideWords>>()

/** What the guide says, which the terminal says too. It is loaded when it is first needed: the view waits for it. */
export function useGuide(): GuideWords {
  const [language] = useLanguage()
  return use(loadWords(language))
}

function loadWords(language: Language): Promise<GuideWords> {
  const known = loaded.get(language)
  if (known) return known
  const words = loadPart(loaders[language])
  loaded.set(language, words)
  // What could not be loaded is asked for again by whoever needs it next.
  words.catch(() => loaded.delete(language))
  return words
}
