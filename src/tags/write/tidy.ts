import type { Tags } from '../../model/media.ts'

/**
 * Tags as every container can carry them: well-formed Unicode without control characters, URLs in ASCII,
 * no empty texts, numbers that are numbers.
 */
export function tidyTags(tags: Tags): Tags {
  const { extra, genres, performers, syncedLyrics, ...rest } = tags
  const tidied = Object.entries(rest).flatMap(([field, value]): [string, unknown][] => {
    const tidy = tidyField(field, value)
    return tidy === undefined && field !== 'title' ? [] : [[field, tidy ?? '']]
  })
  const people = performers?.flatMap(({ name, role }) => {
    const [tidyName, tidyRole] = [tidyLine(name), role && tidyLine(role)]
    if (!tidyName) return []
    return [tidyRole ? { name: tidyName, role: tidyRole } : { name: tidyName }]
  })
  const lines = syncedLyrics?.map(({ ms, text }) => ({ ms: Math.round(ms), text: tidyLine(text) }))
  const named = Object.entries(extra).map(
    ([name, values]) => [tidyLine(name), values.map(tidyText).filter(Boolean)] as const,
  )
  return {
    ...(Object.fromEntries(tidied) as Omit<Tags, 'genres' | 'extra'>),
    genres: genres.map(tidyGenre).map(tidyLine).filter(Boolean),
    performers: people?.length ? people : undefined,
    syncedLyrics: lines?.length ? lines : undefined,
    extra: Object.fromEntries(named.filter(([name, values]) => name && values.length > 0)),
  }
}

/** Lists that all tags have, even if empty. */
const always = new Set(['artists', 'albumArtists', 'composers'])

function tidyField(field: string, value: unknown): unknown {
  if (Array.isArray(value)) {
    const texts = value.map(tidyLine).filter(Boolean)
    return texts.length > 0 || always.has(field) ? texts : undefined
  }
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value !== 'string') return value
  if (field === 'lyrics') return tidyText(value) || undefined
  return (field.endsWith('Url') ? tidyUrl(value) : tidyLine(value)) || undefined
}

/** "(17)" and "17" are numbers from ID3v1's list to every reader: no text can begin so. */
const tidyGenre = (genre: string) => genre.replace(/^\((.*?)\)/, '$1').replace(/^[\d\s(]+$/, '')

const tidyLine = (text: string) =>
  text
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim()

/** Lines stay. A NUL would end the text or part it in two. */
const tidyText = (text: string) =>
  text
    .toWellFormed()
    .replace(/(?![\n\r\t])\p{Cc}+/gu, ' ')
    .trim()

const tidyUrl = (url: string) => encodeURI(tidyLine(url)).replaceAll('%25', '%')
