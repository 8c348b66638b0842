import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { pack } from '../../src/app/archives/packages/pack.ts'
import { checkPackageAt, unpackArchive } from '../../src/app/archives/packages/unpack.ts'
import { openArchive } from '../../src/archive/archive.ts'
import type { PackageKind } from '../../src/model/preserve/packages/package-kinds.ts'
import type { PackEvent } from '../../src/packages/packer.ts'
import { readTree } from '../archive/support/inspect.ts'
import { keep, playlistOf, trackOf } from '../archive/support/sample.ts'

let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'songkeep-packages-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const { signal } = new AbortController()
const kinds: readonly PackageKind[] = ['bagit', 'ocfl', 'ro-crate']

/** An archive with the files of one list. */
async function makeArchive(titles: readonly string[], place = join(dir, 'Keep')): Promise<string> {
  await using archive = await openArchive(place)
  const list = playlistOf(
    'Mix',
    titles.map((title) => trackOf(title)),
  )
  for (const [at] of titles.entries()) await keep(archive, list, at + 1)
  await archive.writeText('Mix', 'playlist.m3u8', '#EXTM3U\n')
  await archive.checkpoint()
  return place
}

async function packTo(as: PackageKind, source: string, out = join(dir, as)): Promise<PackEvent[]> {
  const events: PackEvent[] = []
  for await (const event of pack({ source, as, out, signal }))
    if (event.kind !== 'progress') events.push(event)
  return events
}

const codesOf = async (at: string) => [
  ...new Set(
    (await checkPackageAt(at, { signal })).faults.map(({ reason }) =>
      'rule' in reason.params ? String(reason.params.rule) : reason.code,
    ),
  ),
]

describe.each(kinds)('%s', (as) => {
  test('is valid, and becomes the same archive again, byte for byte', async () => {
    const archive = await makeArchive(['One', 'Zwölf % 25', '面试', '~ tilde', 'A & <b>'])
    const before = await readTree(archive)
    expect(await packTo(as, archive)).toMatchObject([{ kind: 'packed', files: before.size }])
    expect(await codesOf(join(dir, as))).toEqual([])
    await unpackArchive({ source: join(dir, as), out: join(dir, 'again'), signal })
    expect(await readTree(join(dir, 'again'))).toEqual(before)
    await using again = await openArchive(join(dir, 'again'))
    expect(again.list()).toHaveLength(5)
    expect(again.notes).toEqual([])
  })

  test('is the same, byte for byte, when it is made again', async () => {
    const archive = await makeArchive(['One', 'Two'])
    await packTo(as, archive, join(dir, 'first'))
    await packTo(as, archive, join(dir, 'second'))
    expect(await readTree(join(dir, 'first'))).toEqual(await readTree(join(dir, 'second')))
  })

  test('leaves out what is not as it was kept, or is not the archive’s, and tells it', async () => {
    const archive = await makeArchive(['One', 'Two', 'Three'])
    const [one = '', two = ''] = (await readdir(join(archive, 'Mix'))).toSorted()
    await writeFile(join(archive, 'Mix', one), 'content X')
    await rm(join(archive, 'Mix', two))
    await writeFile(join(archive, 'notes.txt'), 'mine')
    await symlink('/etc/passwd', join(archive, 'Mix', 'link.mp3'))
    const events = await packTo(as, archive)
    const left = events.flatMap((event) =>
      event.kind === 'left-out' ? [[event.path, event.reason.code]] : [],
    )
    expect(left.toSorted()).toEqual(
      [
        [`Mix/${one}`, 'package.file-not-as-kept'],
        [`Mix/${two}`, 'package.file-missing'],
        ['Mix/link.mp3', 'package.not-of-the-archive'],
        ['notes.txt', 'package.not-of-the-archive'],
      ].toSorted(),
    )
    expect(await codesOf(join(dir, as))).toEqual([])
  })

  test('never writes into a folder that holds something else', async () => {
    const archive = await makeArchive(['One'])
    await mkdir(join(dir, as))
    await writeFile(join(dir, as, 'mine'), 'x')
    await expect(packTo(as, archive)).rejects.toMatchObject({
      reason: { code: 'package.not-empty' },
    })
    expect(await readdir(join(dir, as))).toEqual(['mine'])
    expect((await readdir(dir)).toSorted()).toEqual(['Keep', as].toSorted())
  })

  test('takes away what a killed run left, and nothing that is not its own', async () => {
    const archive = await makeArchive(['One'])
    const part = join(dir, `.${as}.part`)
    await mkdir(join(part, 'package/data'), { recursive: true })
    await writeFile(join(part, 'package/data/half'), 'x')
    await expect(packTo(as, archive)).rejects.toMatchObject({
      reason: { code: 'package.in-the-way' },
    })
    await writeFile(join(part, 'songkeep-unfinished'), '')
    expect(await packTo(as, archive)).toMatchObject([{ kind: 'packed' }])
    expect((await readdir(dir)).toSorted()).toEqual(['Keep', as].toSorted())
  })

  test('is not unpacked where one byte has changed', async () => {
    await packTo(as, await makeArchive(['One']))
    const tree = [...(await readTree(join(dir, as))).keys()]
    const song = join(dir, as, tree.find((path) => path.endsWith('.mp3')) ?? '')
    await writeFile(song, 'content X')
    const unpacking = unpackArchive({ source: join(dir, as), out: join(dir, 'again'), signal })
    await expect(unpacking).rejects.toMatchObject({ reason: { code: 'package.faulty' } })
    expect(await readdir(dir)).not.toContain('again')
  })

  test('is not unpacked where it holds a link', async () => {
    await packTo(as, await makeArchive(['One']))
    const tree = [...(await readTree(join(dir, as))).keys()]
    const song = join(dir, as, tree.find((path) => path.endsWith('.mp3')) ?? '')
    await rename(song, join(dir, 'song'))
    await symlink(join(dir, 'song'), song)
    const unpacking = unpackArchive({ source: join(dir, as), out: join(dir, 'again'), signal })
    await expect(unpacking).rejects.toMatchObject({ reason: { code: 'package.faulty' } })
  })
})

