import { readText } from '../../online/fields.ts'

/** An id of MusicBrainz (MBID): a UUID in lower case. */
export function readMbid(value: unknown): string | undefined {
  const id = readText(value)?.toLowerCase()
  return id !== undefined && MBID.test(id) ? id : undefined
}

const MBID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
