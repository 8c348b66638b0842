import { asList, asRecord } from '../../../base/json.ts'
import type { Recording } from '../../../model/recording.ts'
import { readIsrc } from '../../online/fields.ts'
import { readPageAddress } from '../../online/page-address.ts'
import type { Asker } from './ask.ts'
import { readMbid } from './mbid.ts'
import { readRecording } from './recording.ts'

/** An MBID of a recording, alone or in the address of its page; an ISRC as `isrc:…`. */
export function readCode(text: string): string | undefined {
  const typed = text.trim()
  const path = readPageAddress(typed, ['musicbrainz.org'])
  if (path) return path[0] === 'recording' ? readMbid(path[1]) : undefined
  const isrc = readIsrc(typed.replaceAll('-', ''))
  return readMbid(typed) ?? (isrc && `isrc:${isrc}`)
}

/** What it is, without any sound. */
export async function findByCode(
  asker: Asker,
  code: string,
  signal: AbortSignal,
): Promise<readonly Recording[]> {
  const isrc = /^isrc:([A-Z0-9]{12})$/.exec(code)?.[1]
  const id = readMbid(code)
  const said =
    isrc === undefined
      ? id && (await asker.recording(id, signal))
      : await asker.search(`isrc:${isrc}`, signal)
  if (!said) return []
  const entities = isrc === undefined ? [said.json] : asList(asRecord(said.json).recordings)
  const track = { title: '', artists: [], isrc }
  return entities
    .slice(0, 20)
    .flatMap((each) => readRecording(each, track, said.answer)?.recording ?? [])
    .filter((recording) => isrc === undefined || recording.isrc === isrc)
}
