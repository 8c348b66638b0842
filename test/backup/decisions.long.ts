import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openArchive } from '../../src/archive/archive.ts'
import { openDecisions } from '../../src/archive/decisions/decisions.ts'
import type { ArchivedFile } from '../../src/model/archived-file.ts'
import type { BackupRequest } from '../../src/model/backup/request.ts'
import type { DecisionChoice } from '../../src/model/decision.ts'
import type { Match } from '../../src/model/match.ts'
import type { Outcome } from '../../src/model/outcome.ts'
import { reason } from '../../src/model/reason.ts'
import type { Recording } from '../../src/model/recording.ts'
import { english } from '../../src/words/english.ts'
import { startBackup } from '../support/backup.ts'
import { listFiles, makeTempDir, runProgram } from '../support/program.ts'
import { makeTune, makeWav } from '../support/sound.ts'

/** A run over the user's own folders, with nothing remembered from the one before but what lies on the disk. */
async function backUp(dir: string, more: Partial<BackupRequest> = {}): Promise<readonly Outcome[]> {
  const options = { names: '{position} {title}', ...more }
  for await (const event of startBackup(dir, options))
    if (event.kind === 'report') return event.report.outcomes
  throw new Error('no report')
}

async function begin(files: Readonly<Record<string, Uint8Array>>, rows = ['Amber,The Testers,']) {
  const dir = await makeTempDir()
  for (const [path, bytes] of Object.entries(files)) {
    await mkdir(join(dir, 'Music', path, '..'), { recursive: true })
    await writeFile(join(dir, 'Music', path), bytes)
  }
  await writeList(dir, rows)
  return dir
}

const writeList = (dir: string, rows: readonly string[]) =>
  writeFile(join(dir, 'list.csv'), ['Title,Artist,Album', ...rows, ''].join('\n'))

const choose = ({ source, id, title, artists }: Recording): DecisionChoice => ({
  kind: 'recording',
  source,
  id,
  title,
  artists,
})

/** The candidate that lies in the folder, or bears the name. */
function pick(candidates: readonly Match[], part: string): Recording {
  const found = candidates.find(({ recording }) => recording.id.includes(part))
  if (!found) throw new Error(`no ${part} among ${candidates.map(({ recording }) => recording.id)}`)
  return found.recording
}

function only<Kind extends Outcome['kind']>(
  outcomes: readonly Outcome[],
  kind: Kind,
): Outcome & { readonly kind: Kind } {
  const [outcome] = outcomes
  if (outcomes.length !== 1 || outcome?.kind !== kind) throw new Error(JSON.stringify(outcomes))
  return outcome as Outcome & { readonly kind: Kind }
}

const sounds = async (dir: string) =>
  (await listFiles(join(dir, 'Keep'))).filter((path) => path.endsWith('.mp3'))

async function readInventory(dir: string): Promise<readonly ArchivedFile[]> {
  const text = await readFile(join(dir, 'Keep/inventory.jsonl'), 'utf8')
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as ArchivedFile]))
}

/** Two files of one name that sound different. */
const twins = {
  'a/The Testers - Amber.wav': makeTune(20, 1),
  'b/The Testers - Amber.wav': makeTune(20, 2),
}

test('of two that fit, the one decided for is kept by every run from then on', async () => {
  const dir = await begin(twins)
  const { track, candidates } = only(await backUp(dir), 'ambiguous')
  const decisions = openDecisions(join(dir, 'Keep'))
  await decisions.decide(track, choose(pick(candidates, '/b/')))

  const dry = only(await backUp(dir, { dryRun: true }), 'would-keep')
  expect(dry.match.recording.id).toContain('/b/')
  expect(await sounds(dir)).toEqual([])

  // A process of its own, as the user would start it the next day.
  const args = ['backup', join(dir, 'list.csv'), '--library', join(dir, 'Music')]
  const ended = await runProgram([...args, '--into', join(dir, 'Keep')], join(dir, 'cache'))
  expect(ended.code, ended.stderr).toBe(0)
  const [kept] = await readInventory(dir)
  expect(kept?.chosen).toMatchObject({
    id: expect.stringContaining('/b/'),
    notes: expect.arrayContaining([expect.stringMatching(/^chosen by you on \d{4}-\d\d-\d\d$/)]),
  })
  const quality = { quality: 'V0' } as const
  expect(only(await backUp(dir, quality), 'already-kept').kept.chosen.id).toContain('/b/')
})

