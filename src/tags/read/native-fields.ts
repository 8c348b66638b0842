import type { IAudioMetadata } from 'music-metadata'
import { STUDIO_ROLES } from '../id3/id3v2-frame.ts'
import { appendTo, type TagFields } from '../map/fields.ts'
import { formatLrc } from '../map/lrc.ts'
import type { TagKind } from '../map/tag-map.ts'

type NativeTags = IAudioMetadata['native'][string]
type Put = (place: string, ...texts: string[]) => void

/** The tags of one kind as music-metadata has read them, by their place. */
export function nativeFields(kind: TagKind, tags: NativeTags): TagFields {
  const fields = new Map<string, string[]>()
  const put: Put = (place, ...texts) => appendTo(fields, place, texts)
  for (const { id, value } of tags) {
    if (kind !== 'id3') {
      if (typeof value === 'string' || typeof value === 'number') put(id, String(value))
    } else putFrame(id, value, put)
  }
  // ID3v2.3 has two frames for a date, and another for the first release.
  const [year, day = ''] = [fields.get('TYER')?.[0], fields.get('TDAT')?.[0]]
  if (year && !fields.has('TDRC'))
    put('TDRC', /^\d{4}$/.test(day) ? `${year}-${day.slice(2)}-${day.slice(0, 2)}` : year)
  const [original] = fields.get('TORY') ?? []
  if (original && !fields.has('TDOR')) put('TDOR', original)
  return fields
}

/** music-metadata splits texts of ID3v2.3 at "/", as its rules say; AC/DC would be two artists. */
export const rejoinSlashes = (fields: TagFields): TagFields =>
  new Map(
    [...fields].map(([place, texts]) => [
      place,
      /^T(?!MCL|IPL|CON)/.test(place) ? [texts.join('/')] : texts,
    ]),
  )

function putFrame(id: string, value: unknown, put: Put) {
  if (typeof value === 'string') return put(id, ...value.split('\0'))
  if (typeof value !== 'object' || value === null) return
  if (id === 'UFID' && 'owner_identifier' in value && 'identifier' in value)
    return put(
      `UFID:${value.owner_identifier}`,
      Buffer.from(value.identifier as Uint8Array).toString('latin1'),
    )
  if (id === 'TMCL' || id === 'TIPL' || id === 'IPLS') return putPeople(id, value, put)
  if (id === 'SYLT' && 'syncText' in value) return put(id, readSynced(value))
  if (!('text' in value) || typeof value.text !== 'string' || value.text.trim() === '') return
  // Comments with a description are notes of programs.
  if (id === 'USLT' || (id === 'COMM' && 'descriptor' in value && value.descriptor === ''))
    put(id, value.text)
}

/** ID3v2.3 has one list for musicians and for studio staff. */
function putPeople(id: string, people: object, put: Put) {
  for (const [part, names] of Object.entries(people)) {
    if (!Array.isArray(names)) continue
    for (const name of names.map(String))
      if (id !== 'TMCL' && STUDIO_ROLES.has(part)) put(`TIPL:${part}`, name)
      else if (id !== 'TIPL') put('TMCL', part, name)
  }
}

interface Synced {
  readonly syncText: readonly { readonly text: string; readonly timestamp: number }[]
  readonly timeStampFormat: number
}

/** As LRC; nothing where the time stamps count frames. */
function readSynced(value: object): string {
  const { syncText, timeStampFormat } = value as Synced
  if (timeStampFormat !== 2) return ''
  return formatLrc(
    syncText.map(({ text, timestamp }) => ({
      ms: timestamp,
      text: text.replace(/^\n/, '').replaceAll('\n', ' '),
    })),
  )
}
