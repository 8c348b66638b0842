import { useText } from '../../text/text.ts'
import { lazyWords, useLazyWords } from '../text/lazy-words.ts'

const words = lazyWords({
  en: async () => (await import('../../text/en/player.ts')).player,
  de: async () => (await import('../../text/de/player.ts')).player,
})

/** What players say: it is waited for beneath a `Suspense`. */
export const usePlayerText = () => useLazyWords(words, useText().words.language)
