import type { Cover } from '../../model/media.ts'
import type { TagFields } from '../map/fields.ts'
import { parseLrc } from '../map/lrc.ts'
import { isMisdescribed, MISDESCRIBED } from '../picture.ts'
import { type Id3Frame, textsOf } from './id3v2-frame.ts'
import { decodeText, encodingOf, isText, takeText } from './id3v2-text.ts'

/** Frames of ID3v2.4 (https://id3.org/id3v2.4.0-frames) for places of the map, in UTF-8. */
export function renderFrames(fields: TagFields): Id3Frame[] {
  return [...fields].map(([place, texts]) => renderFrame(place, texts))
}

const UTF8 = Uint8Array.of(3)
const NUL = Uint8Array.of(0)
/** The language is not known. */
const language = Buffer.from('XXX')

function renderFrame(place: string, texts: readonly string[]): Id3Frame {
  const [, id = '', detail = ''] = /^(\w{4})(?::(.*))?$/s.exec(place) ?? []
  const [text = ''] = texts
  const frame = (...parts: readonly (Uint8Array | string)[]) => ({
    id,
    data: Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part))),
  })
  if (id === 'TXXX') return frame(UTF8, detail, NUL, texts.join('\0'))
  if (id === 'UFID') return frame(detail, NUL, text)
  if (id === 'USLT' || id === 'COMM') return frame(UTF8, language, NUL, text)
  if (id === 'SYLT') return frame(UTF8, language, renderSynced(text))
  if (id.startsWith('W')) return frame(text)
  return frame(UTF8, texts.join('\0'))
}

/** Milliseconds, lyrics, no description; each text, its end, its time. */
function renderSynced(lrc: string): Uint8Array {
  const [MILLISECONDS, LYRICS] = [2, 1]
  const lines = parseLrc(lrc).flatMap(({ ms, text }) => {
    const time = Buffer.alloc(4)
    time.writeUInt32BE(ms)
    return [Buffer.from(text), NUL, time]
  })
  return Buffer.concat([Uint8Array.of(MILLISECONDS, LYRICS, 0), ...lines])
}

export function renderCoverFrame({ mime, bytes }: Cover): Id3Frame {
  const FRONT = 3
  const head = Buffer.from(`\x03${mime}\0${String.fromCharCode(FRONT)}\0`, 'latin1')
  return { id: 'APIC', data: Buffer.concat([head, bytes]) }
}

/** The place of the map where a frame of the user's stands, if it has one. */
export function placeOfFrame(frame: Id3Frame): string | undefined {
  const { id, data, grouped } = frame
  if (grouped || (id.startsWith('T') && !isText(data))) return undefined
  if (id === 'TXXX') return `TXXX:${textsOf(frame)[0]}`
  if (id === 'UFID') return `UFID:${latinUntilNul(data, 0)}`
  if (id === 'COMM') {
    const text = decodeText(Buffer.concat([data.subarray(0, 1), data.subarray(4)]))
    return text.startsWith('\0') ? id : undefined
  }
  if (id === 'APIC') return placeOfPicture(data)
  if (id === 'USLT' || id === 'SYLT') return id
  return /^[TW]/.test(id) && id !== 'WXXX' ? id : undefined
}

function placeOfPicture(data: Uint8Array): string | undefined {
  const FRONT = 3
  const { text: mime, next: at } = takeText(0, data, 1)
  const { next } = takeText(encodingOf(data), data, at + 1)
  const type = data[at] ?? 0
  if (isMisdescribed({ type, mime, data: data.subarray(next) })) return MISDESCRIBED
  return type === FRONT ? 'cover' : undefined
}

function latinUntilNul(data: Uint8Array, from: number): string {
  const end = data.indexOf(0, from)
  return Buffer.from(data.subarray(from, end < 0 ? data.length : end)).toString('latin1')
}

/** Parts of a list of people share one frame. */
export function joinPeople(fields: TagFields): TagFields {
  const joined = new Map<string, readonly string[]>()
  for (const [place, texts] of fields) {
    const [, part] = /^TIPL:(.*)$/s.exec(place) ?? []
    if (part === undefined) joined.set(place, texts)
    else
      joined.set('TIPL', [...(joined.get('TIPL') ?? []), ...texts.flatMap((name) => [part, name])])
  }
  return joined
}
