import { readFile, writeFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { type MediaMaker, openMedia } from '../../../src/media/media.ts'
import { type Mp3Frames, scanMp3 } from '../../../src/media/mp3/frames.ts'
import { writeFrames } from '../../../src/tags/id3/id3v2-frames.ts'
import { readMp3Header } from '../../../src/tags/streams/mpeg-header.ts'
import { readWithMutagen } from '../../support/python/mutagen.ts'
import { codesOf } from '../../support/words/reasons.ts'
import { describeEncoders, makeWav, never, openStudio, requestFor } from '../studio.ts'

const title = { id: 'TIT2', data: Buffer.from('\x03A title') }
const id3 = Buffer.from(
  writeFrames([
    title,
    { id: 'APIC', data: Buffer.from(`\x03image/jpeg\0\x03\0${'picture '.repeat(3000)}`) },
  ]),
)
const id3v1 = Buffer.from('TAG'.padEnd(128, '\0'), 'latin1')

/** With one item, and header and footer. */
function apeTag(): Buffer {
  const item = Buffer.from('\x05\0\0\0\0\0\0\0Title\0First', 'latin1')
  const side = (flags: number) => {
    const bytes = Buffer.alloc(32)
    bytes.write('APETAGEX')
    for (const [at, value] of [2000, item.length + 32, 1, flags].entries())
      bytes.writeUInt32LE(value, 8 + 4 * at)
    return bytes
  }
  return Buffer.concat([side(0xa0000000), item, side(0x80000000)])
}

/** The first frame as Fraunhofer's encoder writes it, with as many frames as Xing's says. */
function asVbri(mp3: Buffer): Buffer {
  const bytes = Buffer.from(mp3)
  const { bytes: length = 0, sideEnd = 0 } = readMp3Header(new DataView(bytes.buffer), 0) ?? {}
  const frames = bytes.readUInt32BE(sideEnd + 8)
  bytes.fill(0, 4, length)
  bytes.write('VBRI', 36)
  bytes.writeUInt32BE(frames, 36 + 14)
  return bytes
}

const audioOf = async (path: string, { audioStart, audioEnd }: Mp3Frames) =>
  (await readFile(path)).subarray(audioStart, audioEnd)

describeEncoders('joined MP3s', (kind) => {
  const studio = openStudio(kind)
  let media: MediaMaker
  let [one, two]: Buffer[] = []
  const parts = (): [Buffer, Buffer] => [one ?? Buffer.of(), two ?? Buffer.of()]
  beforeAll(async () => {
    media = await openMedia({ ffmpeg: kind, width: 2, workDir: studio.path('work') })
    const encode = async (name: string, seconds: number, ...args: string[]) => {
      const bare = ['-id3v2_version', '0', '-c:a', 'libmp3lame', ...args, '-f', 'mp3']
      return await readFile(await studio.record(name, makeWav({ seconds }), ...bare))
    }
    one = await encode('one', 2, '-b:a', '128k')
    two = await encode('two', 3, '-q:a', '2')
    return () => media[Symbol.asyncDispose]()
  })

  test.each<[string, (one: Buffer, two: Buffer) => Buffer[], number, number]>([
    ['of one bit rate', (one) => [one, one], 4, 0],
    ['of two bit rates', (one, two) => [one, two], 5, 0],
    ['of three files', (one, two) => [two, one, one], 7, 0],
    ['with ID3v2 between', (one, two) => [one, id3, two], 5, 1],
    ['with ID3v1 and two ID3v2 between', (one, two) => [one, id3v1, id3, id3, two], 5, 1],
    [
      'with APEv2 between and ID3v2 before',
      (one, two) => [Buffer.from(writeFrames([title])), one, apeTag(), two],
      5,
      1,
    ],
    ['with VBRI', (one, two) => [asVbri(two), one], 5, 0],
    ['with ID3v1 behind', (one, two) => [two, one, id3v1], 5, 0],
  ])('%s are told, and told right in the copy', async (name, join, seconds, tags) => {
    const path = studio.path(`${name}.mp3`)
    await writeFile(path, Buffer.concat(join(...parts())))
    const before = await scanMp3(path)
    const made = await media.make(requestFor(path), never)
    expect(made.how).toBe('copied')
    expect(codesOf(made.notes)).toEqual([
      'media.header-says-less',
      ...(tags ? ['media.tags-within'] : []),
      'media.header-mended',
    ])
    const after = await scanMp3(made.path)
    if (!before || !after) throw new Error('no frames')
    expect(after).toMatchObject({ uncounted: 0, xing: { frames: before.frames }, tagsWithin: tags })
    expect(await audioOf(made.path, after)).toEqual(await audioOf(path, before))
    // Encoders' delay and padding, and the second header, lie between the parts.
    expect(Math.abs(made.durationMs - seconds * 1000)).toBeLessThan(200)
    const answer = (await readWithMutagen([made.path]))[made.path]
    if (answer) expect(Math.abs(answer.seconds - seconds)).toBeLessThan(0.3)
    // What LAME's header says of the sound behind it agrees: a second copy has nothing to mend.
    expect((await media.make(requestFor(made.path), never)).notes).toHaveLength(tags)
  })

  test('are told where they are encoded or kept as they are', async () => {
    const path = studio.path('joined.mp3')
    await writeFile(path, Buffer.concat([...parts()]))
    for (const format of ['flac', 'opus', 'm4a', 'ogg', 'keep'] as const) {
      const made = await media.make(requestFor(path, { options: { format, quality: 'V2' } }), never)
      expect(codesOf(made.notes)).toContain('media.header-says-less')
      expect(Math.abs(made.durationMs - 5000)).toBeLessThan(200)
    }
  })
})

describe('the frames of an MP3', () => {
  const studio = openStudio()

  test('are told apart from what only looks like a tag between them', async () => {
    const bare = ['-id3v2_version', '0', '-c:a', 'libmp3lame', '-b:a', '128k', '-f', 'mp3']
    const whole = await readFile(await studio.record('whole', makeWav({ seconds: 2 }), ...bare))
    const { audioEnd = 0, frames } = (await scanMp3(studio.path('whole'))) ?? {}
    const middle = audioEnd - 417 * 20
    const at = whole.indexOf(Buffer.of(0xff, 0xfb), middle)
    // Its size would lead behind ten frames, into the middle of one.
    const lying = Buffer.from('ID3\x04\0\0\0\0\x20\x11', 'latin1')
    const path = studio.path('lying')
    await writeFile(path, Buffer.concat([whole.subarray(0, at), lying, whole.subarray(at)]))
    const found = await scanMp3(path)
    expect(found).toMatchObject({ frames, strayBytes: 10, tagsWithin: 0, uncounted: 0 })
  })
})
