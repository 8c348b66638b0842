/**
 * `npm run sentences`: every sentence in English and German, one below the other, by its code or place. It is read from
 * the words themselves each time. A sentence with parameters is shown as the function that makes it. `-- WORD` shows
 * those alone that have WORD in their place or their text.
 */

import { readdirSync } from 'node:fs'
import { de } from '../src/words/de/index.ts'
import { en } from '../src/words/en/index.ts'

type Said = readonly [place: string, text: string]

/** Numbers and dates as a language writes them: no sentences. */
const isNoSentence = (key: string) => key === 'units' || key === 'format'

function listSaid(words: object, place: string): readonly Said[] {
  return Object.entries(words).flatMap(([key, value]): readonly Said[] => {
    const here = `${place} ${key}`
    if (typeof value === 'string') return [[here, value]]
    if (typeof value === 'function') return [[here, String(value).replaceAll(/\s+/g, ' ')]]
    const isGroup = typeof value === 'object' && value !== null && !isNoSentence(key)
    return isGroup ? listSaid(value, here) : []
  })
}

/** The page's words of a language: each file of `web/text`, also those that are loaded with their view. */
async function listPage(language: 'en' | 'de'): Promise<readonly Said[]> {
  const folder = new URL(`../web/text/${language}/`, import.meta.url)
  const files = readdirSync(folder).filter((name) => name !== 'index.ts' && name !== 'format.ts')
  const modules = await Promise.all(files.map((name) => import(new URL(name, folder).href)))
  return modules.flatMap((module: object) => listSaid(module, 'page'))
}

const english = [...(await listPage('en')), ...listSaid(en, 'words')]
const german = new Map([...(await listPage('de')), ...listSaid(de, 'words')])
const wanted = (process.argv[2] ?? '').toLowerCase()

for (const [place, text] of english) {
  const shown = `${place}\n  en  ${text}\n  de  ${german.get(place) ?? '(made otherwise)'}\n`
  if (shown.toLowerCase().includes(wanted)) console.log(shown)
}
