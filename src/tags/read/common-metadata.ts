import type { IAudioMetadata } from 'music-metadata'
import type { Tags } from '../../model/media.ts'
import { findDate } from '../map/codecs.ts'

/** What music-metadata makes of tags that are not read here: ASF, RIFF, Matroska, ID3v1, ID3v2.2. */
export function commonMetadata(common: IAudioMetadata['common']): Partial<Tags> {
  const { title, album, copyright, titlesort, artistsort, albumsort, albumartistsort } = common
  const list = (texts: readonly string[] | undefined) => texts?.filter(Boolean) ?? []
  const date = findDate(common.date) ?? year(common.year)
  const originalDate = findDate(common.originaldate) ?? year(common.originalyear)
  const [isrc] = list(common.isrc)
  const [artists, albumArtists, labels] = [
    list(common.artists),
    list(common.albumartist ? common.albumartists : []),
    list(common.label),
  ]
  return {
    title: title || undefined,
    artists: artists.length > 0 ? artists : undefined,
    album: album || undefined,
    albumArtists: albumArtists.length > 0 ? albumArtists : undefined,
    trackNumber: positive(common.track.no),
    trackTotal: positive(common.track.of),
    discNumber: positive(common.disk.no),
    discTotal: positive(common.disk.of),
    date: date || undefined,
    originalDate: originalDate || undefined,
    genres: common.genre ? list(common.genre) : undefined,
    composers: common.composer ? list(common.composer) : undefined,
    isrc: isrc || undefined,
    labels: labels.length > 0 ? labels : undefined,
    copyright: copyright || undefined,
    titleSort: titlesort || undefined,
    artistSort: artistsort || undefined,
    albumSort: albumsort || undefined,
    albumArtistSort: albumartistsort || undefined,
  }
}

const year = (value: number | undefined) =>
  value && value > 0 && value < 10_000 ? String(value).padStart(4, '0') : undefined

const positive = (value: number | null) =>
  value !== null && Number.isInteger(value) && value > 0 && value < 100_000 ? value : undefined
