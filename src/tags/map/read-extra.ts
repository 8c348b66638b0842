import { isDeepStrictEqual } from 'node:util'
import type { Tags } from '../../model/media.ts'
import { type CodecName, codecs } from './codecs.ts'
import { columns, extraAt, nameOfKey, type PlacedRow } from './columns.ts'
import { leftOver } from './left-over.ts'
import type { TagKind } from './tag-map.ts'
import { appendTo, type TagFields } from './text-fields.ts'

/** Belongs to the old file alone (its encoder, gaps, checksums), or is no text (pictures). */
const FILE_ONLY =
  /^(encoder|encoder.?settings|encoding.?params|(comment:)?itun.*|mp3gain_.*|replaygain_(undo|.*minmax|reference_loudness)|metadata_block_picture|coverart(mime)?|cover art .*|accuraterip.*|ctdb.*|waveformatextensible_channel_mask)$/i

/** FFmpeg writes itself into the atom of who encoded a file. */
const FFMPEG = /^Lav[fc]\d/

/** Whether what stands here is read into Tags, and so written again from them. The list of people is one frame. */
export function isInTags(kind: TagKind, place: string): boolean {
  if (place === 'cover' || place === 'TIPL' || columns[kind].rowsAt.has(place.toLowerCase()))
    return true
  const name = extraAt(kind, place)
  return name !== undefined && !FILE_ONLY.test(name)
}

/** What has no key, by name, and what the codecs of those that have one leave over. `read`: the values of the keys. */
export function readExtra(
  kind: TagKind,
  fields: TagFields,
  read: Readonly<Record<string, unknown>>,
): Tags['extra'] {
  const extra = new Map<string, string[]>()
  for (const [place, texts] of fields) {
    const rows = columns[kind].rowsAt.get(place.toLowerCase())
    for (const row of rows ?? []) {
      appendTo(extra, nameOfKey(row.key), leftOver(row.codec, texts))
      const name = extraAt(kind, place)
      if (name !== undefined && saysElse(row, texts, read[row.key])) appendTo(extra, name, texts)
    }
    const name = rows ? undefined : extraAt(kind, place)
    if (name !== undefined && !FILE_ONLY.test(name))
      appendTo(extra, name, withoutNothing(place, texts))
  }
  const named = [...extra].map(
    ([name, texts]) => [name, withoutRounded(name, [...new Set(texts.filter(Boolean))])] as const,
  )
  return Object.fromEntries(named.filter(([, texts]) => texts.length > 0))
}

/** Another name that programs use may say something else than the one that is read: it keeps its own. */
function saysElse({ codec }: PlacedRow, texts: readonly string[], value: unknown): boolean {
  if (!COMPARED.has(codec)) return false
  const other = codecs[codec].read(texts)
  if (other === undefined || isDeepStrictEqual(other, value)) return false
  // A year and a day of it are no two dates.
  return codec !== 'date' || !`${value}`.startsWith(`${other}`)
}

const COMPARED: ReadonlySet<CodecName> = new Set(['line', 'lines', 'text', 'date'])

/** An atom of beats that says 0 says nothing. */
const withoutNothing = (place: string, texts: readonly string[]) =>
  texts.filter(
    (text) => !(place === 'tmpo' && text === '0') && !(place === '©too' && FFMPEG.test(text)),
  )

/** Of beats a minute the exact number, not the whole one that M4A has a place for. */
function withoutRounded(name: string, texts: readonly string[]): readonly string[] {
  if (name !== 'BPM' || texts.length < 2) return texts
  const exact = texts.filter((text) => /^\d+\.\d+$/.test(text))
  const rounded = new Set(exact.map((text) => String(Math.round(Number(text)))))
  return texts.filter((text) => !rounded.has(text))
}
