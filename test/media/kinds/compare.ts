import type { Tags } from '../../../src/model/media.ts'
import type { MutagenAnswer } from '../../support/python/mutagen.ts'
import type { Fields } from './kind.ts'

type Texts = Readonly<Record<string, readonly string[]>>

/** What should be there and is not, or is otherwise. */
export function differing(wanted: Fields, found: Texts): readonly string[] {
  return Object.entries(wanted).flatMap(([key, value]) => {
    const texts = [value].flat()
    const got = found[key] ?? []
    return JSON.stringify(got) === JSON.stringify(texts) ? [] : [`${key} is ${JSON.stringify(got)}`]
  })
}

/** The project's own reading. */
export function fieldsOfTags(tags: Tags): Texts {
  const count = (number?: number, total?: number) => (number ? [`${number}/${total ?? ''}`] : [])
  const one = (text?: string) => (text ? [text] : [])
  return {
    title: one(tags.title),
    artists: tags.artists,
    album: one(tags.album),
    albumArtists: tags.albumArtists,
    date: one(tags.date),
    track: count(tags.trackNumber, tags.trackTotal),
    disc: count(tags.discNumber, tags.discTotal),
    genres: tags.genres,
    composers: tags.composers,
    isrc: one(tags.isrc),
    releaseMbid: one(tags.releaseMbid),
  }
}

/** Where each field stands in ID3, Vorbis comments and MP4. */
const places: Readonly<Record<keyof Fields, readonly string[]>> = {
  title: ['TIT2', 'TITLE', '©nam'],
  artists: ['TPE1', 'ARTIST', '©ART'],
  album: ['TALB', 'ALBUM', '©alb'],
  albumArtists: ['TPE2', 'ALBUMARTIST', 'aART'],
  date: ['TDRC', 'DATE', '©day'],
  track: ['TRCK', 'trkn'],
  disc: ['TPOS', 'disk'],
  genres: ['TCON', 'GENRE', '©gen'],
  composers: ['TCOM', 'COMPOSER', '©wrt'],
  isrc: ['TSRC', 'ISRC', '----:com.apple.iTunes:ISRC'],
  releaseMbid: [
    ...['TXXX:MusicBrainz Album Id', 'MUSICBRAINZ_ALBUMID'],
    '----:com.apple.iTunes:MusicBrainz Album Id',
  ],
}

/** Mutagen's reading of an MP3, FLAC, Opus, Vorbis or M4A. */
export function fieldsOfMutagen({ tags = {} }: MutagenAnswer): Texts {
  const pair = (name: string) => {
    const [number, total] = [tags[`${name}NUMBER`]?.[0], tags[`${name}TOTAL`]?.[0]]
    return number === undefined ? undefined : [`${number.split('/')[0]}/${total ?? ''}`]
  }
  const found = Object.entries(places).map(([key, names]) => [
    key,
    names.map((name) => tags[name]).find(Boolean) ?? [],
  ])
  const fields: Texts = Object.fromEntries(found)
  return {
    ...fields,
    track: pair('TRACK') ?? fields.track ?? [],
    disc: pair('DISC') ?? fields.disc ?? [],
  }
}
