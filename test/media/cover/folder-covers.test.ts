import { mkdir, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { FolderCovers } from '../../../src/media/cover/folder-covers.ts'
import { areOneAlbum } from '../../../src/media/cover/one-album.ts'
import { reason } from '../../../src/model/reason.ts'
import { makeWav, never, openStudio } from '../studio.ts'

const studio = openStudio()
let made = 0

/** Of a folder with these files: what is found for its first song. */
async function findIn(names: readonly string[], album?: string, artists: readonly string[] = []) {
  const folder = studio.path(`folder${made++}`)
  await mkdir(folder)
  for (const name of names) await writeFile(`${folder}/${name}`, 'any bytes')
  const sought = { audioFile: `${folder}/01 Song.mp3`, album, artists }
  const { paths, note } = await new FolderCovers().find(sought, never)
  return { names: paths.map((path) => basename(path)), note }
}

describe('the pictures in a folder', () => {
  test.each([
    ['Cover.JPG', 'back.jpg'],
    ['FOLDER.png', 'booklet.png'],
    ['front.jpeg', 'album.png'],
    ['cover.jpg', 'folder.jpg'],
    ['Cover (Front).jpg', 'Cover (Back).jpg'],
    ['cover.png', 'cover.gif'],
    ['cover.webp', 'inlay.jpg'],
    ['AlbumArt_{5FA05D35-A682-4AF6-96F7-0773E42D4D16}_Large.jpg', 'AlbumArtSmall.jpg'],
    ['album art.png', 'AlbumArt_{5FA05D35-A682-4AF6-96F7-0773E42D4D16}_Small.jpg'],
    ['01 Song.jpg', 'cover.jpg'],
    ['the album.jpg', 'cover.jpg'],
    ['Artist - The Album.png', 'folder.jpg'],
  ])('%s before %s', async (first, second) => {
    const { names } = await findIn([second, first, '02 Other.jpg'], 'The Album', ['Artist'])
    expect(names[0]).toBe(first)
    expect(names).not.toContain('02 Other.jpg')
  })

  test('are none where none has such a name, or there is no folder', async () => {
    expect(await findIn(['cover.txt', 'my cover.jpg', 'cover'])).toEqual({ names: [] })
    const sought = { audioFile: studio.path('nowhere/song.mp3'), artists: [] }
    expect(await new FolderCovers().find(sought, never)).toEqual({ paths: [] })
  })

  test('of several albums are those that are named like the file or its album', async () => {
    const folder = studio.path('mixed')
    await mkdir(folder)
    const wav = makeWav({ seconds: 0.1 })
    for (const album of ['One', 'Two'])
      await studio.record(
        `mixed/${album}.flac`,
        wav,
        ...['-metadata', `album=${album}`, '-f', 'flac'],
      )
    const covers = new FolderCovers()
    const find = async (file: string, album: string) => {
      const sought = { audioFile: `${folder}/${file}`, album, artists: [] }
      const { paths, note } = await covers.find(sought, never)
      return { names: paths.map((path) => basename(path)), note }
    }
    for (const name of ['cover.jpg', 'One.jpg']) await writeFile(`${folder}/${name}`, 'any')
    const note = reason('media.folder-cover-of-several-albums', { name: 'cover.jpg' })
    expect(await find('One.flac', 'One')).toEqual({ names: ['One.jpg'], note })
    expect(await find('Two.flac', 'Two')).toEqual({ names: [], note })
  })
})

describe('one album', () => {
  const file = (album?: string, albumArtists: string[] = [], artists: string[] = []) => ({
    ...{ album, albumArtists, artists },
  })

  test.each([
    ['no files', true, []],
    ['one file without tags', true, [file()]],
    ['files without tags', true, [file(), file()]],
    ['one name', true, [file('A'), file('a'), file('A')]],
    ['two names', false, [file('A'), file('B')]],
    ['a name, and files without one', true, [file('A'), file(), file('A', [], ['X'])]],
    ['a compilation', true, [file('A', ['Various'], ['X']), file('A', ['Various'], ['Y'])]],
    ['a compilation without album artists', true, [file('A', [], ['X']), file('A', [], ['Y'])]],
    ['one name by two', false, [file('Hits', ['X']), file('Hits', ['Y'])]],
    ['singles by one artist', true, [file('', [], ['X']), file('', [], ['X'])]],
    ['singles by two', false, [file('', [], ['X']), file('', [], ['Y'])]],
    ['discs', true, [file('A (Disc 1)'), file('A [CD 2]'), file('A - disc three')]],
    ['volumes', false, [file('A, Vol. 1'), file('A, Vol. 2')]],
  ] as const)('%s: %s', (_, expected, files) => {
    expect(areOneAlbum(files)).toBe(expected)
  })
})
