import { readFile, writeFile } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import { type MediaMaker, openMedia } from '../../../src/media/media.ts'
import { writeFrames } from '../../../src/tags/id3/id3v2-frames.ts'
import { codesOf } from '../../support/words/reasons.ts'
import { png } from '../../tags/pictures.ts'
import { describeEncoders, makeWav, never, openStudio, requestFor } from '../studio.ts'

const word = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

/** RFC 9639, section 8.8. */
const pictureBlock = (mime: string, data: Buffer) =>
  Buffer.concat([
    ...[word(3), word(mime.length), Buffer.from(mime), ...[0, 9, 9, 24, 0].map(word)],
    ...[word(data.length), data],
  ])

/** With one item, and a footer. */
function apeTag(name: string, value: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32LE(value.length)
  head.writeUInt32LE(2, 4)
  const item = Buffer.concat([head, Buffer.from(`${name}\0`), value])
  const footer = Buffer.alloc(32)
  footer.write('APETAGEX')
  for (const [i, number] of [2000, item.length + 32, 1, 0].entries())
    footer.writeUInt32LE(number, 8 + 4 * i)
  return Buffer.concat([item, footer])
}

describeEncoders('a picture of an odd kind in the tags', (kind) => {
  const studio = openStudio(kind)
  const wav = makeWav({ seconds: 0.3 })
  let media: MediaMaker
  let webp: Buffer
  beforeAll(async () => {
    media = await openMedia({ ffmpeg: kind, width: 2, workDir: studio.path('work') })
    await writeFile(studio.path('drawn.png'), png(60))
    const [input, output] = [studio.path('drawn.png'), studio.path('drawn.webp')]
    const args = ['-c:v', 'libwebp', '-f', 'webp']
    await studio.ffmpeg.run({ input, output, args, timeLimitMs: 60_000, reads: 'picture' }, never)
    webp = await readFile(output)
    return () => media[Symbol.asyncDispose]()
  })

  const around = async (name: string, args: string[], change: (bytes: Buffer) => Buffer[]) => {
    const path = await studio.record(name, wav, ...args)
    await writeFile(path, Buffer.concat(change(await readFile(path))))
    return path
  }
  const commented = (name: string, text: string, ...codec: string[]) =>
    studio.record(name, wav, '-metadata', text, ...codec)
  const apic = () => {
    const data = Buffer.concat([Buffer.from('\0image/webp\0\x03\0', 'latin1'), webp])
    return Buffer.from(writeFrames([{ id: 'APIC', data }]))
  }
  const block = () => pictureBlock('image/webp', webp)
  const makers: Readonly<Record<string, () => Promise<string>>> = {
    'APIC of MP3': () =>
      around('a.mp3', ['-c:a', 'libmp3lame', '-id3v2_version', '0', '-f', 'mp3'], (mp3) => [
        apic(),
        mp3,
      ]),
    'PICTURE of FLAC': () =>
      around('a.flac', ['-c:a', 'flac', '-f', 'flac'], (flac) => {
        const head = Buffer.from([6, 0, 0, 0])
        head.writeUIntBE(block().length, 1, 3)
        return [flac.subarray(0, 42), head, block(), flac.subarray(42)]
      }),
    'METADATA_BLOCK_PICTURE of Vorbis': () =>
      commented(
        'a.ogg',
        `METADATA_BLOCK_PICTURE=${block().toString('base64')}`,
        ...['-c:a', 'libvorbis', '-f', 'ogg'],
      ),
    'COVERART of Vorbis': () =>
      commented(
        'b.ogg',
        `COVERART=${webp.toString('base64')}`,
        ...['-c:a', 'libvorbis', '-f', 'ogg'],
      ),
    'Cover Art (Front) of WavPack': () =>
      around('a.wv', ['-c:a', 'wavpack', '-f', 'wv'], (wv) => [
        wv,
        apeTag('Cover Art (Front)', Buffer.concat([Buffer.from('cover.webp\0'), webp])),
      ]),
  }

  test.each(Object.keys(makers))('%s becomes a JPEG', async (name) => {
    const path = await makers[name]?.()
    for (const format of ['flac', 'mp3', 'ogg'] as const) {
      const options = { format, quality: 'V2' } as const
      const { tags, notes } = await media.make(requestFor(path ?? '', { options }), never)
      expect(tags.cover?.mime).toBe('image/jpeg')
      expect(codesOf(notes)).toContain('media.picture-converted')
    }
  })
})
