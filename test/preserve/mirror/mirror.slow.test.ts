import { mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { describeCopies, openKnownCopies } from '../../../src/app/archives/copies/copies.ts'
import { forgetCopy } from '../../../src/app/archives/copies/mirror.ts'
import { repairArchive } from '../../../src/app/archives/health/repair.ts'
import { openArchive } from '../../../src/archive/archive.ts'
import { findFaults } from '../../archive/support/find-faults.ts'
import { sha256 } from '../../archive/support/sample.ts'
import { useTemporary } from '../../archive/support/temporary.ts'
import {
  checkAll,
  copyOf,
  environment,
  makeArchive,
  mirrorTo,
  never,
  ofKind,
  pathOf,
  summary,
} from './support.ts'

const place = useTemporary()
const target = () => copyOf(place.root)
const inCopy = (path: string) => join(target(), path)
const inArchive = (path: string) => join(place.dir, path)
const text = (path: string) => readFile(path, 'utf8')
const trash = async () =>
  (await readdir(inCopy('.songkeep/mirror/trash'), { recursive: true })).filter((name) =>
    /\.\w+$/.test(name),
  )

async function begin(tracks = 3) {
  await makeArchive(place.dir, tracks)
  return await mirrorTo(place.dir, { target: target() })
}

test('a copy is an archive that is whole by itself, and the second run copies nothing', async () => {
  const events = await begin()
  expect(summary(events)).toMatchObject({ trashed: 0, faults: [] })
  {
    await using copy = await openArchive(target(), { readOnly: true })
    expect(copy.list()).toHaveLength(3)
    expect(await findFaults(copy)).toEqual([])
  }
  for (const name of ['README-songkeep.txt', 'manifest-sha256.txt', 'Mix/report.json'])
    expect(await text(inCopy(name))).toBe(await text(inArchive(name)))
  expect(await text(inCopy('copies.jsonl'))).toBe(await text(inArchive('copies.jsonl')))
  const again = await mirrorTo(place.dir, {})
  expect(summary(again)).toMatchObject({ copied: 0, trashed: 0, faults: [] })
  expect(summary(await checkAll(place.dir))).toMatchObject({ faults: [] })
})

test('only differences are copied; what has gone moves to the trash, which --prune empties', async () => {
  await begin()
  await makeArchive(place.dir, 2, 4)
  const more = await mirrorTo(place.dir, {})
  expect(ofKind(more, 'copied').map(({ path }) => path)).toEqual(
    expect.arrayContaining([pathOf(4), pathOf(5)]),
  )
  expect(ofKind(more, 'copied').map(({ path }) => path)).not.toContain(pathOf(1))
  {
    await using archive = await openArchive(place.dir)
    await archive.prune(archive.list().filter(({ path }) => path === pathOf(2)))
  }
  expect(summary(await mirrorTo(place.dir, {}))).toMatchObject({ trashed: 1 })
  expect(await trash()).toEqual([expect.stringContaining(pathOf(2))])
  await writeFile(inCopy('.songkeep/mirror/trash/theirs.txt'), 'theirs')
  expect(ofKind(await mirrorTo(place.dir, { prune: true }), 'pruned')).toHaveLength(1)
  expect(await trash()).toEqual(['theirs.txt'])
})

test('a damaged or missing file of the archive never reaches a whole copy', async () => {
  await begin()
  await writeFile(inArchive(pathOf(1)), 'CONTENT 1')
  await rm(inArchive(pathOf(2)))
  expect(summary(await mirrorTo(place.dir, { full: true })).faults).toEqual([])
  expect(await text(inCopy(pathOf(1)))).toBe('content 1')
  await rm(inCopy(pathOf(1)))
  await rm(inCopy(pathOf(2)))
  const faults = summary(await mirrorTo(place.dir, {})).faults
  expect(faults).toContainEqual([pathOf(1), 'archive', 'preserve.source-damaged'])
  expect(faults).toContainEqual([pathOf(2), 'archive', 'preserve.source-missing'])
  await expect(text(inCopy(pathOf(1)))).rejects.toThrow()
})

test('damage in the copy is found by reading it, kept aside and made good', async () => {
  await begin()
  await writeFile(inCopy(pathOf(1)), 'CONTENT 1')
  expect(summary(await mirrorTo(place.dir, {})).faults).toEqual([])
  const checked = summary(await checkAll(place.dir))
  expect(checked.faults).toEqual([[pathOf(1), 'copy', 'preserve.copy-damaged']])
  expect(await text(inCopy(pathOf(1)))).toBe('CONTENT 1')
  const healed = summary(await mirrorTo(place.dir, { full: true }))
  expect(healed).toMatchObject({ copied: 1, trashed: 1 })
  expect(await text(inCopy(pathOf(1)))).toBe('content 1')
  expect(summary(await checkAll(place.dir)).faults).toEqual([])
})

describe('what is not ours', () => {
  test('a folder that holds other things is refused and left as it is', async () => {
    await makeArchive(place.dir, 1)
    await mkdir(target())
    await writeFile(inCopy('theirs.txt'), 'theirs')
    await expect(mirrorTo(place.dir, { target: target() })).rejects.toMatchObject({
      reason: { code: 'preserve.mirror-foreign' },
    })
    expect(await readdir(target())).toEqual(['theirs.txt'])
  })

  test('a copy of another archive is refused', async () => {
    await begin(1)
    const other = join(place.root, 'Other')
    await makeArchive(other, 1)
    await expect(mirrorTo(other, { target: target() })).rejects.toMatchObject({
      reason: { code: 'preserve.mirror-of-another' },
    })
  })

  test.each(['Keep', 'Keep/inside', '.'])('%s lies within the archive', async (name) => {
    await makeArchive(place.dir, 1)
    const target = join(place.root, name)
    await expect(mirrorTo(place.dir, { target })).rejects.toMatchObject({
      reason: { code: 'preserve.mirror-within' },
    })
  })

  test('files that others lay into a copy stay, also under a name that we need', async () => {
    await begin(1)
    await writeFile(inCopy('theirs.txt'), 'theirs')
    await writeFile(inCopy(pathOf(2)), 'theirs')
    await makeArchive(place.dir, 1, 2)
    const { faults } = summary(await mirrorTo(place.dir, { prune: true, full: true }))
    expect(faults).toContainEqual([pathOf(2), 'copy', 'preserve.foreign-in-the-way'])
    expect(await text(inCopy('theirs.txt'))).toBe('theirs')
    expect(await text(inCopy(pathOf(2)))).toBe('theirs')
  })

  test('files of others in the archive are not copied', async () => {
    await makeArchive(place.dir, 1)
    await writeFile(inArchive('Mix/scan.png'), 'theirs')
    const [plan] = ofKind(await mirrorTo(place.dir, { target: target() }), 'plan')
    expect(plan).toMatchObject({ foreign: 1 })
    expect(await readdir(inCopy('Mix'))).not.toContain('scan.png')
  })

  test('a hostile manifest leads nowhere, and a link in the copy is not followed', async () => {
    await begin(1)
    await writeFile(join(place.root, 'theirs.txt'), 'theirs')
    const digest = sha256('theirs')
    const hostile = [
      { path: '../theirs.txt', bytes: 6, sha256: digest },
      { path: join(place.root, 'theirs.txt'), bytes: 6, sha256: digest },
      { path: 'x', bytes: 6, sha256: digest, key: '../theirs.txt', at: '2026' },
      {
        path: 'x',
        bytes: 6,
        sha256: digest,
        key: '.songkeep/mirror/trash/1/../../../../../theirs.txt',
        at: '2026',
      },
    ]
    const lines = [...hostile, { end: hostile.length }].map((line) => JSON.stringify(line))
    await writeFile(
      inCopy('.songkeep/mirror/manifest/00000009-whole.jsonl'),
      `${lines.join('\n')}\n`,
    )
    const events = await mirrorTo(place.dir, { prune: true })
    expect(ofKind(events, 'note').map(({ reason }) => reason.code)).toEqual([
      'preserve.mirror-lines-refused',
    ])
    expect(await text(join(place.root, 'theirs.txt'))).toBe('theirs')
    await rename(inCopy('Mix'), join(place.root, 'Elsewhere'))
    await symlink(join(place.root, 'Elsewhere'), inCopy('Mix'))
    await makeArchive(place.dir, 1, 2)
    await expect(mirrorTo(place.dir, {})).rejects.toMatchObject({
      reason: { code: 'storage.in-the-way' },
    })
    expect(await readdir(join(place.root, 'Elsewhere'))).not.toContain('02 Artist - Song 2.mp3')
  })
})

test('a known copy that is gone is not begun again in silence', async () => {
  await begin(1)
  await rename(target(), join(place.root, 'Unplugged'))
  await mkdir(target())
  const gone = { reason: { code: 'preserve.mirror-gone' } }
  await expect(mirrorTo(place.dir, {})).rejects.toMatchObject(gone)
  await expect(mirrorTo(place.dir, { target: target() })).rejects.toMatchObject(gone)
  expect(await readdir(target())).toEqual([])
  expect(summary(await mirrorTo(place.dir, { target: target(), anew: true })).faults).toEqual([])
  expect(await text(inCopy(pathOf(1)))).toBe('content 1')
  await forgetCopy(place.dir, { target: target() }, environment)
  await expect(mirrorTo(place.dir, {})).rejects.toMatchObject({
    reason: { code: 'preserve.no-copies' },
  })
})

test('a dry run writes nothing', async () => {
  await makeArchive(place.dir, 2)
  const before = await readdir(place.dir)
  const [plan] = ofKind(await mirrorTo(place.dir, { target: target(), dryRun: true }), 'plan')
  expect(plan?.copies).toBeGreaterThan(2)
  expect(await readdir(place.root)).toEqual(['Keep'])
  expect(await readdir(place.dir)).toEqual(before)
})

test('of several copies one that is away does not stop the others', async () => {
  await begin(1)
  const second = join(place.root, 'Second')
  await mirrorTo(place.dir, { target: second })
  await rename(target(), join(place.root, 'Unplugged'))
  await makeArchive(place.dir, 1, 2)
  const events = await mirrorTo(place.dir, {})
  expect(ofKind(events, 'failed')).toMatchObject([{ target: target() }])
  expect(ofKind(events, 'done')).toMatchObject([{ target: second }])
  const { copies, filesByCopies, worst } = await describeCopies(place.dir, never)
  expect(copies.map(({ target: at }) => at).toSorted()).toEqual([target(), second].toSorted())
  expect(filesByCopies).toEqual([0, 1, 1])
  expect(worst.map(({ path }) => path)).toEqual([pathOf(2), pathOf(1)])
})

test('repair takes what is lost from a known copy', async () => {
  await begin(2)
  await rm(inArchive(pathOf(1)))
  await writeFile(inArchive(pathOf(2)), 'CONTENT 2')
  const repaired: unknown[] = []
  for await (const event of repairArchive(place.dir, environment, never, { offline: true }))
    if (event.kind === 'repaired') repaired.push([event.path, event.by])
  expect(repaired).toEqual(expect.arrayContaining([1, 2].map((at) => [pathOf(at), 'copy'])))
  expect(await text(inArchive(pathOf(1)))).toBe('content 1')
  expect(await text(inArchive(pathOf(2)))).toBe('content 2')
})

test('a file is fetched from a copy by its digest, whole or not at all', async () => {
  await begin(2)
  await writeFile(inCopy(pathOf(2)), 'CONTENT 2')
  await using copies = await openKnownCopies(place.dir, environment, never)
  const wanted = (content: string, path: string) => ({ path, bytes: 9, sha256: sha256(content) })
  const to = join(place.root, 'fetched')
  expect(await copies.fetch(wanted('content 1', 'another name'), to, never)).toBe(target())
  expect(await text(to)).toBe('content 1')
  await rm(to)
  expect(await copies.fetch(wanted('content 2', pathOf(2)), to, never)).toBeUndefined()
  await expect(text(to)).rejects.toThrow()
})
