import type { ArchivedFile } from '../../model/archived-file.ts'
import { isOwnSource, type Recording } from '../../model/recording.ts'
import { reservesMining } from '../../packages/metadata/reservation.ts'
import type { MetadataRow } from '../../packages/metadata/row.ts'
import { recogniseLicence } from '../../rights/recognise.ts'
import { cleanLine } from '../../text/clean.ts'

/** One line each: nothing that a source says can part a row. */
const clean = (text: string | undefined) => (text === undefined ? undefined : cleanLine(text))
const cleanAlways = (text: string) => cleanLine(text)

/**
 * Kept recordings, each with the licence it was copied under. Where the user's own files lie is told nowhere: their id
 * is their digest. Of one recording in several formats each file has a row, the later ones with an id of their own.
 */
export function* rowsOfArchive(files: Iterable<ArchivedFile>): Generator<MetadataRow> {
  const seen = new Set<string>()
  for (const file of files) {
    const { chosen, track, verdict, sha256, durationMs } = file
    const isOwn = isOwnSource(chosen.source)
    const { licence } = verdict
    const base = isOwn ? `file:${sha256}` : `${chosen.source}:${chosen.id}`
    const id = cleanAlways(seen.has(base) ? `${base}#${sha256.slice(0, 12)}` : base)
    seen.add(base)
    const isNamed = licence.id !== 'unknown' && licence.id !== 'own-copy'
    yield {
      id,
      artistCredit: cleanAlways(chosen.artists.join('; ')),
      title: cleanAlways(chosen.title),
      album: clean(chosen.album ?? track.album),
      durationMs: Math.round(durationMs),
      isrc: clean(track.isrc),
      provenance: cleanAlways(isOwn ? 'own file' : chosen.source),
      url: isOwn ? undefined : clean(chosen.url),
      licence: isNamed ? clean(licence.id) : undefined,
      licenceUrl: isNamed ? clean(licence.url) : undefined,
      tdmReserved: reservesMining(licence.asGiven),
      sha256,
    }
  }
}

/** Recordings of a catalogue, with what it knows of their licences. */
export function* rowsOfCatalogue(recordings: Iterable<Recording>): Generator<MetadataRow> {
  for (const recording of recordings) {
    const { id, source, title, artists, album, durationMs, year, isrc, popularity, url } = recording
    const licence =
      recording.licence === undefined ? undefined : recogniseLicence(recording.licence)
    const isNamed = licence !== undefined && licence.id !== 'unknown'
    yield {
      id: cleanAlways(id.startsWith(`${source}:`) ? id : `${source}:${id}`),
      artistCredit: cleanAlways(artists.join('; ')),
      title: cleanAlways(title),
      album: clean(album),
      durationMs: durationMs === undefined ? undefined : Math.round(durationMs),
      year,
      isrc: clean(isrc),
      popularity: popularity === undefined ? undefined : Math.round(popularity),
      provenance: cleanAlways(source),
      url: clean(url),
      licence: isNamed ? licence.id : undefined,
      licenceUrl: isNamed ? licence.url : undefined,
      tdmReserved: reservesMining(recording.licence),
    }
  }
}
