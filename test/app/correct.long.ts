import { access, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Found, HandSearch, Job, Row } from '../../src/api/contract.ts'
import type { View } from '../../src/app/backups/row-view.ts'
import type { Context } from '../../src/app/context.ts'
import { readEnvironment } from '../../src/app/environment.ts'
import { openContext } from '../../src/app/open-context.ts'
import { openDecisions } from '../../src/archive/decisions/decisions.ts'
import { completeRequest } from '../../src/model/backup/request.ts'
import { makeTune, makeWav } from '../support/sound.ts'

let dir: string
let context: Context
let job: Job
let view: View
const at = (...names: string[]) => join(dir, ...names)
const { signal } = new AbortController()

const list = ['The Testers - Amber', 'Nobody - Lost', 'The Others - Gone'].join('\n')

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'songkeep-correct-'))
  for (const folder of ['Home/Music', 'Home/Downloads', 'Private'])
    await mkdir(at(...folder.split('/')), { recursive: true })
  await writeFile(at('Home/Music/The Testers - Amber.wav'), makeWav(1, 1))
  await writeFile(at('Home/Music/Someone - Quite Another Name.wav'), makeTune(1, 2))
  await writeFile(at('Home/Downloads/found at last.wav'), makeWav(1, 3))
  await writeFile(at('Home/Downloads/secret.wav'), 'ssh-rsa AAAA')
  await writeFile(at('Home/Downloads/notes.txt'), 'ssh-rsa AAAA')
  await writeFile(at('Private/private.wav'), makeWav(1, 4))
  await symlink(at('Private/private.wav'), at('Home/Downloads/link.wav'))
  const environment = readEnvironment({
    SONGKEEP_CACHE: at('cache'),
    SONGKEEP_DATA: at('data'),
    SONGKEEP_CONFIG: at('config'),
    SONGKEEP_OFFLINE: '1',
  })
  context = await openContext(environment, { folders: [at('Home')], width: 1 })
  const upload = await context.uploads.receive('Evening.txt', bytesOf(Buffer.from(list)), signal)
  const { inputs } = await context.preview([{ kind: 'upload', ...upload }], {}, signal)
  job = await run(
    await context.jobs.add(
      {
        ...completeRequest({ inputs: [], into: at('Home', 'Keep'), quality: 'V2' }),
        kind: 'backup',
        inputs,
        libraries: [at('Home', 'Music')],
      },
      'me',
    ),
  )
  view = await context.jobs.view(job.id)
})

afterAll(async () => {
  await context[Symbol.asyncDispose]()
  await rm(dir, { recursive: true })
})

async function* bytesOf(bytes: Uint8Array) {
  yield bytes
}

const run = ({ id }: Job): Promise<Job> =>
  vi.waitFor(
    async () => {
      const now = await context.jobs.find(id)
      expect(now?.state).toBe('done')
      return now as Job
    },
    { timeout: 50_000, interval: 20 },
  )

async function rowOf(title: string, of: View = view): Promise<Row> {
  const { entries } = await of.snapshot()
  const row = entries.find((each): each is Row => each.kind === 'row' && each.title === title)
  if (!row) throw new Error(`no row ${title}`)
  return row
}

const search = async (title: string, asked: HandSearch): Promise<Found> =>
  await view.search((await rowOf(title)).key, asked, signal)

const again = async () => {
  const { id } = await run(await context.jobs.again(job.id, 'me'))
  return await context.jobs.view(id)
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: { reason?: { code: string } }) => error.reason?.code ?? String(error),
  )

test('a file of the library is found by other words, and kept by the next run', async () => {
  const words = { kind: 'words', title: 'Quite Another Name', artist: '', in: 'library' } as const
  const { search: id, candidates } = await search('Lost', words)
  expect(candidates[0]).toMatchObject({
    match: { recording: { title: 'Quite Another Name', source: 'library' } },
    verdict: { action: 'copy' },
    hasSound: true,
    listen: { kind: 'local' },
  })
  expect(candidates[0]!.match.probability).toBeLessThan(0.5)
  const { key } = await rowOf('Lost')
  expect((await view.foundAudio(key, id, 0)).type).toBe('audio/wav')
  const decided = await view.decide(key, { kind: 'found', search: id, candidate: 0 }, signal)
  expect(decided.decided).toBe('recording')
  const { decision } = await view.details(key)
  expect(decision?.chosen).toMatchObject({
    source: 'library',
    found: { kind: 'words', title: 'Quite Another Name', artist: '' },
  })
  // What speaks against it is kept with it.
  expect(decision?.chosen?.evidence?.weight).toBeLessThan(0)
  expect((await rowOf('Lost', await again())).state).toBe('kept')
})

