import { useSyncExternalStore } from 'react'
import type { Language } from '../../src/words/language.ts'
import type { CommonWords } from '../../src/words/words.ts'
import { loadPart } from '../api/load-part.ts'
import { createStore } from '../api/store.ts'
import { recall, remember } from '../memory.ts'
import { loadNeededWords } from '../parts/text/lazy-words.ts'
import type { Text as Texts } from './en/index.ts'

export type { Language }

export interface Text extends Texts {
  /** How many groups of reasons are still to be loaded, beside those that views of tracks need. */
  readonly groupsLeft: number
}

/** Each in its own name, for who cannot read the others. */
export const languages: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' }

/** Each language is a file of its own, loaded when it is chosen: nobody loads two to read one. */
const loaders: Readonly<Record<Language, () => Promise<Texts>>> = {
  en: async () => (await import('./en/index.ts')).en,
  de: async () => (await import('./de/index.ts')).de,
}

type LoadReasons = () => Promise<CommonWords['reasons']>

/**
 * Half of all sentences are of playlists that cannot be read, of settings and of catalogues, or of what is done at a
 * terminal: few visits need them. The most needed first.
 */
const reasonLoaders: Readonly<Record<Language, readonly LoadReasons[]>> = {
  en: [
    async () => (await import('../../src/words/en/reasons/others.ts')).otherReasons,
    async () => (await import('../../src/words/en/reasons/terminal.ts')).terminalReasons,
  ],
  de: [
    async () => (await import('../../src/words/de/reasons/others.ts')).otherReasons,
    async () => (await import('../../src/words/de/reasons/terminal.ts')).terminalReasons,
  ],
}

/** Languages that were loaded once: they need no server. */
const loaded = new Map<Language, Texts>()

/** The last one asked for: one that was asked for earlier and comes later is not shown. */
let wanted: Language | undefined

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
  wanted = language
  const texts = loaded.get(language) ?? (await loaders[language]())
  loaded.set(language, texts)
  await loadNeededWords(language)
  if (wanted !== language) return
  current.set({ ...texts, groupsLeft: reasonLoaders[language].length })
}

/** Loads the next group. Without its sentence, a reason is shown by its code. */
export async function loadMoreReasons(): Promise<void> {
  const text = current.read()
  const load = text && reasonLoaders[text.words.language].at(-text.groupsLeft)
  if (!load || text.groupsLeft === 0) return
  const more = await loadPart(load).catch(() => ({}))
  if (current.read() !== text) return
  const words = { ...text.words, reasons: { ...text.words.reasons, ...more } }
  current.set({ ...text, words, groupsLeft: text.groupsLeft - 1 })
}

/** Where the other language cannot be loaded, the page keeps the one it has. */
function chooseLanguage(language: Language): void {
  remember('language', language)
  const load = () => loadLanguage(language)
  ;(loaded.has(language) ? load() : loadPart(load)).catch(() => {})
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