test('even what is sure is not copied where none is it, until that is taken back', async () => {
  const dir = await begin({ 'The Testers - Amber.wav': makeWav(2, 1) })
  const { track } = only(await backUp(dir, { dryRun: true }), 'would-keep')
  await (await openArchive(join(dir, 'Keep')))[Symbol.asyncDispose]()
  const decisions = openDecisions(join(dir, 'Keep'))
  const { decidedAt } = await decisions.decide(track, { kind: 'none' })
  const day = decidedAt.slice(0, 10)
  const said = reason('backup.none-chosen', { day, keptPath: undefined })
  for (const dryRun of [true, false]) {
    const missed = only(await backUp(dir, { dryRun }), 'not-found')
    expect(missed.reason).toEqual(said)
    expect(await sounds(dir)).toEqual([])
  }
  expect(await readFile(join(dir, 'Keep/list/report.html'), 'utf8')).toContain(english(said))
  await decisions.withdraw(track)
  only(await backUp(dir), 'kept')
})

test('a file kept before is named by none, and left where it is', async () => {
  const dir = await begin({ 'The Testers - Amber.wav': makeWav(2, 1) })
  const { track, kept } = only(await backUp(dir), 'kept')
  const decisions = openDecisions(join(dir, 'Keep'))
  await decisions.decide(track, { kind: 'none' })
  expect(only(await backUp(dir), 'not-found').reason).toMatchObject({
    code: 'backup.none-chosen',
    params: { keptPath: kept.path },
  })
  // A comment may say what was kept; no line plays it.
  expect(await readFile(join(dir, 'Keep/list/playlist.m3u8'), 'utf8')).not.toMatch(/^[^#].*mp3/m)
  expect(await sounds(dir)).toEqual([kept.path])
  await decisions.withdraw(track)
  only(await backUp(dir), 'already-kept')
})

const live = {
  'The Testers - Amber.wav': makeTune(20, 1),
  'The Testers - Amber (Live).wav': makeTune(20, 2),
}

test('what was kept and wrong gives up its place to what was decided for since', async () => {
  const dir = await begin(live)
  const { track, kept } = only(await backUp(dir), 'kept')
  expect(kept.chosen.title).toBe('Amber')
  const old = await readFile(join(dir, 'Keep', kept.path))
  const id = kept.chosen.id.replace('Amber', 'Amber (Live)')
  const { source } = kept.chosen
  const choice: DecisionChoice = {
    kind: 'recording',
    source,
    id,
    title: 'Amber (Live)',
    artists: [],
  }
  await openDecisions(join(dir, 'Keep')).decide(track, choice)

  only(await backUp(dir, { dryRun: true }), 'would-keep')
  expect(await readFile(join(dir, 'Keep', kept.path))).toEqual(old)

  const anew = only(await backUp(dir), 'kept')
  expect(anew.kept).toMatchObject({ path: kept.path, chosen: { id } })
  expect(anew.kept.sha256).not.toBe(kept.sha256)
  expect((await readInventory(dir)).map(({ chosen }) => chosen.id)).toEqual([id])
  const replaced = join(dir, 'Keep/.songkeep/replaced')
  const [stamp = ''] = await readdir(replaced)
  expect(await readFile(join(replaced, stamp, kept.path))).toEqual(old)
  expect(only(await backUp(dir), 'already-kept').kept.chosen.id).toBe(id)
})

test.each([
  ['before', ['Amber,The Testers,', 'Amber,The Testers,Stones']],
  ['after', ['Amber,The Testers,Stones', 'Amber,The Testers,']],
])('an entry that shares the file, and comes %s, keeps its sound', async (_, rows) => {
  const dir = await begin(live, ['Amber,The Testers,Stones', 'Amber,The Testers,'])
  const [first] = await backUp(dir)
  if (first?.kind !== 'kept') throw new Error(JSON.stringify(first))
  const wrong = first.kept.chosen
  const id = wrong.id.replace('Amber', 'Amber (Live)')
  const choice: DecisionChoice = {
    kind: 'recording',
    source: wrong.source,
    id,
    title: '',
    artists: [],
  }
  await openDecisions(join(dir, 'Keep')).decide(first.track, choice)
  await writeList(dir, rows)
  for (const _ of ['this run', 'and the next']) {
    const outcomes = await backUp(dir)
    const lines = await readInventory(dir)
    for (const outcome of outcomes) {
      if (!('kept' in outcome)) throw new Error(JSON.stringify(outcome))
      const line = lines.find(({ path }) => path === outcome.kept.path)
      expect(line?.chosen.id).toBe(outcome.track.album ? id : wrong.id)
    }
    expect(outcomes).toHaveLength(2)
  }
})

test('where the recording decided for is gone, it goes on as before, and says so', async () => {
  const dir = await begin(twins)
  const { track, candidates } = only(await backUp(dir), 'ambiguous')
  const { id } = pick(candidates, '/b/')
  const decisions = openDecisions(join(dir, 'Keep'))
  await decisions.decide(track, choose(pick(candidates, '/b/')))
  const lost = expect.objectContaining({
    code: 'backup.chosen-not-found',
    params: expect.objectContaining({ source: 'library', id }),
  })

  await rm(join(dir, 'Music/b'), { recursive: true })
  expect(only(await backUp(dir, { dryRun: true }), 'would-keep').match.notes).toContainEqual(lost)
  const kept = only(await backUp(dir), 'kept')
  expect(kept.notes).toContainEqual(lost)
  expect(kept.kept.chosen.notes.map(english).join()).not.toContain('chosen by you')
  expect(only(await backUp(dir), 'already-kept').notes).toEqual([lost])

  // It is back: the decision holds still.
  await mkdir(join(dir, 'Music/b'))
  await writeFile(join(dir, 'Music/b/The Testers - Amber.wav'), makeTune(20, 2))
  expect(only(await backUp(dir), 'kept').kept).toMatchObject({
    path: kept.kept.path,
    chosen: { id },
  })
})

test('and where nothing else is sure, that is what it says', async () => {
  const dir = await begin({ ...twins, 'c/The Testers - Amber.wav': makeTune(20, 3) })
  const { track, candidates } = only(await backUp(dir), 'ambiguous')
  await openDecisions(join(dir, 'Keep')).decide(track, choose(pick(candidates, '/c/')))
  await rm(join(dir, 'Music/c'), { recursive: true })
  expect(only(await backUp(dir), 'ambiguous').reason).toMatchObject({
    code: 'backup.and-chosen-not-found',
    params: { reason: { code: 'backup.files-conflict' } },
  })
  await rm(join(dir, 'Music'), { recursive: true })
  await mkdir(join(dir, 'Music'))
  expect(only(await backUp(dir), 'not-found').reason).toMatchObject({
    code: 'backup.and-chosen-not-found',
    params: { source: 'library', reason: { code: 'backup.nothing-near' } },
  })
})

test('where its file is broken nothing else takes its place, and what was kept stays', async () => {
  const dir = await begin(live)
  const { track, kept } = only(await backUp(dir), 'kept')
  const id = kept.chosen.id.replace('Amber', 'Amber (Live)')
  const file = join(dir, 'Music/The Testers - Amber (Live).wav')
  await writeFile(file, (await readFile(file)).subarray(0, 100_000))
  const choice: DecisionChoice = {
    kind: 'recording',
    source: 'library',
    id,
    title: '',
    artists: [],
  }
  await openDecisions(join(dir, 'Keep')).decide(track, choice)
  expect(english(only(await backUp(dir), 'failed').reason)).toContain('Amber (Live).wav')
  expect(await sounds(dir)).toEqual([kept.path])
  expect((await readInventory(dir)).map(({ chosen }) => chosen.id)).toEqual([kept.chosen.id])
})
