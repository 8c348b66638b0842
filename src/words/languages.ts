import { de } from './de/index.ts'
import { en } from './en/index.ts'
import type { Language } from './language.ts'
import type { Words } from './words.ts'

const all: Readonly<Record<Language, Words>> = { en, de }

/** English where nothing is said. */
export const wordsIn = (language: Language = 'en'): Words => all[language]
