import { asRecord, type JsonObject } from '../../base/json.ts'
import type { Entry } from '../../model/playlist.ts'
import type { Track } from '../../model/track.ts'
import { readReason } from '../../words/spell-out.ts'

/** An entry as a report or a history wrote it, believing nothing; undefined where it is none. */
export function readEntry(fields: JsonObject): Entry | undefined {
  const { position, text, uri, withdrawn } = fields
  if (!Number.isSafeInteger(position) || Number(position) < 1) return undefined
  const shared = {
    position: Number(position),
    withdrawn: withdrawn === true ? (true as const) : undefined,
  }
  const track = readTrack(asRecord(fields.track))
  if (track) return { kind: 'track', ...shared, track, note: readReason(fields, 'note') }
  const reason = readReason(fields, 'reason')
  if (typeof text !== 'string' || !reason) return undefined
  return {
    kind: 'skipped',
    ...shared,
    text,
    reason,
    uri: typeof uri === 'string' ? uri : undefined,
  }
}

export function readTrack(fields: JsonObject): Track | undefined {
  const { title, artists } = fields
  if (typeof title !== 'string' || !isTexts(artists)) return undefined
  const track: Record<string, unknown> = { title, artists }
  for (const name of texts) if (typeof fields[name] === 'string') track[name] = fields[name]
  for (const name of numbers) if (Number.isFinite(fields[name])) track[name] = fields[name]
  if (isTexts(fields.albumArtists)) track.albumArtists = fields.albumArtists
  return track as unknown as Track
}

const texts = ['album', 'isrc', 'uri', 'path', 'pathFolder', 'addedAt'] as const
const numbers = ['durationMs', 'year', 'trackNumber', 'discNumber', 'plays'] as const

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string')

/** As `toISOString` writes it. */
export const isTime = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT[\d:.]{8,16}Z$/.test(value) &&
  !Number.isNaN(Date.parse(value))
