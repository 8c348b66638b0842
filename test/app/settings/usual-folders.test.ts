import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { AllowedFolders } from '../../../src/app/settings/allowed-folders.ts'
import { findUsualFolders } from '../../../src/app/settings/usual-folders.ts'

let dir: string
const at = (...names: string[]) => join(dir, ...names)

beforeEach(async () => {
  dir = await realpath(await mkdtemp(join(tmpdir(), 'songkeep-usual-')))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

async function put(...names: string[]) {
  await mkdir(at(...names.slice(0, -1)), { recursive: true })
  await writeFile(at(...names), 'x')
}

const find = (
  tops: readonly string[] = [dir],
  more: { readonly musicDir?: string; readonly userDirsFile?: string } = {},
  archives: readonly { readonly dir: string; readonly present: boolean }[] = [],
) => findUsualFolders(more, new AllowedFolders(tops), archives)

test.each(['Music', 'Musik', 'Музыка'])('a folder %s is found, and counted', async (name) => {
  await put(name, 'A', 'one.mp3')
  await put(name, 'two.FLAC')
  await put(name, 'cover.jpg')
  await put(name, 'Songkeep', 'inventory.jsonl')
  await put(name, 'Songkeep', 'List', 'kept.mp3')
  expect(await find()).toEqual({
    music: { path: at(name), files: 2, isMore: false },
    into: at(name, 'Songkeep'),
  })
})

test('what the desktop says comes first, by a variable or its file', async () => {
  await put('Music', 'one.mp3')
  await put('Lieder', 'one.mp3')
  await put('Klänge', 'one.mp3')
  await writeFile(at('user-dirs.dirs'), `# a comment\nXDG_MUSIC_DIR="${at('Lieder')}"\n`)
  const userDirsFile = at('user-dirs.dirs')
  expect((await find([dir], { userDirsFile })).music?.path).toBe(at('Lieder'))
  const both = { userDirsFile, musicDir: at('Klänge') }
  expect((await find([dir], both)).music?.path).toBe(at('Klänge'))
})

test('nothing outside of what may be named is found', async () => {
  await put('Music', 'one.mp3')
  await put('Other', 'x.txt')
  expect(await find([at('Other')], { musicDir: at('Music') })).toEqual({
    music: undefined,
    into: at('Other', 'Songkeep'),
  })
})

test('a folder with music goes before one that is empty; the only one is taken all the same', async () => {
  await mkdir(at('Music'))
  expect((await find()).music).toEqual({ path: at('Music'), files: 0, isMore: false })
  await put('Musique', 'one.mp3')
  expect((await find()).music?.path).toBe(at('Musique'))
})

test('a music folder may be all that is allowed', async () => {
  await put('Music', 'one.mp3')
  expect(await find([at('Music')])).toMatchObject({
    music: { path: at('Music'), files: 1 },
    into: at('Music', 'Songkeep'),
  })
})

test('an archive that is known is gone on with', async () => {
  await put('Music', 'one.mp3')
  await put('Kept', 'inventory.jsonl')
  const archives = [
    { dir: at('Kept'), present: true },
    { dir: at('Gone'), present: false },
  ]
  expect((await find([dir], {}, archives)).into).toBe(at('Kept'))
})
