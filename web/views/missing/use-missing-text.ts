import { lazyWords, useLazyWords } from '../../parts/text/lazy-words.ts'
import { useText } from '../../text/text.ts'

const words = lazyWords({
  en: async () => (await import('../../text/en/missing.ts')).missing,
  de: async () => (await import('../../text/de/missing.ts')).missing,
})

/** What the shopping list says. */
export const useMissingText = () => useLazyWords(words, useText().words.language)
