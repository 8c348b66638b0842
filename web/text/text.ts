import { useSyncExternalStore } from 'react'
import type { Language } from '../../src/words/language.ts'
import { createStore } from '../api/store.ts'
import { recall, remember } from '../memory.ts'
import type { Text } from './en/index.ts'

export type { Language, Text }

/** Each in its own name, for who cannot read the others. */
export const languages: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' }

/** Each language is a file of its own, loaded when it is chosen: nobody loads two to read one. */
const loaders: Readonly<Record<Language, () => Promise<Text>>> = {
  en: async () => (await import('./en/index.ts')).en,
  de: async () => (await import('./de/index.ts')).de,
}

const current = createStore<Text | undefined>(undefined)

/** Every word that the page says, in the language of the reader. */
export function useText(): Text {
  const text = useSyncExternalStore(current.subscribe, current.read)
  if (!text) throw new Error('No language has been loaded yet.')
  return text
}

export function useLanguage(): [Language, (language: Language) => void] {
  return [useText().words.language, chooseLanguage]
}

/** Loads the reader's language: the page draws nothing before it is there. */
export async function loadLanguage(language: Language = findLanguage()): Promise<void> {
  current.set(await loaders[language]())
}

/** Where the other language cannot be loaded, the page keeps the one it has. */
function chooseLanguage(language: Language): void {
  remember('language', language)
  loadLanguage(language).catch(() => {})
}

/** The one chosen before, or the first of the browser's that is spoken here. */
function findLanguage(): Language {
  const wanted = [recall('language'), ...navigator.languages]
  for (const each of wanted) {
    const language = each?.slice(0, 2)
    if (language === 'en' || language === 'de') return language
  }
  return 'en'
}
