import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Archives } from '../../src/app/archives/archives.ts'
import { archiveId, rememberArchive } from '../../src/app/archives/known-archives.ts'
import { readEnvironment } from '../../src/app/environment.ts'
import { AllowedFolders } from '../../src/app/settings/allowed-folders.ts'
import { openArchive } from '../../src/archive/archive.ts'
import { keep, playlistOf, trackOf } from '../archive/support/sample.ts'
import { makeCorrectTools } from '../support/correct-tools.ts'
import { openMemory } from '../support/memory-context.ts'
import { ask, makeHome, type Running, removeHome, serve } from '../support/servers/page-server.ts'
import { jpegHead, png, withPicture } from '../tags/pictures.ts'

const front = png(8)
const huge = Buffer.concat([jpegHead(600, 600), Buffer.alloc(9 * 1024 * 1024), jpegHead(1, 1)])
const script = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')

/** What each track of the list has for a file, from 1. */
const files = [
  withPicture(front, 'image/png'),
  withPicture(jpegHead(3, 3), 'text/html'),
  withPicture(script, 'image/svg+xml'),
  withPicture(script, 'image/png'),
  withPicture(huge, 'image/jpeg'),
  Buffer.from('no tag at all'),
] as const

let home: string
let keptIn: string
let id: string
let running: Running
const list = playlistOf(
  'Mix',
  files.map((_, at) => trackOf(`Song ${at + 1}`)),
)
const pathOf = (position: number) => `Mix/0${position} Artist - Song ${position}.mp3`

beforeAll(async () => {
  home = await makeHome()
  keptIn = join(home, 'keep')
  await mkdir(keptIn)
  {
    await using archive = await openArchive(keptIn)
    for (const [at, bytes] of files.entries()) await keep(archive, list, at + 1, bytes)
    await archive.checkpoint()
  }
  const environment = { ...readEnvironment({}), dataDir: join(home, 'data') }
  await rememberArchive(environment, keptIn)
  const folders = new AllowedFolders([keptIn])
  const archives = new Archives(environment, folders, makeCorrectTools(environment, folders))
  running = await serve({ ...openMemory(home).context, archives }, home)
  id = archiveId(keptIn)
  return async () => {
    await running[Symbol.asyncDispose]()
    await removeHome(home)
  }
})

afterAll(() => expect(running.log).toEqual([]))

const encode = (path: string) => path.split('/').map(encodeURIComponent).join('/')
const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  ask(running.address, `/api/archives/${id}/covers/${encode(path)}`, { headers })

describe('the cover of a kept file', () => {
  test('is the picture in its tags, which may do nothing', async () => {
    const { status, bytes, headers } = await get(pathOf(1))
    expect([status, bytes.equals(front)]).toEqual([200, true])
    expect(headers).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(front.length),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'cache-control': 'private, max-age=300',
    })
  })

  test('is what its own bytes say, never what a tag says', async () => {
    expect((await get(pathOf(2))).headers['content-type']).toBe('image/jpeg')
    for (const position of [3, 4])
      expect(await get(pathOf(position))).toMatchObject({ status: 404 })
  })

  test('is none where the picture is larger than a cover is, or there is none', async () => {
    for (const position of [5, 6]) {
      const { status, json, headers } = await get(pathOf(position))
      expect([status, json.reason.code]).toEqual([404, 'app.no-cover'])
      // A list of thousands without covers is not asked for them again at every turn.
      expect(headers['cache-control']).toBe('private, max-age=300')
    }
  })

  test('is not sent again to whoever has it', async () => {
    const { etag = '' } = (await get(pathOf(1))).headers
    expect(await get(pathOf(1), { 'If-None-Match': etag })).toMatchObject({ status: 304, text: '' })
  })

  test('is the picture in its folder where it has none of its own', async () => {
    const beside = join(keptIn, 'Mix/cover.jpg')
    await writeFile(beside, jpegHead(9, 9))
    const { status, bytes } = await get(pathOf(6))
    expect([status, bytes.equals(jpegHead(9, 9))]).toEqual([200, true])
    expect((await get(pathOf(1))).bytes.equals(front)).toBe(true)
    await writeFile(beside, script)
    expect(await get(pathOf(6))).toMatchObject({ status: 404 })
    await rm(beside)
  })

  test('is never one that a link leads to', async () => {
    await writeFile(join(home, 'secret.jpg'), jpegHead(7, 7))
    await symlink(join(home, 'secret.jpg'), join(keptIn, 'Mix/cover.jpg'))
    expect(await get(pathOf(6))).toMatchObject({ status: 404 })
    await rm(join(keptIn, 'Mix/cover.jpg'))
    const [file, aside] = [join(keptIn, pathOf(6)), join(home, 'aside.mp3')]
    await rename(file, aside)
    await writeFile(join(home, 'other.mp3'), files[0])
    await symlink(join(home, 'other.mp3'), file)
    expect(await get(pathOf(6))).toMatchObject({ status: 404 })
    await rm(file)
    await rename(aside, file)
  })
})

test.each([
  'Mix/cover.jpg',
  'inventory.jsonl',
  '.songkeep/lock',
  'private.jpg',
  'Mix/../private.jpg',
  'Mix/linked/secret.jpg',
  '../secret.jpg',
  '/etc/passwd',
  'Mix\\..\\private.jpg',
  'Mix',
])('nothing that is not kept has one: %s', async (path) => {
  await writeFile(join(keptIn, 'private.jpg'), jpegHead(7, 7))
  await writeFile(join(home, 'secret.jpg'), jpegHead(7, 7))
  await symlink(home, join(keptIn, 'Mix/linked')).catch(() => {})
  expect([400, 404]).toContain((await get(path)).status)
})
