import { createHash } from 'node:crypto'
import {
  copyFile,
  lstat,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openArchive } from '../../src/archive/archive.ts'
import type { DescribeFile, ReindexFinding } from '../../src/archive/reindex/line-search.ts'
import { reindexArchive } from '../../src/archive/reindex/reindex.ts'
import type { ArchivedFile } from '../../src/model/archived-file.ts'
import { renderJson } from '../../src/report/json/report.ts'
import { UserError } from '../../src/words/user-error.ts'
import { readInventory, readTree } from './support/inspect.ts'
import { keep, playlistOf, recordingOf, trackOf, whyOf } from './support/sample.ts'
import { useTemporary } from './support/temporary.ts'

const place = useTemporary()
const TITLES = ['One', 'Two', 'Three', 'Four', 'Five']
const list = playlistOf(
  'Mix',
  TITLES.map((title) => trackOf(title)),
)
const pathOf = (position: number) => `Mix/0${position} Artist - ${TITLES[position - 1]}.mp3`
const at = (path: string) => join(place.dir, path)
const remove = (path: string) => rm(at(path), { recursive: true })

/** An archive of five files and a report. */
async function make() {
  await using archive = await openArchive(place.dir)
  const outcomes = []
  for (const position of [1, 2, 3, 4, 5]) {
    const kept = await keep(archive, list, position)
    outcomes.push({ kind: 'kept', position, track: kept.track, kept, notes: [] } as const)
  }
  const [startedAt, finishedAt] = ['2026-11-29T10:00:00.000Z', '2026-11-29T10:01:00.000Z']
  const run = { startedAt, finishedAt, stopped: false, dryRun: false, hosts: [] }
  const text = renderJson({ playlist: list, outcomes, ...run, refusedRequests: [] })
  await archive.writeText('Mix', 'report.json', text)
  await archive.checkpoint()
}

/** What tags would say; nothing of a file that is none of ours. */
const describe: DescribeFile = async (path, sums): Promise<ArchivedFile | undefined> => {
  const text = await readFile(at(path), 'utf8')
  if (!text.startsWith('content')) return undefined
  const { match, verdict } = whyOf(trackOf(text), recordingOf(path))
  const { recording, ...judged } = match
  return {
    ...{ path, ...sums, durationMs: 1, format: 'mp3', how: 'kept', track: trackOf(text) },
    chosen: { ...recording, ...judged, sha256: sums.sha256 },
    ...{ verdict, keptAt: '2026-11-29T10:00:00.000Z' },
  }
}

const reindex = (dryRun = false) => reindexArchive(place.dir, { describe, dryRun })

interface Accident {
  readonly name: string
  readonly happens: () => Promise<unknown>
  readonly findings: readonly ReindexFinding[]
  /** Lines afterwards; five where nothing is said. */
  readonly lines?: number
}

const adopted = (by: 'spare' | 'report' | 'manifest', positions = [1, 2, 3, 4, 5]) =>
  positions.map((position) => ({ kind: 'adopted' as const, path: pathOf(position), by }))

