import { mkdir, mkdtemp, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { locateGiven, sweepGiven, takeGiven } from '../../src/archive/given/given-files.ts'

let dir: string
const { signal } = new AbortController()
const at = (...names: string[]) => join(dir, ...names)

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'songkeep-given-'))
  await mkdir(at('keep', '.songkeep'), { recursive: true })
  await writeFile(at('song.wav'), 'a sound')
})

afterEach(() => rm(dir, { recursive: true }))

const take = (name: string) => takeGiven(at('keep'), at('song.wav'), name, signal)

test('a file that is given lies in the archive under what it holds and is called', async () => {
  const { id, path } = await take('The Testers - Amber.WAV')
  expect(id).toMatch(/^[0-9a-f]{64}\/The Testers - Amber\.wav$/)
  expect(await locateGiven(at('keep'), id)).toBe(path)
  expect(await take('The Testers - Amber.WAV')).toEqual({ id, path })
  expect(await readdir(at('keep/.songkeep/given'))).toEqual([id.slice(0, 64)])
})

test('its name leads nowhere', async () => {
  for (const name of [
    '../../x.wav',
    '/etc/passwd.wav',
    'a\\b.wav',
    '...wav',
    'CON.wav',
    '\0.wav',
  ]) {
    const { id } = await take(name)
    expect(id.slice(65)).toMatch(/^[^/\\\0]+\.wav$/)
    expect(await locateGiven(at('keep'), id)).toBe(at('keep/.songkeep/given', id))
  }
})

test('an id that is none of a given file’s names nothing', async () => {
  const { id } = await take('x.wav')
  const digest = id.slice(0, 64)
  await symlink(at('song.wav'), at('keep/.songkeep/given', digest, 'link.wav'))
  await writeFile(at('keep/.songkeep/given', digest, 'other.wav'), 'something else')
  await writeFile(at('keep/.songkeep/given', digest, 'notes.txt'), 'a sound')
  await symlink(dir, at('keep/.songkeep/given', '0'.repeat(64)))
  for (const wrong of [
    '',
    digest,
    at('song.wav'),
    'x.wav',
    `${digest}/../x.wav`,
    `${digest}/../../../../song.wav`,
    `${digest}/link.wav`,
    `${digest}/other.wav`,
    `${digest}/notes.txt`,
    `${digest}/gone.wav`,
    `${'0'.repeat(64)}/song.wav`,
    `${digest.toUpperCase()}/x.wav`,
  ])
    expect(await locateGiven(at('keep'), wrong)).toBeUndefined()
})

test('nothing is taken where no archive is', async () => {
  await mkdir(at('none'))
  await expect(takeGiven(at('none'), at('song.wav'), 'x.wav', signal)).rejects.toThrow()
  expect(await readdir(at('none'))).toEqual([])
})

test('what no decision needs goes after a day, and nothing else', async () => {
  const { id } = await take('needed.wav')
  await writeFile(at('song.wav'), 'another')
  const unneeded = await take('unneeded.wav')
  const folder = at('keep/.songkeep/given')
  await mkdir(join(folder, 'of somebody else'))
  const now = Date.now()
  await sweepGiven(at('keep'), new Set([id]), now)
  expect(await locateGiven(at('keep'), unneeded.id)).toBeDefined()
  const old = new Date(now - 25 * 60 * 60_000)
  for (const name of await readdir(folder)) await utimes(join(folder, name), old, old)
  await sweepGiven(at('keep'), new Set([id]), now)
  expect((await readdir(folder)).toSorted()).toEqual([id.slice(0, 64), 'of somebody else'])
})
