import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { type CoverSources, chooseCover } from '../../../src/media/cover/choose-cover.ts'
import { fitCover, type Scaler } from '../../../src/media/cover/fit-cover.ts'
import { FolderCovers } from '../../../src/media/cover/folder-covers.ts'
import { type Reason, reason } from '../../../src/model/reason.ts'
import { readPicture } from '../../../src/tags/picture.ts'
import { codesOf } from '../../support/words/reasons.ts'
import { jpegHead, png } from '../../tags/pictures.ts'
import { describeEncoders, never, openStudio } from '../studio.ts'

describeEncoders('a cover', (kind) => {
  const studio = openStudio(kind)
  let made = 0
  const scaler = (): Scaler => ({
    ffmpeg: studio.ffmpeg,
    temporary: (extension) => studio.path(`scaled.${made++}.${extension}`),
    signal: never,
  })
  const left = async () => (await readdir(studio.dir)).filter((name) => name.startsWith('scaled.'))

  /** By FFmpeg, from a PNG. */
  async function draw(width: number, height: number, ...codec: string[]): Promise<Buffer> {
    await writeFile(studio.path('drawn.png'), png(200))
    const args = ['-vf', `scale=${width}:${height}`, ...codec]
    const [input, output] = [studio.path('drawn.png'), studio.path('drawn')]
    const job = { input, output, args, timeLimitMs: 60_000, reads: 'picture' } as const
    const { code, log } = await studio.ffmpeg.run(job, never)
    if (code !== 0) throw new Error(log)
    return await readFile(output)
  }
  const drawJpeg = (width: number, height: number) =>
    draw(width, height, '-c:v', 'mjpeg', '-f', 'mjpeg')
  const large = png(1500)
  const sizeOf = (bytes: Uint8Array = Buffer.of()) => readPicture(bytes)

  test('of at most 1200 pixels and 4 MB stays as it is', async () => {
    for (const bytes of [png(1200), jpegHead(1200, 300)]) {
      const { cover, note } = await fitCover(bytes, scaler())
      expect(cover?.bytes).toBe(bytes)
      expect(note).toBeUndefined()
    }
  })

  test('of more becomes a JPEG of 1200 pixels, its sides in proportion', async () => {
    const { cover, note } = await fitCover(large, scaler())
    expect(sizeOf(cover?.bytes)).toEqual({ mime: 'image/jpeg', width: 1200, height: 1200 })
    expect(note).toMatchObject({
      code: 'media.picture-made-smaller',
      params: { from: { width: 1500 }, to: { width: 1200, height: 1200 } },
    })
    const wide = await fitCover(await drawJpeg(2400, 1000), scaler())
    expect(sizeOf(wide.cover?.bytes)).toMatchObject({ width: 1200, height: 500 })
    expect(await left()).toEqual([])
  })

  test('full of detail is made smaller, too', async () => {
    const noise = ['-vf', 'scale=1300:1300,noise=alls=90', '-c:v', 'bmp', '-f', 'image2pipe']
    const { cover } = await fitCover(await draw(1, 1, ...noise), scaler())
    expect(sizeOf(cover?.bytes)).toEqual({ mime: 'image/jpeg', width: 1200, height: 1200 })
  })

  test('of few pixels and many bytes becomes smaller', async () => {
    const small = await drawJpeg(600, 600)
    // Segments of comments, as large as one can be.
    const comment = Buffer.concat([Buffer.from('fffeffff', 'hex'), Buffer.alloc(0xffff - 2, 'x')])
    const fat = Buffer.concat([
      small.subarray(0, 2),
      ...Array(270).fill(comment),
      small.subarray(2),
    ])
    expect(fat.length).toBeGreaterThan(17e6)
    const { cover, note } = await fitCover(fat, scaler())
    expect(sizeOf(cover?.bytes)).toMatchObject({ width: 600, height: 600 })
    expect(cover?.bytes.length).toBeLessThan(1e6)
    expect(note?.code).toBe('media.picture-made-smaller')
  })

  test.each([
    ['WebP', ['-c:v', 'libwebp', '-f', 'webp']],
    ['GIF', ['-c:v', 'gif', '-f', 'gif']],
    ['BMP', ['-c:v', 'bmp', '-f', 'image2pipe']],
    ['TIFF', ['-c:v', 'tiff', '-f', 'image2pipe']],
  ])('that is a %s becomes a JPEG', async (from, args) => {
    const bytes = await draw(300, 200, ...args)
    const { cover, note } = await fitCover(bytes, scaler())
    expect(sizeOf(cover?.bytes)).toEqual({ mime: 'image/jpeg', width: 300, height: 200 })
    expect(note).toEqual(reason('media.picture-converted', { from }))
    const cut = await fitCover(bytes.subarray(0, bytes.length * 0.6), scaler())
    expect(cut).toEqual({ note: reason('media.picture-undecodable', { kind: from }) })
    expect(await left()).toEqual([])
  })

  test('whose end alone is missing is written anew, one that is cut is none', async () => {
    const whole = await drawJpeg(300, 200)
    const mended = await fitCover(whole.subarray(0, -2), scaler())
    expect(sizeOf(mended.cover?.bytes)).toEqual({ mime: 'image/jpeg', width: 300, height: 200 })
    expect(mended.note).toEqual(reason('media.picture-mended'))
    const cut = whole.subarray(0, whole.length * 0.6)
    const note = reason('media.picture-undecodable', { kind: 'JPEG' })
    expect(await fitCover(cut, scaler())).toEqual({ note })
  })

  test.each<[string, Uint8Array, Reason]>([
    ['a head alone', jpegHead(2000, 2000), reason('media.picture-undecodable', { kind: 'JPEG' })],
    ['a bomb', jpegHead(20_000, 20_000), reason('media.picture-undecodable', { kind: 'JPEG' })],
    ['empty', Buffer.of(), reason('media.picture-empty')],
    ['no picture', Buffer.from('<html>not found</html>'), reason('media.picture-unknown')],
    [
      'of a kind that is not decoded',
      Buffer.from('\0\0\0\x20ftypheic\0\0\0\0'),
      reason('media.picture-undecodable', { kind: 'HEIC' }),
    ],
    [
      'too large to be looked at',
      Buffer.alloc(65 * 1024 * 1024),
      reason('media.picture-too-large', { bytes: 65 * 1024 * 1024 }),
    ],
  ])('that is %s is none', async (_, bytes, note) => {
    expect(await fitCover(bytes, scaler())).toEqual({ note })
    expect(await left()).toEqual([])
  })

  test('is not made of sound', async () => {
    const wav = await studio.record('sound.wav', Buffer.from('RIFF'))
    const job = { input: wav, output: studio.path('x'), args: ['-f', 'mjpeg'], timeLimitMs: 60_000 }
    const { code } = await studio.ffmpeg.run({ ...job, reads: 'picture' }, never)
    expect(code).not.toBe(0)
  })

  describe('is chosen', () => {
    const [own, folder, offered] = [png(10), png(11), png(12)]
    const beside = (): CoverSources['folder'] => ({
      covers: new FolderCovers(),
      sought: { audioFile: studio.path('album/song.flac'), artists: [] },
    })
    const offer = async () => [Buffer.from('no picture'), offered]
    beforeAll(async () => {
      await mkdir(studio.path('album/front.png'), { recursive: true })
      await writeFile(studio.path('album/cover.jpg'), '<html>not found</html>')
      if (process.platform !== 'win32') await symlink('/dev/zero', studio.path('album/cover.png'))
      await writeFile(studio.path('album/folder.png'), folder)
    })
    const ownCover = { mime: 'image/png', bytes: own } as const
    const choose = async (sources: CoverSources) =>
      await chooseCover(sources, scaler(), { keepsOwn: false })

    test('from the file, then the folder, then what is offered', async () => {
      const bytes = async (sources: CoverSources) =>
        Buffer.from((await choose(sources)).cover?.bytes ?? [])
      expect(await bytes({ own: ownCover, folder: beside(), offer })).toEqual(Buffer.from(own))
      expect(await bytes({ folder: beside(), offer })).toEqual(Buffer.from(folder))
      expect(await bytes({ offer })).toEqual(Buffer.from(offered))
      expect(await bytes({})).toHaveLength(0)
    })

    test('from the pictures in the file, whatever they are, the first that can be one', async () => {
      const webp = await draw(100, 100, '-c:v', 'libwebp', '-f', 'webp')
      const pictures = [Buffer.of(), webp]
      const { cover, notes } = await choose({ pictures, folder: beside() })
      expect(cover?.mime).toBe('image/jpeg')
      expect(notes).toEqual([reason('media.picture-converted', { from: 'WebP' })])
    })

    test('elsewhere where the file’s own can be none, and that is told', async () => {
      const { cover, notes } = await choose({ pictures: [Buffer.of()], folder: beside() })
      expect(Buffer.from(cover?.bytes ?? [])).toEqual(Buffer.from(folder))
      expect(codesOf(notes)).toEqual(['media.picture-empty'])
    })

    test('the file’s own is made smaller only where the file is made anew', async () => {
      const own = { mime: 'image/png', bytes: large } as const
      const kept = await chooseCover({ own }, scaler(), { keepsOwn: true })
      expect(kept).toEqual({ cover: own, notes: [] })
      const { cover, notes } = await choose({ own })
      expect(cover?.mime).toBe('image/jpeg')
      expect(codesOf(notes)).toEqual(['media.picture-made-smaller'])
    })

    test('nothing is asked for where something is there', async () => {
      const offer = () => Promise.reject(new Error('asked'))
      await chooseCover({ own: ownCover, offer }, scaler(), { keepsOwn: true })
      await choose({ folder: beside(), offer })
    })
  })
})
