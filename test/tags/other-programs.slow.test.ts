import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { ByteVector, File, Picture, PictureType } from 'node-taglib-sharp'
import { describe, expect, test } from 'vitest'
import { readFrames } from '../../src/tags/id3/id3v2-tags.ts'
import { type Container, readFileTags, writeTags } from '../../src/tags/write/write-tags.ts'
import { makeWav, never, openStudio } from '../media/studio.ts'
import { describeShared, shared } from '../support/shared.ts'
import { png } from './pictures.ts'

const studio = openStudio()

/** Files as another program tags them: node-taglib-sharp knows nothing of this one. */
describe('tags that another program wrote', () => {
  const formats: readonly (readonly [string, Container, readonly string[]])[] = [
    ['mp3', 'mp3', ['-c:a', 'libmp3lame', '-f', 'mp3']],
    ['flac', 'flac', ['-c:a', 'flac', '-f', 'flac']],
    ['ogg', 'ogg', ['-c:a', 'libvorbis', '-f', 'ogg']],
    ['opus', 'ogg', ['-c:a', 'opus', '-strict', 'experimental', '-f', 'opus']],
    ['m4a', 'm4a', ['-c:a', 'aac', '-f', 'ipod']],
  ]

  test.each(formats)('%s', async (ending, container, args) => {
    const source = await studio.record(`stranger.${ending}`, makeWav({ seconds: 0.3 }), ...args)
    const file = File.createFromPath(source)
    const { tag } = file
    tag.title = 'Ünïcode 日本'
    tag.performers = ['AC/DC', 'Second']
    tag.albumArtists = ['Various']
    tag.album = 'Album'
    tag.track = 3
    tag.trackCount = 12
    tag.composers = ['C 1', 'C 2']
    tag.genres = ['Rock']
    tag.musicBrainzTrackId = '11111111-2222-4333-8444-555555555555'
    tag.replayGainTrackGain = -3.21
    tag.lyrics = 'line 1\nline 2'
    const data = ByteVector.fromByteArray(png(3))
    tag.pictures = [Picture.fromFullData(data, PictureType.FrontCover, 'image/png', 'front')]
    file.save()
    file.dispose()

    const before = await readFileTags(source, container)
    // That program has one value an atom, with "; " between.
    const list = (...texts: string[]) => (container === 'm4a' ? [texts.join('; ')] : texts)
    expect(before.tags).toMatchObject({
      title: 'Ünïcode 日本',
      artists: list('AC/DC', 'Second'),
      albumArtists: ['Various'],
      album: 'Album',
      trackNumber: 3,
      trackTotal: 12,
      composers: list('C 1', 'C 2'),
      genres: ['Rock'],
      lyrics: 'line 1\nline 2',
      recordingMbid: '11111111-2222-4333-8444-555555555555',
    })
    expect(Buffer.from(before.tags.cover?.bytes ?? [])).toEqual(Buffer.from(png(3)))
    const target = studio.path(`ours.${ending}`)
    const tags = { ...before.tags, isrc: 'DEABC1234567', verdict: 'CC0-1.0' }
    await writeTags({ source, target }, before, tags, never)

    const read = File.createFromPath(target)
    expect(read.tag.title).toBe('Ünïcode 日本')
    expect(read.tag.performers).toEqual(['AC/DC', 'Second'])
    expect([read.tag.track, read.tag.trackCount]).toEqual([3, 12])
    expect(read.tag.pictures.map(({ description }) => description)).toEqual(
      container === 'm4a' ? [expect.anything()] : ['front'],
    )
    read.dispose()
  })
})

describe('ID3v2.2', () => {
  const frame = (id: string, data: Buffer) => {
    const header = Buffer.alloc(6)
    header.write(id, 'latin1')
    header.writeUIntBE(data.length, 3, 3)
    return Buffer.concat([header, data])
  }
  const latin = (text: string) => Buffer.from(`\0${text}`, 'latin1')

  test('becomes ID3v2.4, whatever has a name there', async () => {
    const picture = Buffer.concat([Buffer.from('\0PNG\x03\0', 'latin1'), png(2)])
    const frames = [
      ...[frame('TT2', latin('Title')), frame('TP1', latin('AC/DC')), frame('TYE', latin('2001'))],
      ...[frame('TDA', latin('0302')), frame('TRK', latin('3/12')), frame('PIC', picture)],
      ...[frame('TXX', latin('MY OWN\0value')), frame('IPL', latin('producer\0P\0guitar\0G'))],
      ...[frame('COM', latin('eng\0a comment')), frame('XYZ', latin('nobody knows'))],
      frame('UFI', Buffer.from('http://musicbrainz.org\0abc')),
    ]
    const content = Buffer.concat([...frames, Buffer.alloc(50)])
    const size = Buffer.of(0, 0, content.length >>> 7, content.length & 0x7f)
    const tag = Buffer.concat([Buffer.from('ID3\x02\0\0', 'latin1'), size, content])
    expect(
      readFrames(tag)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(
      ['APIC', 'COMM', 'TDRC', 'TIPL', 'TIT2', 'TMCL', 'TPE1', 'TRCK', 'TXXX', 'UFID'].sort(),
    )
    const audio = await readFile(
      await studio.record(
        'bare.mp3',
        makeWav({ seconds: 0.3 }),
        '-id3v2_version',
        '0',
        '-f',
        'mp3',
      ),
    )
    await writeFile(studio.path('old.mp3'), Buffer.concat([tag, audio]))
    const { tags } = await readFileTags(studio.path('old.mp3'), 'mp3')
    expect(tags).toMatchObject({
      title: 'Title',
      artists: ['AC/DC'],
      date: '2001-02-03',
      trackNumber: 3,
      trackTotal: 12,
      recordingMbid: 'abc',
      performers: [{ name: 'G', role: 'guitar' }],
      extra: { 'MY OWN': ['value'], PRODUCER: ['P'], COMMENT: ['a comment'] },
      cover: { mime: 'image/png' },
    })
  })
})

describeShared('real tracks', 'data/music', () => {
  test.each(['March Thee to Dis', 'Chimes They Fade'])(
    '%s: tags grow and shrink, pages stay',
    async (title) => {
      const source = shared('data/music/maxstack', `${title}.ogg`)
      const before = await readFileTags(source, 'ogg')
      expect(before.tags).toMatchObject({ title, artists: ['Maxstack'] })
      const [large, small] = [studio.path(`${title}.large.ogg`), studio.path(`${title}.small.ogg`)]
      const tags = { ...before.tags, lyrics: 'words '.repeat(50_000) }
      await writeTags({ source, target: large }, before, tags, never)
      const again = await readFileTags(large, 'ogg')
      await writeTags(
        { source: large, target: small },
        again,
        { ...again.tags, lyrics: 'few' },
        never,
      )
      await copyFile(small, studio.path(`${title}.ogg`))
      // Behind the headers the file is what it was: pages have the old numbers again.
      const [was, is] = [await readFile(source), await readFile(small)]
      const tail = Math.floor(was.length / 2)
      expect(is.subarray(is.length - tail).equals(was.subarray(was.length - tail))).toBe(true)
      expect((await readFile(large)).subarray(-100).equals(was.subarray(-100))).toBe(true)
    },
  )
})
