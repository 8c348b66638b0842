import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { chooseCover } from '../../../src/media/cover/choose-cover.ts'
import { findCover } from '../../../src/media/cover/find-cover.ts'
import { fitCover, type Scaler } from '../../../src/media/cover/fit-cover.ts'
import { readPicture } from '../../../src/tags/picture.ts'
import { jpegHead, png } from '../../tags/pictures.ts'
import { describeEncoders, never, openStudio } from '../studio.ts'

describe('a picture', () => {
  test.each([
    ['a PNG', png(7), { mime: 'image/png', width: 7, height: 7 }],
    ['a JPEG', jpegHead(640, 480), { mime: 'image/jpeg', width: 640, height: 480 }],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'.padEnd(60)), undefined],
    ['a GIF', Buffer.from('GIF89a'.padEnd(60, '\0')), undefined],
    ['nothing', Buffer.of(), undefined],
    ['a PNG that is cut short', png(7).subarray(0, -9), undefined],
    ['a JPEG that is cut short', jpegHead(640, 480).subarray(0, -2), undefined],
    ['a JPEG without a side', jpegHead(0, 480), undefined],
    ['a bomb', jpegHead(65_535, 65_535), undefined],
    [
      'a page with a name of its own',
      Buffer.from(`\xff\xd8${'<script>'.repeat(9)}`, 'latin1'),
      undefined,
    ],
  ])('by its own bytes: %s', (_, bytes, picture) => {
    expect(readPicture(bytes)).toEqual(picture)
  })

  test('of any bytes is one or none', () => {
    const start = fc.constantFrom(png(3), jpegHead(3, 3))
    const changes = fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { maxLength: 8 })
    fc.assert(
      fc.property(start, changes, fc.nat(200), (bytes, changed, end) => {
        const copy = Buffer.from(bytes)
        for (const [at, value] of changed) copy[at % copy.length] = value
        readPicture(copy)
        readPicture(copy.subarray(0, end))
      }),
      { numRuns: 2_000 },
    )
  })
})

const studio = openStudio()

describe('the picture in the folder', () => {
  async function folderOf(name: string, files: Readonly<Record<string, Uint8Array>>) {
    const folder = studio.path(name)
    await mkdir(folder)
    for (const [file, bytes] of Object.entries(files)) await writeFile(`${folder}/${file}`, bytes)
    return `${folder}/song.mp3`
  }

  test.each([
    ['Cover.JPG', 'back.jpg'],
    ['FOLDER.png', 'booklet.png'],
    ['front.jpeg', 'album.png'],
    ['cover.jpg', 'folder.jpg'],
    ['AlbumArt_{5FA05D35-A682-4AF6-96F7-0773E42D4D16}_Large.jpg', 'AlbumArtSmall.jpg'],
    ['album art.png', 'AlbumArt_{5FA05D35-A682-4AF6-96F7-0773E42D4D16}_Small.jpg'],
  ])('%s before %s', async (first, second) => {
    const song = await folderOf(first, { [second]: png(5), [first]: png(6) })
    expect(Buffer.from((await findCover(song)) ?? [])).toEqual(Buffer.from(png(6)))
  })

  test('none where there is none, or no picture has its name', async () => {
    const song = await folderOf('none', {
      'cover.txt': png(),
      'my cover.jpg': png(),
      'cover.jpg': Buffer.from('<html>not found</html>'),
    })
    expect(await findCover(song)).toBeUndefined()
    expect(await findCover(studio.path('nowhere/song.mp3'))).toBeUndefined()
    await mkdir(studio.path('none/folder.jpg'))
    if (process.platform !== 'win32') await symlink('/dev/zero', studio.path('none/front.jpg'))
    expect(await findCover(song)).toBeUndefined()
  })
})

