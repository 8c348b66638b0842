import { use } from 'react'
import type { pictures } from '../../text/en/pictures.ts'
import { type Language, useText } from '../../text/text.ts'

export type PictureText = typeof pictures

const loaders: Readonly<Record<Language, () => Promise<PictureText>>> = {
  en: async () => (await import('../../text/en/pictures.ts')).pictures,
  de: async () => (await import('../../text/de/pictures.ts')).pictures,
}
const loaded = new Map<Language, Promise<PictureText>>()

/** Loaded with the first picture: nobody waits for it who sees none. */
export function usePictureText(): PictureText {
  const { language } = useText().words
  const text = loaded.get(language) ?? loaders[language]()
  loaded.set(language, text)
  return use(text)
}