const accidents: readonly Accident[] = [
  { name: 'nothing', happens: async () => {}, findings: [] },
  { name: 'the working state is gone', happens: () => remove('.songkeep'), findings: [] },
  {
    name: 'both manifests and the README are gone',
    happens: async () => {
      await remove('manifest-sha256.txt')
      await remove('README-songkeep.txt')
    },
    findings: [],
  },
  {
    name: 'the inventory and the working state are gone',
    happens: async () => {
      await remove('.songkeep')
      await remove('inventory.jsonl')
    },
    findings: adopted('report'),
  },
  {
    name: 'the inventory is cut, its copy and checkpoint are gone',
    happens: async () => {
      await remove('.songkeep')
      const lines = (await readFile(at('inventory.jsonl'), 'utf8')).split('\n')
      await writeFile(at('inventory.jsonl'), `${lines.slice(0, 2).join('\n')}\n`)
    },
    findings: adopted('report', [3, 4, 5]).toSorted(byPath),
  },
  {
    name: 'only manifest and files are left, and the list of lists',
    happens: async () => {
      await remove('.songkeep')
      await remove('inventory.jsonl')
      await remove('Mix/report.json')
      await remove('README-songkeep.txt')
    },
    findings: adopted('manifest').toSorted(byPath),
  },
  {
    name: 'files were renamed and moved',
    happens: async () => {
      await mkdir(at('Elsewhere'))
      await rename(at(pathOf(1)), at('Elsewhere/a.mp3'))
      await rename(at(pathOf(2)), at('Mix/b.mp3'))
    },
    findings: [
      { kind: 'moved', path: 'Elsewhere/a.mp3', from: pathOf(1) },
      { kind: 'moved', path: 'Mix/b.mp3', from: pathOf(2) },
    ],
  },
  {
    name: 'files were renamed, and the records are gone',
    happens: async () => {
      await rename(at(pathOf(1)), at('Mix/b.mp3'))
      await remove('.songkeep')
      await remove('inventory.jsonl')
    },
    findings: [
      { kind: 'adopted', path: 'Mix/b.mp3', from: pathOf(1), by: 'report' },
      ...adopted('report', [2, 3, 4, 5]),
    ],
  },
  {
    name: 'a file was renamed, and nothing but a manifest has it',
    happens: async () => {
      await rename(at(pathOf(1)), at('Mix/b.mp3'))
      for (const each of ['.songkeep', 'inventory.jsonl', 'Mix/report.json']) await remove(each)
    },
    findings: [
      { kind: 'adopted', path: 'Mix/b.mp3', from: pathOf(1), by: 'manifest' },
      ...adopted('manifest', [2, 3, 4, 5]).toSorted(byPath),
    ],
  },
  {
    name: 'a file is damaged, one is missing',
    happens: async () => {
      await writeFile(at(pathOf(1)), 'CONTENT 1')
      await remove(pathOf(2))
    },
    findings: [
      { kind: 'damaged', path: pathOf(1) },
      { kind: 'missing', path: pathOf(2) },
    ],
  },
  {
    name: 'the same, and the records are gone',
    happens: async () => {
      await writeFile(at(pathOf(1)), 'CONTENT 1')
      await remove(pathOf(2))
      await remove('.songkeep')
      await remove('inventory.jsonl')
    },
    findings: [
      ...adopted('report', [3, 4, 5]),
      { kind: 'lost', path: pathOf(1), by: 'report' },
      { kind: 'lost', path: pathOf(2), by: 'report' },
    ],
    lines: 3,
  },
  {
    name: 'the inventory is gone and a file damaged: its line is kept, as it may be repaired',
    happens: async () => {
      await writeFile(at(pathOf(1)), 'CONTENT 1')
      await remove('inventory.jsonl')
    },
    findings: [{ kind: 'damaged', path: pathOf(1) }],
  },
  {
    name: 'a file lies elsewhere, behind a link',
    happens: async () => {
      await rename(at(pathOf(1)), join(place.root, 'out.mp3'))
      await symlink(join(place.root, 'out.mp3'), at(pathOf(1)))
      await symlink(place.root, at('Mix/outside'))
    },
    findings: [{ kind: 'damaged', path: pathOf(1) }],
  },
  {
    name: 'the user’s own copies lie beside',
    happens: async () => {
      await copyFile(at(pathOf(1)), at('Mix/copy.mp3'))
      await writeFile(at('Mix/own.mp3'), 'content of my own')
    },
    findings: [],
  },
]

function byPath(a: { readonly path: string }, b: { readonly path: string }) {
  return a.path < b.path ? -1 : 1
}

const sorted = (findings: readonly ReindexFinding[]) => findings.toSorted(byPath)

test.each(accidents)('$name: what can be is recovered, once', async (accident) => {
  const { happens, findings, lines = 5 } = accident
  await make()
  await happens()
  const before = await readTree(place.dir)
  expect(sorted((await reindex(true)).findings)).toEqual(sorted(findings))
  expect(await readTree(place.dir)).toEqual(before)
  expect(sorted((await reindex()).findings)).toEqual(sorted(findings))
  const inventory = await readInventory(place.dir)
  expect(inventory).toHaveLength(lines)
  await expectManifests(inventory)
  const state = await readInodes()
  const again = await reindex()
  expect(again.digested).toBe(0)
  expect(again.findings.filter(({ kind }) => kind === 'moved' || kind === 'adopted')).toEqual([])
  expect(await readInodes()).toEqual(state)
})

