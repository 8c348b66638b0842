import { lazyWords, useLazyWords } from '../../../parts/text/lazy-words.ts'
import { useText } from '../../../text/text.ts'

const words = lazyWords({
  en: async () => ({
    ...(await import('../../../text/en/library-lists.ts')).lists,
    story: (await import('../../../../src/words/en/story.ts')).story,
  }),
  de: async () => ({
    ...(await import('../../../text/de/library-lists.ts')).lists,
    story: (await import('../../../../src/words/de/story.ts')).story,
  }),
})

/** What the library says of lists: loaded with it, and no visit to another view waits for it. */
export const useListText = () => useLazyWords(words, useText().words.language)

export type ListText = ReturnType<typeof useListText>