test('a file from outside of the library becomes a copy in the archive, and is kept', async () => {
  const path = at('Home/Downloads/found at last.wav')
  const { search: id, candidates } = await search('Gone', { kind: 'file', path })
  expect(candidates).toHaveLength(1)
  const { key } = await rowOf('Gone')
  await view.decide(key, { kind: 'found', search: id, candidate: 0 }, signal)
  const [decision] = (await openDecisions(at('Home/Keep')).list()).slice(-1)
  expect(decision?.choice).toMatchObject({ source: 'given', found: { kind: 'file', path } })
  // The file itself may go: the archive has it.
  await rm(path)
  const details = await again()
  const row = await rowOf('Gone', details)
  expect(row.state).toBe('kept')
  const outcome = (await details.details(row.key)).outcome
  expect(outcome).toMatchObject({ kept: { chosen: { source: 'given' }, how: 'encoded' } })
})

test('an upload is compared, heard and decided for; undo gives the earlier decision back', async () => {
  const { key } = await rowOf('Gone')
  const before = (await view.details(key)).decision
  const upload = await context.uploads.receive(
    '../The Others - Gone.wav',
    bytesOf(makeWav(1, 9)),
    signal,
  )
  const { search: id, candidates } = await search('Gone', { kind: 'upload', ...upload })
  expect(candidates[0]?.match.recording).toMatchObject({ title: 'Gone', artists: ['The Others'] })
  expect((await view.foundAudio(key, id, 0)).bytes).toBeGreaterThan(1000)
  await view.decide(key, { kind: 'found', search: id, candidate: 0 }, signal)
  expect((await view.details(key)).decision?.chosen?.found).toMatchObject({ kind: 'upload' })
  await view.decide(key, { kind: 'earlier', at: before!.at }, signal)
  expect((await view.details(key)).decision?.chosen).toEqual(before!.chosen)
  await view.takeBack(key)
  expect((await view.details(key)).decision).toBeUndefined()
  expect(await codeOf(view.decide(key, { kind: 'earlier', at: 'never' }, signal))).toBe(
    'app.no-candidate',
  )
})

test('what is no audio file, lies outside or is reached by a link is not used', async () => {
  const file = (path: string) => codeOf(search('Gone', { kind: 'file', path }))
  expect(await file(at('Home/Downloads/secret.wav'))).toBe('app.not-audio')
  expect(await file(at('Home/Downloads/notes.txt'))).toBe('app.not-audio')
  expect(await file(at('Home/Downloads'))).toBe('app.not-audio')
  expect(await file(at('Home/Downloads/gone.wav'))).toBe('app.not-audio')
  expect(await file(at('Private/private.wav'))).toBe('app.folder-outside')
  expect(await file(at('Home/Downloads/link.wav'))).toBe('app.folder-outside')
  expect(await file('found.wav')).toBe('app.no-whole-path')
  const upload = { kind: 'upload', id: '../../config', name: 'x.wav' } as const
  expect(await codeOf(search('Gone', upload))).toBe('playlist.upload-gone')
})

test('nothing is decided by a search that was for another row, or by none', async () => {
  const path = at('Home/Music/The Testers - Amber.wav')
  const { search: id } = await search('Gone', { kind: 'file', path })
  const { key } = await rowOf('Lost')
  const decide = (search: string, candidate: number) =>
    codeOf(view.decide(key, { kind: 'found', search, candidate }, signal))
  expect(await decide(id, 0)).toBe('app.no-candidate')
  expect(await decide('none', 0)).toBe('app.no-candidate')
  expect(await codeOf(view.foundAudio(key, id, 0))).toBe('app.no-candidate')
})

test('offline, what is in the open is not asked, and that is told', async () => {
  const open = await search('Lost', { kind: 'words', title: 'Lost', artist: 'Nobody', in: 'open' })
  expect(open).toMatchObject({ candidates: [], told: [{ code: 'app.search-offline' }] })
  const address = await search('Lost', { kind: 'address', text: 'https://archive.org/details/x' })
  expect(address.told).toMatchObject([{ code: 'app.search-offline' }])
  const catalogue = { kind: 'words', title: 'Lost', artist: '', in: 'catalogue' } as const
  expect(await codeOf(search('Lost', catalogue))).toBe('app.no-catalogue-to-search')
})

test('decisions of an archive that is somebody else’s read nothing from outside of it', async () => {
  const decisions = openDecisions(at('Home/Keep'))
  const track = { title: 'Gone', artists: ['The Others'] }
  const secret = at('Private/private.wav')
  const given = await readdir(at('Home/Keep/.songkeep/given'))
  const [digest] = given
  await symlink(secret, at('Home/Keep/.songkeep/given', digest!, 'link.wav'))
  for (const [source, id] of [
    ['library', secret],
    ['given', secret],
    ['given', `${digest}/link.wav`],
    ['given', `${digest}/../../../../../Private/private.wav`],
    ['given', `${'0'.repeat(64)}/x.wav`],
  ] as const) {
    const choice = { kind: 'recording', source, id, title: 'Gone', artists: [] } as const
    await decisions.decide(track, { ...choice, found: { kind: 'file', path: secret } })
    const row = await rowOf('Gone', await again())
    expect(row.reason?.code).not.toBe('backup.chosen')
    expect(row.state === 'kept').toBe(false)
  }
  const kept = await readFile(at('Home/Keep/inventory.jsonl'), 'utf8')
  expect(kept).not.toContain('Private')
  await access(secret)
})