async function expectManifests(files: readonly ArchivedFile[]) {
  expect(await readdir(place.dir)).toContain('README-songkeep.txt')
  const text = await readFile(at('manifest-sha512.txt'), 'utf8')
  for (const { path, sha256 } of files) {
    const isFile = (await lstat(at(path)).catch(() => undefined))?.isFile()
    const bytes = isFile ? await readFile(at(path)) : ''
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) continue
    expect(text).toContain(`${createHash('sha512').update(bytes).digest('hex')}  ${path}\n`)
  }
}

/** Of every file outside the working state. */
async function readInodes() {
  const paths = [...(await readTree(place.dir)).keys()]
  return await Promise.all(paths.map(async (path) => [path, (await stat(at(path))).ino]))
}

test('an ordinary opening takes five lines for five files, and tells it', async () => {
  await make()
  await remove('.songkeep')
  await remove('inventory.jsonl')
  await using archive = await openArchive(place.dir)
  expect(archive.notes).toEqual([
    { code: 'archive.lines-adopted', params: { adopted: 5, damaged: 0, lost: 0 } },
  ])
  expect(archive.list()).toHaveLength(5)
  expect(archive.listFor(trackOf('Two'))[0]?.chosen.id).toBe('2')
})

test('where nothing describes the files, nothing is written before they have been read', async () => {
  await make()
  for (const each of ['.songkeep', 'inventory.jsonl', 'Mix/report.json']) await remove(each)
  const before = await readTree(place.dir)
  const error = await openArchive(place.dir).catch((reason: unknown) => reason)
  expect(error instanceof UserError && error.reason.code).toBe('archive.records-lost')
  expect(await readTree(place.dir)).toEqual(before)
  await reindex()
  await using archive = await openArchive(place.dir)
  expect(archive.list()).toHaveLength(5)
})

test('new tags that no report knows: the manifest has the digest, the report the evidence', async () => {
  await make()
  {
    await using archive = await openArchive(place.dir)
    const [first] = archive.list()
    if (!first) throw new Error('nothing kept')
    const copy = join(archive.workDir, 'new')
    await writeFile(copy, 'content 1 under new tags')
    await archive.retag(first, copy)
    await archive.checkpoint()
  }
  await remove('.songkeep')
  await remove('inventory.jsonl')
  const { findings } = await reindex()
  expect(findings.every(({ kind }) => kind === 'adopted')).toBe(true)
  const line = (await readInventory(place.dir)).find(({ path }) => path === pathOf(1))
  expect(line).toMatchObject({ chosen: { id: '1' }, bytes: 24 })
})

test('what was pruned is not missed, and comes back where its owner has moved it back', async () => {
  await make()
  let trash = ''
  {
    await using archive = await openArchive(place.dir)
    trash = (await archive.prune(archive.list().slice(0, 2))).trash ?? ''
    await archive.checkpoint()
  }
  expect((await reindex()).findings).toEqual([])
  const [first = ''] = (await readdir(at(join(trash, 'Mix')))).toSorted()
  await rename(at(join(trash, 'Mix', first)), at(join('Mix', first)))
  expect((await reindex()).findings).toEqual([
    { kind: 'adopted', path: `Mix/${first}`, by: 'trash' },
  ])
  expect(await readInventory(place.dir)).toHaveLength(4)
})

test('a report names paths outside and files of others: nothing but what is whole and inside counts', async () => {
  await make()
  await writeFile(join(place.root, 'secret.mp3'), 'content 9')
  const report = await readFile(at('Mix/report.json'), 'utf8')
  const hostile = [`${pathOf(1)}`, '../secret.mp3', '/etc/passwd', 'Mix/report.json', '.songkeep/x']
  let text = report
  for (const [index, path] of hostile.entries())
    text = text.replaceAll(`"path": "${pathOf(index + 1)}"`, `"path": ${JSON.stringify(path)}`)
  await writeFile(at('Mix/report.json'), text)
  await remove('.songkeep')
  await remove('inventory.jsonl')
  await remove('manifest-sha256.txt')
  await remove('manifest-sha512.txt')
  const { findings } = await reindex()
  expect(findings).toEqual([{ kind: 'adopted', path: pathOf(1), by: 'report' }])
})
