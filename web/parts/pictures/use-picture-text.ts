import { useText } from '../../text/text.ts'
import { lazyWords, useLazyWords } from '../text/lazy-words.ts'

const words = lazyWords({
  en: async () => (await import('../../text/en/pictures.ts')).pictures,
  de: async () => (await import('../../text/de/pictures.ts')).pictures,
})

/** Loaded with the first picture: nobody waits for it who sees none. */
export const usePictureText = () => useLazyWords(words, useText().words.language)
