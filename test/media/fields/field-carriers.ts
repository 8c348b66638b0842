import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { type copyFile, readFile, type writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import type { writeWithKid3 } from '../../support/python/tag-programs.ts'
import { shared } from '../../support/shared.ts'
import { aiffChunk, be16, be32, join, le32, le64, riffChunk } from '../../tags/containers/build.ts'
import { makeWav, type Studio } from '../studio.ts'

/** Fields by Kid3's names, each with a text that no other has. */
export const fields: Readonly<Record<string, string>> = {
  title: 'value of title',
  artist: 'value of artist',
  album: 'value of album',
  comment: 'value of comment',
  date: '2011-02-03',
  tracknumber: '5/17',
  genre: 'value of genre',
  albumartist: 'value of albumartist',
  arranger: 'value of arranger',
  bpm: '128',
  catalognumber: 'value of catalognumber',
  composer: 'value of composer',
  conductor: 'value of conductor',
  copyright: 'value of copyright',
  discnumber: '6/9',
  encodedby: 'value of encodedby',
  grouping: 'value of grouping',
  initialkey: 'Ebm',
  isrc: 'DEA121234567',
  language: 'deu',
  lyricist: 'value of lyricist',
  lyrics: 'value of lyrics',
  media: 'value of media',
  mood: 'value of mood',
  originalalbum: 'value of originalalbum',
  originalartist: 'value of originalartist',
  originaldate: '1979-03-04',
  performer: 'value of performer',
  publisher: 'value of publisher',
  releasecountry: 'value of releasecountry',
  remixer: 'value of remixer',
  sortalbum: 'value of sortalbum',
  sortalbumartist: 'value of sortalbumartist',
  sortartist: 'value of sortartist',
  sortcomposer: 'value of sortcomposer',
  sortname: 'value of sortname',
  subtitle: 'value of subtitle',
  website: 'http://band.example/page',
  work: 'value of work',
  ASIN: 'value of asin',
  BARCODE: '0602537479870',
  SCRIPT: 'Latn',
  PRODUCER: 'value of producer',
  MIXER: 'value of mixer',
  MUSICBRAINZ_ALBUMID: 'e7050302-74e6-42e4-aba0-09efd5d431d8',
  CUSTOM: 'value of custom',
}

interface Tools {
  readonly writeWithKid3: typeof writeWithKid3
  readonly writeFile: typeof writeFile
  readonly copyFile: typeof copyFile
}

interface Carrier {
  readonly ending: string
  readonly make: (studio: Studio, path: string, tools: Tools) => Promise<void>
}

const wav = makeWav({ seconds: 4 })

/** A file by FFmpeg, tagged by Kid3. */
const byKid3 = (
  ending: string,
  args: readonly string[],
  ...commands: readonly string[]
): Carrier => ({
  ending,
  async make(studio, path, { copyFile, writeWithKid3 }) {
    const made = await studio.record(`kid3-${ending}`, wav, ...args)
    await copyFile(made, path)
    await writeWithKid3(path, fields, ...commands)
  },
})

/** The bytes of a file that has its tags already. */
const byHand = (ending: string, bytes: () => Uint8Array): Carrier => ({
  ending,
  make: async (_, path, { writeFile }) => await writeFile(path, bytes()),
})

const frames2: Readonly<Record<string, string>> = {
  ...{
    TT2: 'title',
    TP1: 'artist',
    TAL: 'album',
    TRK: 'tracknumber',
    TCO: 'genre',
    TP2: 'albumartist',
  },
  ...{ TBP: 'bpm', TCM: 'composer', TP3: 'conductor', TCR: 'copyright', TPA: 'discnumber' },
  ...{ TEN: 'encodedby', TT1: 'grouping', TKE: 'initialkey', TRC: 'isrc', TLA: 'language' },
  ...{
    TXT: 'lyricist',
    TMT: 'media',
    TOT: 'originalalbum',
    TOA: 'originalartist',
    TPB: 'publisher',
  },
  ...{ TP4: 'remixer', TT3: 'subtitle', TSA: 'sortalbum', TSP: 'sortartist', TST: 'sortname' },
}

/** ID3v2.2: names of three letters, sizes of three bytes. */
function id3v22(): Buffer {
  const frame = (id: string, data: Buffer) => join(id, be32(data.length).subarray(1), data)
  const text = (text: string) => join('\0', text)
  const all = join(
    ...Object.entries(frames2).map(([id, name]) => frame(id, text(fields[name] ?? ''))),
    frame('TYE', text('2011')),
    frame('TDA', text('0302')),
    frame('COM', join('\0eng\0', fields.comment ?? '')),
    frame('ULT', join('\0eng\0', fields.lyrics ?? '')),
    frame('TXX', join('\0CUSTOM\0', fields.CUSTOM ?? '')),
    frame('WAR', Buffer.from(fields.website ?? '')),
  )
  return join('ID3\x02\0\0', be32(((all.length & 0x3f80) << 1) | (all.length & 0x7f)), all)
}

const infoNames: Readonly<Record<string, string>> = {
  ...{
    INAM: 'title',
    IART: 'artist',
    IPRD: 'album',
    ICMT: 'comment',
    ICRD: 'date',
    IPRT: 'tracknumber',
  },
  ...{ IGNR: 'genre', IMUS: 'composer', ICOP: 'copyright', ITCH: 'encodedby', ILNG: 'language' },
  ...{
    IWRI: 'lyricist',
    IMED: 'media',
    ISTR: 'performer',
    ICNT: 'releasecountry',
    IPRO: 'PRODUCER',
  },
  ...{ IBPM: 'bpm', IWEB: 'website' },
}

const info = () =>
  riffChunk(
    ...['LIST', 'INFO'],
    ...Object.entries(infoNames).map(([id, name]) => riffChunk(id, fields[name] ?? '', '\0')),
  )

const withInfo = () => {
  const all = join(wav, info())
  all.writeUInt32LE(all.length - 8, 4)
  return all
}

/** The sound of the WAV with its bytes turned round. */
function aiffText(): Buffer {
  const sound = Buffer.from(wav.subarray(44)).swap16()
  const rate = Buffer.from('400eac44000000000000', 'hex')
  return aiffChunk(
    ...['FORM', 'AIFF', aiffChunk('COMM', be16(2), be32(sound.length / 4), be16(16), rate)],
    ...[aiffChunk('NAME', fields.title ?? ''), aiffChunk('AUTH', fields.artist ?? '')],
    ...[aiffChunk('(c) ', fields.copyright ?? ''), aiffChunk('ANNO', fields.comment ?? '')],
    aiffChunk('SSND', be32(0), be32(0), sound),
  )
}

/** ID3v2.4 in a DSF of one bit a sample, by first-order modulation of a tone. */
function dsf(): Buffer {
  const [rate, block] = [2_822_400, 4096]
  const blocks = Math.ceil((4 * rate) / 8 / block)
  const sound = Buffer.alloc(blocks * block)
  let error = 0
  for (let index = 0; index < sound.length * 8; index++) {
    const value = 0.4 * Math.sin((2 * Math.PI * 440 * index) / rate)
    const bit = error + value >= 0 ? 1 : 0
    error += value - (bit ? 1 : -1)
    sound[index >> 3] = (sound[index >> 3] ?? 0) | (bit << (index & 7))
  }
  const head = join(
    ...['DSD ', le64(28), le64(0), le64(28 + 52 + 12 + sound.length), 'fmt ', le64(52)],
    ...[le32(1), le32(0), le32(1), le32(1), le32(rate), le32(1), le64(sound.length * 8)],
    ...[le32(block), le32(0), 'data', le64(12 + sound.length), sound],
  )
  const frames = Object.entries(frames4).map(([id, name]) => {
    const data = join('\x03', id.startsWith('TXXX') ? `${id.slice(5)}\0` : '', fields[name] ?? '')
    return join(id.slice(0, 4), be32(data.length), '\0\0', data)
  })
  const all = join(...frames)
  return join(head, 'ID3\x04\0\0', be32(((all.length & 0x3f80) << 1) | (all.length & 0x7f)), all)
}

const frames4: Readonly<Record<string, string>> = {
  ...{
    TIT2: 'title',
    TPE1: 'artist',
    TALB: 'album',
    TRCK: 'tracknumber',
    TCON: 'genre',
    TPE2: 'albumartist',
  },
  ...{
    TDRC: 'date',
    TBPM: 'bpm',
    TCOM: 'composer',
    TPE3: 'conductor',
    TCOP: 'copyright',
    TPOS: 'discnumber',
  },
  ...{ TSRC: 'isrc', TPUB: 'publisher', TMOO: 'mood', TSOP: 'sortartist', 'TXXX:CUSTOM': 'CUSTOM' },
}

/** All fields by FFmpeg, under the names that Matroska has for them. */
const matroska: Carrier = {
  ending: 'mka',
  async make(studio, path, { copyFile }) {
    const names: Readonly<Record<string, string>> = {
      ...{ tracknumber: 'PART_NUMBER', albumartist: 'ALBUM_ARTIST', encodedby: 'ENCODED_BY' },
      ...{ initialkey: 'INITIAL_KEY', remixer: 'REMIXED_BY', catalognumber: 'CATALOG_NUMBER' },
      ...{
        discnumber: 'disc',
        sortname: 'TITLESORT',
        sortartist: 'ARTISTSORT',
        sortalbum: 'ALBUMSORT',
      },
      ...{ sortalbumartist: 'ALBUMARTISTSORT', sortcomposer: 'COMPOSERSORT', website: 'URL' },
    }
    const tags = Object.entries(fields).flatMap(([name, text]) => [
      ...['-metadata', `${names[name] ?? name.toUpperCase()}=${text}`],
    ])
    const made = await studio.record('mka', wav, '-c:a', 'flac', ...tags, '-f', 'matroska')
    await copyFile(made, path)
  },
}

const ape = shared('cases/samples/12-ape-behind-id3v2-or-old/full_test.ape')

/** No program here writes its sound: a file from beside the checkout, where there is one. */
const monkeysAudio: Readonly<Record<string, Carrier>> = existsSync(ape)
  ? {
      "Monkey's Audio": {
        ending: 'ape',
        async make(_, path, { copyFile, writeWithKid3 }) {
          await copyFile(ape, path)
          await writeWithKid3(path, fields, 'remove 1')
        },
      },
    }
  : {}

const mp3 = ['-c:a', 'libmp3lame', '-id3v2_version', '0', '-write_id3v1', '0', '-f', 'mp3']

export const carriers: Readonly<Record<string, Carrier>> = {
  'MP3, ID3v2.2': {
    ending: 'mp3',
    async make(studio, path, { writeFile }) {
      const made = await studio.record('v22', wav, ...mp3)
      await writeFile(path, join(id3v22(), await readFile(made)))
    },
  },
  'MP3, ID3v2.3': byKid3('mp3', mp3, 'to23'),
  'MP3, ID3v2.4': byKid3('mp3', mp3, 'to24'),
  FLAC: byKid3('flac', ['-c:a', 'flac', '-f', 'flac']),
  'Ogg Vorbis': byKid3('ogg', ['-c:a', 'libvorbis', '-f', 'ogg']),
  Opus: byKid3('opus', ['-c:a', 'libopus', '-f', 'opus']),
  M4A: byKid3('m4a', ['-c:a', 'aac', '-f', 'ipod']),
  WMA: byKid3('wma', ['-c:a', 'wmav2', '-f', 'asf']),
  Matroska: matroska,
  'WAV, INFO': byHand('wav', withInfo),
  'WAV, ID3': byKid3('wav', ['-f', 'wav']),
  'AIFF, text chunks': byHand('aiff', aiffText),
  'AIFF, ID3': byKid3('aiff', ['-f', 'aiff']),
  WavPack: byKid3('wv', ['-c:a', 'wavpack', '-f', 'wv']),
  Musepack: {
    ending: 'mpc',
    async make(studio, path, { writeWithKid3 }) {
      await promisify(execFile)('mpcenc', ['--silent', await studio.record('mpc.wav', wav), path])
      await writeWithKid3(path, fields)
    },
  },
  ...monkeysAudio,
  DSF: byHand('dsf', dsf),
  'FLAC in Ogg': byKid3('oga', ['-c:a', 'flac', '-f', 'oga']),
  Speex: byKid3('spx', ['-ar', '16000', '-c:a', 'libspeex', '-f', 'spx']),
}
