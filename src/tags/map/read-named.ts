import { isDeepStrictEqual } from 'node:util'
import type { Tags } from '../../model/media.ts'
import { appendTo, readFields, type TagFields } from './fields.ts'
import { type ReadKind, readNames } from './read-names.ts'

/** The texts of a tag in the file's order, each under the name that it has there. */
export type NamedTexts = readonly (readonly [name: string, text: string])[]

/** For each name in lower case, whose place it takes, and after how many others. */
type Places = ReadonlyMap<string, { readonly name: string; readonly rank: number }>

const placesOf = (kind: ReadKind): Places =>
  new Map(
    Object.entries(readNames).flatMap(([name, { [kind]: natives = [] }]) =>
      [natives].flat().map((native, rank) => [native.toLowerCase(), { name, rank }] as const),
    ),
  )

const places: Readonly<Record<ReadKind, Places>> = {
  asf: placesOf('asf'),
  matroska: placesOf('matroska'),
  riff: placesOf('riff'),
  aiff: placesOf('aiff'),
  caf: placesOf('caf'),
  mp4: placesOf('mp4'),
}

/** Whether the table knows this name. */
export const hasPlace = (kind: ReadKind, name: string) => places[kind].has(name.toLowerCase())

/** Tags from names that are only read. `nameOfOther` says what a name that the table has not is called. */
export function readNamed(
  kind: ReadKind,
  texts: NamedTexts,
  nameOfOther: (name: string) => string = (name) => name,
): Partial<Tags> {
  return readFields('vorbis', translate(kind, texts, nameOfOther))
}

function translate(
  kind: ReadKind,
  texts: NamedTexts,
  nameOfOther: (name: string) => string,
): TagFields {
  const found = Map.groupBy(
    texts.filter(([, text]) => text !== ''),
    ([name]) => name.toLowerCase(),
  )
  const rankOf = (name: string) => places[kind].get(name)?.rank ?? Number.POSITIVE_INFINITY
  const fields = new Map<string, string[]>()
  for (const [key, group] of [...found].toSorted(([a], [b]) => rankOf(a) - rankOf(b) || 0)) {
    // Some programs write a value into two places.
    const values = [...new Set(group.map(([, text]) => text))]
    const name = places[kind].get(key)?.name ?? nameOfOther(group[0]?.[0] ?? key)
    const before = fields.get(name.toUpperCase())
    if (before === undefined) fields.set(name.toUpperCase(), values)
    else if (!isDeepStrictEqual(before, values)) {
      const own = nameOfOther(group[0]?.[0] ?? key).toUpperCase()
      const known = new Set(before)
      const others = values.filter((value) => !known.has(value))
      appendTo(fields, own, others)
    }
  }
  return fields
}
