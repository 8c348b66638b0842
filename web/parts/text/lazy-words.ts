import { loadPart } from '../../api/load-part.ts'
import type { Language } from '../../text/text.ts'

type Loaders<Words> = Readonly<Record<Language, () => Promise<Words>>>

/**
 * Words that are loaded where they are first needed: the same promise each time, so that what is drawn waits for it once.
 * Where they cannot be loaded, the next one who needs them tries again.
 */
export function lazyWords<Words>(loaders: Loaders<Words>): (language: Language) => Promise<Words> {
  const loaded = new Map<Language, Promise<Words>>()
  return (language) => {
    const known = loaded.get(language)
    if (known) return known
    const words = loadPart(loaders[language])
    loaded.set(language, words)
    words.catch(() => loaded.delete(language))
    return words
  }
}
