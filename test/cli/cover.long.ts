import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listFiles, makeTempDir, runProgram } from '../support/program.ts'
import { makeTune } from '../support/sound.ts'
import { png } from '../tags/pictures.ts'

const byAlbum = '{album}/{title}'
const picture = Buffer.from(png(8))

/** A library with pictures, and a list of two albums. */
async function begin() {
  const dir = await makeTempDir()
  const library = join(dir, 'Music')
  const rows = ['Title,Artist,Album']
  for (const [seed, [album, title]] of [
    ['Stones', 'Amber'],
    ['Stones', 'Basalt'],
    ['Woods', 'Cedar'],
  ].entries()) {
    const folder = join(library, `${album}`)
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, `The Testers - ${title}.wav`), makeTune(5, seed))
    await writeFile(join(folder, 'Folder.png'), picture)
    rows.push(`${title},The Testers,${album}`)
  }
  const list = join(dir, 'Mix.csv')
  await writeFile(list, rows.join('\n'))
  const into = join(dir, 'Keep')
  const backup = (...args: string[]) =>
    runProgram(['backup', list, '-l', library, '-i', into, ...args], join(dir, 'cache'))
  const pictures = async () => (await listFiles(into)).filter((path) => /\.(png|jpg)$/.test(path))
  return { into, backup, pictures, dir }
}

test('a cover is laid beside the files of each album, on request, and told nowhere as music', async () => {
  const { into, backup, pictures, dir } = await begin()
  expect((await backup('-n', byAlbum)).code).toBe(0)
  expect(await pictures()).toEqual([])
  expect((await backup('-n', byAlbum, '--cover', '--dry-run')).code).toBe(0)
  expect(await pictures()).toEqual([])
  for (let run = 0; run < 2; run++) {
    const { code, stderr } = await backup('-n', byAlbum, '--cover')
    expect(code, stderr).toBe(0)
    expect(await pictures()).toEqual(['Stones/cover.png', 'Woods/cover.png'])
    expect(await readFile(join(into, 'Stones/cover.png'))).toEqual(picture)
  }
  for (const book of ['inventory.jsonl', 'manifest-sha256.txt', 'Mix/playlist.m3u8'])
    expect(await readFile(join(into, book), 'utf8')).not.toContain('cover.png')
  expect((await runProgram(['verify', into], join(dir, 'cache'))).code).toBe(0)
})

test('a folder of several albums gets none, and what the user has laid there stays', async () => {
  const { into, backup, pictures } = await begin()
  await backup('--cover')
  expect(await pictures()).toEqual([])
  const [mine, other] = ['Stones/cover.jpg', 'Woods/cover.png']
  for (const path of [mine, other]) {
    await mkdir(join(into, path, '..'), { recursive: true })
    await writeFile(join(into, path), 'mine')
  }
  await backup('-q', 'V2', '-n', byAlbum, '--cover')
  expect(await pictures()).toEqual([mine, other])
  for (const path of [mine, other]) expect(await readFile(join(into, path), 'utf8')).toBe('mine')
  expect(await listFiles(into)).toContain('Stones/Amber.mp3')
})
