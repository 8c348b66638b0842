import { freePlace } from './columns.ts'
import type { TagKind } from './tag-map.ts'

/** Atoms of M4A that hold a whole number: of 16 bits, or of 8 for the flag. */
export const INTEGER_ATOMS: ReadonlyMap<string, number> = new Map([
  ['tmpo', 2],
  ['©mvi', 2],
  ['©mvc', 2],
  ['shwm', 1],
])

type Fields = [place: string, texts: readonly string[]][]

/** The texts of a name without a key as its place can hold them; what it cannot hold stands as free text. */
export function fitTexts(
  kind: TagKind,
  name: string,
  { place, texts }: { readonly place: string; readonly texts: readonly string[] },
): Fields {
  if (place === 'COMM' || place.startsWith('COMM:')) return [[place, [texts.join('\n')]]]
  if (place.startsWith('POPM:') || place === 'rate') return fitRating(kind, name, place, texts)
  const bytes = INTEGER_ATOMS.get(place)
  if (bytes === undefined) return [[place, texts]]
  const [text = ''] = texts
  const number = Math.round(Number(text))
  const fits = number > 0 && number < 256 ** bytes
  const isAll = texts.length === 1 && (String(number) === text.trim() || number === 0)
  return [
    ...(fits ? ([[place, [String(number)]]] satisfies Fields) : []),
    ...(isAll ? [] : ([[freePlace(kind, name), texts]] satisfies Fields)),
  ]
}

/** A byte of a rating, as Picard writes it into Vorbis comments: between 0 and 1. */
export const ratingOfByte = (byte: number): string => String(Number((byte / 255).toFixed(6)))

/** Of numbers up to 1 the part, of stars up to 5, of ten, or of a hundred, as programs write them. */
export function byteOfRating(text: string): number | undefined {
  const value = /^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : Number.NaN
  const most = [1, 5, 10, 100].find((most) => value <= most)
  return most === undefined ? undefined : Math.round((value / most) * 255)
}

function fitRating(kind: TagKind, name: string, place: string, texts: readonly string[]): Fields {
  const byte = texts.length === 1 ? byteOfRating(texts[0] ?? '') : undefined
  if (byte === undefined) return [[freePlace(kind, name), texts]]
  // Mp3tag and MediaMonkey count to a hundred in M4A.
  return [[place, [place === 'rate' ? String(Math.round(byte / 2.55)) : ratingOfByte(byte)]]]
}