describeEncoders('the size of a cover', (kind) => {
  const studio = openStudio(kind)
  let made = 0
  const scaler = (): Scaler => ({
    ffmpeg: studio.ffmpeg,
    temporary: (extension) => studio.path(`scaled.${made++}.${extension}`),
    signal: never,
  })
  const left = async () => (await readdir(studio.dir)).filter((name) => name.startsWith('scaled.'))

  test('within 1200 pixels it stays as it is', async () => {
    for (const bytes of [png(1200), jpegHead(1200, 300)])
      expect((await fitCover(bytes, scaler()))?.bytes).toBe(bytes)
  })

  test('a larger one becomes a JPEG of 1200 pixels, its sides in proportion', async () => {
    const cover = await fitCover(png(1500), scaler())
    expect(readPicture(cover?.bytes ?? Buffer.of())).toEqual({
      mime: 'image/jpeg',
      width: 1200,
      height: 1200,
    })
    const wide = await drawJpeg(2400, 1000)
    const fitted = await fitCover(wide, scaler())
    expect(readPicture(fitted?.bytes ?? Buffer.of())).toMatchObject({ width: 1200, height: 500 })
    expect(await left()).toEqual([])
  })

  /** By FFmpeg, from a PNG. */
  async function drawJpeg(width: number, height: number) {
    await writeFile(studio.path('drawn.png'), png(200))
    const args = ['-vf', `scale=${width}:${height}`, '-c:v', 'mjpeg', '-f', 'mjpeg']
    const [input, output] = [studio.path('drawn.png'), studio.path('drawn.jpg')]
    const job = { input, output, args, timeLimitMs: 60_000, reads: 'picture' } as const
    const { code, log } = await studio.ffmpeg.run(job, never)
    if (code !== 0) throw new Error(log)
    return await readFile(output)
  }

  test('what cannot be decoded is none', async () => {
    expect(await fitCover(jpegHead(2000, 2000), scaler())).toBeUndefined()
    expect(await fitCover(jpegHead(20_000, 20_000), scaler())).toBeUndefined()
    expect(await fitCover(Buffer.alloc(33 * 1024 * 1024), scaler())).toBeUndefined()
    expect(await left()).toEqual([])
  })

  test('what is no picture is not opened as one', async () => {
    const wav = await studio.record('sound.wav', Buffer.from('RIFF'))
    const job = { input: wav, output: studio.path('x'), args: ['-f', 'mjpeg'], timeLimitMs: 60_000 }
    const { code } = await studio.ffmpeg.run({ ...job, reads: 'picture' }, never)
    expect(code).not.toBe(0)
  })

  describe('is chosen', () => {
    const [own, folder, offered] = [png(10), png(11), png(12)]
    const beside = () => studio.path('album/song.flac')
    const offer = async () => [Buffer.from('no picture'), offered]
    beforeAll(async () => {
      await mkdir(studio.path('album'))
      await writeFile(studio.path('album/folder.png'), folder)
    })
    const ownCover = { mime: 'image/png', bytes: own } as const

    test('from the file, then the folder, then what is offered', async () => {
      const choose = async (sources: Parameters<typeof chooseCover>[0]) =>
        Buffer.from((await chooseCover(sources, scaler(), { keepsOwn: false }))?.bytes ?? [])
      expect(await choose({ own: ownCover, audioFile: beside(), offer })).toEqual(Buffer.from(own))
      expect(await choose({ audioFile: beside(), offer })).toEqual(Buffer.from(folder))
      expect(await choose({ offer })).toEqual(Buffer.from(offered))
      expect(await choose({})).toHaveLength(0)
    })

    test('the file’s own is made smaller only where the file is made anew', async () => {
      const large = { mime: 'image/png', bytes: png(1300) } as const
      expect(await chooseCover({ own: large }, scaler(), { keepsOwn: true })).toBe(large)
      const fitted = await chooseCover({ own: large }, scaler(), { keepsOwn: false })
      expect(fitted?.mime).toBe('image/jpeg')
    })

    test('nothing is asked for where something is there', async () => {
      const offer = () => Promise.reject(new Error('asked'))
      await chooseCover({ own: ownCover, offer }, scaler(), { keepsOwn: true })
      await chooseCover({ audioFile: beside(), offer }, scaler(), { keepsOwn: false })
    })
  })
})
