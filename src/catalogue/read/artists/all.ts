import { basename } from 'node:path'
import { reason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'
import type { NameList } from '../../format/names.ts'
import { readStart, statFile } from '../files.ts'
import type { ArtistBatch, ArtistsInput } from './artist.ts'
import { readDiscogs } from './discogs.ts'
import { readJsonLines, startsWithMusicBrainz } from './jsonl.ts'
import { findHeader, readTable } from './table.ts'

interface ArtistsReader {
  readonly format: NameList
  readonly licence?: string
  read(path: string, signal: AbortSignal): AsyncIterable<ArtistBatch>
}

const MUSICBRAINZ: ArtistsReader = {
  format: 'musicbrainz',
  licence: 'CC0-1.0',
  read: readJsonLines,
}
const DISCOGS: ArtistsReader = { format: 'discogs', licence: 'CC0-1.0', read: readDiscogs }
const JSON_LINES: ArtistsReader = { format: 'table', read: readJsonLines }
const TABLE: ArtistsReader = { format: 'table', read: readTable }

/** A list of artists, its kind recognised by its content. Throws UserError. */
export async function openArtists(path: string, signal: AbortSignal): Promise<ArtistsInput> {
  const facts = path === '-' ? undefined : await statFile(path)
  // Standard input can be read once only: it is taken to be what `tar -xJO` unpacks of MusicBrainz' dump.
  const reader = path === '-' ? MUSICBRAINZ : recognise(await readStart(path, signal), path)
  return {
    name: basename(path),
    format: reader.format,
    licence: reader.licence,
    bytes: facts?.size,
    read: (stop) => reader.read(path, stop),
  }
}

function recognise(start: Buffer, path: string): ArtistsReader {
  if (isPacked(start))
    throw new UserError(reason('catalogue.packed', { path }), reason('catalogue.unpack-first'))
  const text = start.toString('utf8').replace(/^\ufeff/, '')
  if (/^\s*(?:<\?xml[^>]*>\s*)?<artists\b/.test(text)) return DISCOGS
  if (startsWithMusicBrainz(text)) return MUSICBRAINZ
  if (/^\s*\{/.test(text)) return JSON_LINES
  if (findHeader((text.trimStart().split('\n')[0] ?? '').trimEnd())) return TABLE
  throw new UserError(
    reason('catalogue.no-artist-list', { path }),
    reason('catalogue.known-artist-lists'),
  )
}

/** How xz, bzip2 and zip begin; nothing here unpacks them, nor tar. */
const PACKED = ['\xfd7zXZ', 'BZh', 'PK\x03\x04']

function isPacked(start: Buffer): boolean {
  const isTar = start.toString('latin1', 257, 262) === 'ustar'
  return isTar || PACKED.some((signature) => start.toString('latin1', 0, 8).startsWith(signature))
}
