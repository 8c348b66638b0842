import { use } from 'react'
import type { story } from '../../../../src/words/en/story.ts'
import type { lists } from '../../../text/en/library-lists.ts'
import { type Language, useText } from '../../../text/text.ts'

export type ListText = typeof lists & { readonly story: typeof story }

const loaders: Readonly<Record<Language, () => Promise<ListText>>> = {
  en: async () => ({
    ...(await import('../../../text/en/library-lists.ts')).lists,
    story: (await import('../../../../src/words/en/story.ts')).story,
  }),
  de: async () => ({
    ...(await import('../../../text/de/library-lists.ts')).lists,
    story: (await import('../../../../src/words/de/story.ts')).story,
  }),
}
const loaded = new Map<Language, Promise<ListText>>()

/** What the library says of lists: loaded with it, and no visit to another view waits for it. */
export function useListText(): ListText {
  const { language } = useText().words
  const text = loaded.get(language) ?? loaders[language]()
  loaded.set(language, text)
  return use(text)
}
