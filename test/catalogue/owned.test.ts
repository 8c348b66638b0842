import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildCatalogue } from '../../src/catalogue/build/build.ts'
import type { ArtistsInput } from '../../src/catalogue/read/artists/artist.ts'
import { inputOf, makeFolder, recording } from './support/catalogue.ts'

const NAMES: ArtistsInput = {
  name: 'list',
  format: 'musicbrainz',
  async *read() {
    const artist = { id: '1', name: 'Ada Holm', names: ['Holm, Ada'], projects: [] }
    yield { artists: [artist], skipped: [], bytesRead: 0 }
  },
}

const build = (out: string) =>
  buildCatalogue({ out, inputs: [inputOf([recording({ id: 'a' })])], artists: [NAMES] })

const USERS = '0123456789abcdef'.repeat(2)

/** A folder of the user's own, with a file in it. */
function ownFolder(out: string, name: string): string {
  mkdirSync(join(out, name), { recursive: true })
  writeFileSync(join(out, name, 'letter.txt'), 'mine')
  return join(out, name, 'letter.txt')
}

test('a folder of the user that is named like a build stays, and builds of ours go', async () => {
  const out = makeFolder()
  const letter = ownFolder(out, USERS)
  writeFileSync(join(out, USERS, 'records-000.seg'), 'no segment')
  await build(out)
  const [first] = buildsOf(out)
  const strange = ownFolder(out, first ?? '')
  await build(out)
  expect(readFileSync(letter, 'utf8')).toBe('mine')
  expect(readdirSync(join(out, USERS))).toHaveLength(2)
  expect(readdirSync(join(out, first ?? ''))).toEqual(['letter.txt'])
  expect(existsSync(strange)).toBe(true)
  await build(out)
  // An index, a list of names, and the folder in which something of the user's lies.
  expect(buildsOf(out)).toHaveLength(3)
})

test.each(['.building', '.naming'])(
  'a folder %s that no build has made is not emptied',
  async (name) => {
    const out = makeFolder()
    const letter = ownFolder(out, name)
    await expect(build(out)).rejects.toMatchObject({ reason: { code: 'catalogue.foreign-folder' } })
    expect(readFileSync(letter, 'utf8')).toBe('mine')
  },
)

test('a catalogue.json of another program is not replaced', async () => {
  const out = makeFolder()
  writeFileSync(join(out, 'catalogue.json'), '{"books":[]}')
  await expect(build(out)).rejects.toMatchObject({
    reason: { code: 'catalogue.foreign-manifest' },
  })
  expect(readFileSync(join(out, 'catalogue.json'), 'utf8')).toBe('{"books":[]}')
})

const buildsOf = (out: string) =>
  readdirSync(out).filter((name) => /^[0-9a-f]{32}$/.test(name) && name !== USERS)
