import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseReport } from '../../src/app/archives/archived-report.ts'
import { verifyArchive } from '../../src/app/archives/health/verify.ts'
import { readHistory } from '../../src/app/archives/read-history.ts'
import { openArchive } from '../../src/archive/archive.ts'
import { openDecisions } from '../../src/archive/decisions/decisions.ts'
import { isReason, type Reason, textReason } from '../../src/model/reason.ts'
import { readReport } from '../../src/report/json/read-report.ts'
import { en } from '../../src/words/en/index.ts'
import { english } from '../../src/words/english.ts'
import { runCommand } from '../support/command-line.ts'
import { listFiles, makeTempDir, readJson } from '../support/program.ts'
import { makeWav } from '../support/sound.ts'

/** An archive of the code as it was before reasons had codes: two runs of one list, with every kind of outcome. */
const before = join(import.meta.dirname, '../fixtures/archive/before-reasons')

interface Outcome {
  readonly kind: string
  readonly position: number
  readonly kept?: { readonly path: string }
  readonly note?: string
  readonly noteCode?: unknown
  readonly reason?: string
}
interface StoredReport {
  readonly outcomes: readonly Outcome[]
  readonly changes?: { readonly added: readonly unknown[]; readonly removed: readonly unknown[] }
}

async function copyArchive() {
  const dir = await makeTempDir()
  const keep = join(dir, 'Keep')
  await cp(before, keep, { recursive: true })
  return { dir, keep, run: (...args: string[]) => runCommand(args, join(dir, 'cache')) }
}

test('its report is read: every row, every sentence as a reason, history and decisions', async () => {
  const text = await readFile(join(before, 'Evening/report.json'), 'utf8')
  const rows = [...(parseReport(text)?.rows.values() ?? [])]
  expect(rows.map(({ row }) => row.state)).toEqual([
    'already-kept',
    'already-kept',
    'not-found',
    'already-kept',
    'refused',
    'review',
    'failed',
    'already-kept',
    'skipped',
    'kept',
    'ambiguous',
  ])
  const refused = rows[4]?.outcome
  if (refused?.kind !== 'refused') throw new Error('no such row')
  expect(refused.verdict.reasons.every(isReason)).toBe(true)
  expect(refused.verdict.reasons.map(english)).toEqual(['All rights reserved.'])
  expect(rows[6]?.row.reason).toEqual(
    textReason('granite/granite.wav: archive.org answers 500 instead of the file.'),
  )
  expect(readReport(text, (path) => path, en)?.entries).toHaveLength(10)

  const [history] = await readHistory(before)
  expect(history).toMatchObject({ playlist: 'Evening', damagedLines: [] })
  expect(history?.left).toMatchObject([{ entry: { track: { title: 'Jetty' } } }])
  expect(history?.withdrawn).toMatchObject([
    { entry: { track: { title: 'Harbour' }, withdrawn: true, note: { code: 'text' } } },
  ])
  const decisions = await openDecisions(before).list()
  expect(decisions.map(({ choice }) => choice.kind)).toEqual(['none', 'recording'])
})

test('its inventory is read, and every file verified', async () => {
  const { keep } = await copyArchive()
  const stored = (await readFile(join(keep, 'inventory.jsonl'), 'utf8')).trimEnd().split('\n')
  await using archive = await openArchive(keep, { readOnly: true })
  expect(archive.list().map(({ path }) => path)).toEqual(
    stored.map((line) => JSON.parse(line).path).toSorted(),
  )
  for (const { verdict, chosen } of archive.list()) {
    const reasons = [...verdict.reasons, ...chosen.evidence.map(({ level }) => level)]
    expect(reasons.every(isReason)).toBe(true)
    expect((reasons as Reason[]).map(english).every((sentence) => sentence !== '')).toBe(true)
  }
  const events = await Array.fromAsync(verifyArchive(keep, new AbortController().signal))
  expect(events.filter(({ kind }) => kind === 'finding')).toEqual([])
  expect(events.at(-1)).toMatchObject({ kind: 'ended', summary: { faults: 0 } })
})

test('it is continued: what is kept stays, the inventory keeps its sentences, history and pruning go on', async () => {
  const { dir, keep, run } = await copyArchive()
  const sentences = async () =>
    (await readFile(join(keep, 'inventory.jsonl'), 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
      .map(({ path, verdict, chosen }) => [path, verdict.reasons, chosen.evidence[0].level])
  const old = await sentences()
  const music = join(dir, 'Music')
  await mkdir(music)
  await writeFile(join(music, 'The Testers - Koru.wav'), makeWav(1, 11))
  const track = (name: string, id: number, durationMs?: number) => ({
    track: {
      type: 'track',
      name,
      artists: [{ name: 'The Testers' }],
      album: { name: 'Shore' },
      duration_ms: durationMs,
      uri: `spotify:track:${String(id).padStart(22, '0')}`,
    },
  })
  const tracks = [
    track('Cedar', 3, 1000),
    track('Amber', 1, 4000),
    track('Basalt', 2, 1000),
    track('Dune', 4, 4000),
    { track: null },
    track('Koru', 12, 1000),
  ]
  const list = join(dir, 'list.json')
  await writeFile(list, JSON.stringify({ playlists: [{ name: 'Evening', tracks }] }))
  const names = ['--name', '{playlist}/{position} {title}', '--quality', 'V2']
  const args = ['backup', list, '-l', music, '-i', keep, ...names]
  const { stdout, code } = await run(...args)
  expect(code, stdout).toBe(1)

  const report = await readJson<StoredReport>(join(keep, 'Evening/report.json'))
  expect(report.outcomes.map(({ kind }) => kind)).toEqual([
    'already-kept',
    'already-kept',
    'not-found',
    'already-kept',
    'already-kept',
    'kept',
  ])
  expect(report.outcomes[4]).toMatchObject({
    track: { title: 'Harbour' },
    kept: { path: 'Evening/08 Harbour.mp3' },
    withdrawn: true,
    note: 'This row no longer names a track; the backup of 28 November 2026 did.',
  })
  expect(report.outcomes[2]?.reason).toMatch(/^You decided on 2026-11-28 that none/)
  expect(report.changes?.added).toHaveLength(1)
  expect(report.changes?.removed).toHaveLength(6)
  expect((await sentences()).filter(([path]) => path !== 'Evening/06 Koru.mp3')).toEqual(old)
  expect((await readHistory(keep))[0]?.changes).toHaveLength(2)
  expect((await run('verify', keep)).code).toBe(0)

  const pruned = await run(...args, '--prune')
  expect(pruned.stdout).toMatch(/Pruned: 2 files.*moved to the trash/)
  expect((await listFiles(keep)).filter((path) => path.endsWith('.mp3'))).toHaveLength(5)
})