describe('a second pack into an OCFL storage root', () => {
  test('makes a version that holds only what has changed', async () => {
    const archive = await makeArchive(['One', 'Two'])
    await packTo('ocfl', archive)
    expect(await packTo('ocfl', archive)).toEqual([{ kind: 'unchanged', path: join(dir, 'ocfl') }])
    await makeArchive(['One', 'Two', 'Three'], archive)
    expect(await packTo('ocfl', archive)).toMatchObject([{ kind: 'packed' }])
    expect(await codesOf(join(dir, 'ocfl'))).toEqual([])
    const tree = [...(await readTree(join(dir, 'ocfl'))).keys()]
    const songs = tree.filter((path) => path.endsWith('.mp3'))
    expect(songs.map((path) => path.split('/').slice(4).join('/'))).toEqual([
      'v1/content/Mix/01 Artist - One.mp3',
      'v1/content/Mix/02 Artist - Two.mp3',
      'v2/content/Mix/03 Artist - Three.mp3',
    ])
    await unpackArchive({ source: join(dir, 'ocfl'), out: join(dir, 'again'), signal })
    expect(await readTree(join(dir, 'again'))).toEqual(await readTree(archive))
  })

  test('finishes a version whose inventory a killed run did not put in place', async () => {
    const archive = await makeArchive(['One'])
    const out = join(dir, 'ocfl')
    await packTo('ocfl', archive)
    const at = [...(await readTree(out)).keys()].find((path) => path.endsWith('0=ocfl_object_1.1'))
    const object = join(out, dirname(at ?? ''))
    const before = await readFile(join(object, 'inventory.json'))
    await makeArchive(['One', 'Two'], archive)
    await packTo('ocfl', archive)
    await writeFile(join(object, 'inventory.json'), before)
    expect(await codesOf(out)).toContain('E060')
    await packTo('ocfl', archive)
    expect(await codesOf(out)).toEqual([])
    expect((await readdir(object)).filter((name) => /^v\d/.test(name))).toEqual(['v1', 'v2'])
  })
})

test('a folder that is no package is told', async () => {
  await expect(unpackArchive({ source: dir, out: join(dir, 'x'), signal })).rejects.toMatchObject({
    reason: { code: 'package.is-none' },
  })
})
