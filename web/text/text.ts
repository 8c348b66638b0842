import { useSyncExternalStore } from 'react'
import { createStore } from '../api/store.ts'
import { recall, remember } from '../memory.ts'
import { de } from './de/index.ts'
import { en, type Text } from './en/index.ts'

export type { Text }

/** Each in its own name, for who cannot read the others. */
export const languages = { en: 'English', de: 'Deutsch' } as const
export type Language = keyof typeof languages

const texts: Readonly<Record<Language, Text>> = { en, de }
const chosen = createStore<Language>(findLanguage())

/** Every word that the page says, in the language of the reader. */
export function useText(): Text {
  return texts[useSyncExternalStore(chosen.subscribe, chosen.read)]
}

export function useLanguage(): [Language, (language: Language) => void] {
  return [useSyncExternalStore(chosen.subscribe, chosen.read), chooseLanguage]
}

function chooseLanguage(language: Language): void {
  remember('language', language)
  chosen.set(language)
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
