/** What a listener's file may hold, by the names of `write_tags.py`. */
export interface Fields {
  readonly title?: string
  readonly artists?: readonly string[]
  readonly album?: string
  readonly albumArtists?: readonly string[]
  readonly date?: string
  /** `3/12`. */
  readonly track?: string
  readonly disc?: string
  readonly genres?: readonly string[]
  readonly composers?: readonly string[]
  readonly isrc?: string
  readonly releaseMbid?: string
}

/** One kind of file: a container, a codec and an oddity; some seconds long. */
export interface Kind {
  readonly name: string
  /** The ending of its file. */
  readonly ending: string
  /** Who makes it: FFmpeg by these arguments, another program of a WAV, or the tests by themselves. */
  readonly made:
    | { readonly by: 'ffmpeg'; readonly args: string }
    | {
        readonly by: 'program'
        /** Of the WAV. */
        readonly codec: string
        readonly command: (wav: string, path: string) => string
      }
    | { readonly by: 'hand'; readonly bytes: () => Buffer }
  readonly sound?: { readonly rate?: number; readonly layout?: string; readonly seconds?: number }
  /** What the file says of itself, and who writes it: FFmpeg as it makes the file, or mutagen afterwards. */
  readonly tags?: { readonly by: 'ffmpeg' | 'hand' | Tagger; readonly fields: Fields }
  /** Of a lossless one: this many bits of each sample have to come out as FLAC. */
  readonly bits?: 16 | 24
  /** What is done to the finished file's bytes. */
  readonly oddity?: (bytes: Buffer) => Buffer
}

/** The tag that mutagen writes: the container's own, or one of these. */
export type Tagger = 'own' | 'ID3v2.3' | 'APEv2'

/** What every container can say. */
const few: Fields = { title: 'Grüße 日本', artists: ['Björk Ö'], album: 'Ålbum' }

/** What FFmpeg writes from `-metadata` where the container has a place for it. */
const some: Fields = { ...few, date: '2001', track: '3/12', genres: ['Rock'] }

/** What a tagging program leaves. */
const all: Fields = {
  ...some,
  artists: ['Björk Ö', 'Second & Third'],
  albumArtists: ['Various'],
  date: '2001-02-03',
  disc: '1/2',
  genres: ['Rock', 'Trip Hop'],
  composers: ['C. One', 'C. Two'],
  isrc: 'DEABC1234567',
  releaseMbid: '11111111-2222-4333-8444-555555555555',
}

export const byFfmpeg = { by: 'ffmpeg', fields: some } as const
/** Without the fields that FFmpeg has no place for in this container. */
export const bareFfmpeg = (...left: readonly (keyof Fields)[]) => ({
  by: 'ffmpeg' as const,
  fields: Object.fromEntries(Object.entries(some).filter(([key]) => !left.includes(key as never))),
})
export const byMutagen = (by: Tagger = 'own') => ({ by, fields: all })
/** Where the oddity itself is a tag. */
export const byHand = (fields: Fields = few) => ({ by: 'hand' as const, fields })

export const ffmpeg = (args: string) => ({ by: 'ffmpeg' as const, args })
export const program = (codec: string, command: (wav: string, path: string) => string) => ({
  by: 'program' as const,
  codec,
  command,
})
export const hand = (bytes: () => Buffer) => ({ by: 'hand' as const, bytes })
