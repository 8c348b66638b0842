import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { BackupJobRequest, Job, ListEntry, Row, RunEntry } from '../../src/api/contract.ts'
import type { Context } from '../../src/app/context.ts'
import { readEnvironment } from '../../src/app/environment.ts'
import { openContext } from '../../src/app/open-context.ts'
import { completeRequest } from '../../src/model/backup/request.ts'
import { runCommand } from '../support/command-line.ts'
import { makeTune, makeWav } from '../support/sound.ts'

let dir: string
let context: Context
const at = (...names: string[]) => join(dir, ...names)

const open = () =>
  openContext(
    readEnvironment({
      SONGKEEP_CACHE: at('cache'),
      SONGKEEP_DATA: at('cache', 'data'),
      SONGKEEP_CONFIG: at('cache', 'config'),
      SONGKEEP_OFFLINE: '1',
    }),
    { folders: [at('Home')], width: 2 },
  )

const list = [
  'The Testers - Amber',
  'The Testers - Basalt',
  'The Testers - Cedar',
  'The Testers - Dune',
].join('\n')

async function* bytesOf(text: string) {
  yield Buffer.from(text)
}

async function read(text: string, name = 'Evening.txt') {
  const { signal } = new AbortController()
  const upload = await context.uploads.receive(name, bytesOf(text), signal)
  return await context.preview([{ kind: 'upload', ...upload }], {}, signal)
}

const order = (more: Partial<BackupJobRequest> = {}): BackupJobRequest => ({
  ...completeRequest({ inputs: [], into: at('Home', 'Keep'), quality: 'V2' }),
  kind: 'backup',
  inputs: [],
  libraries: [at('Home', 'Music')],
  ...more,
})

const ended = (id: string): Promise<Job> =>
  vi.waitFor(
    async () => {
      const job = await context.jobs.find(id)
      expect(job?.state).toMatch(/done|failed|paused|cancelled|interrupted/)
      return job!
    },
    { timeout: 50_000, interval: 50 },
  )

const rowsOf = (entries: readonly RunEntry[]) =>
  entries.filter((each): each is Row => each.kind === 'row')
const listOf = (entries: readonly RunEntry[]) =>
  entries.find((each): each is ListEntry => each.kind === 'list')
const states = (entries: readonly RunEntry[]) =>
  Object.fromEntries(rowsOf(entries).map(({ title, state }) => [title, state]))

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'songkeep-test-'))
  await mkdir(at('Home', 'Music'), { recursive: true })
  await mkdir(at('Elsewhere'))
  await symlink(at('Elsewhere'), at('Home', 'way out'))
  await writeFile(at('Home', 'Music', 'The Testers - Amber.wav'), makeWav(4, 1))
  await writeFile(at('Home', 'Music', 'The Testers - Basalt (Live).wav'), makeWav(4, 2))
  // Two files of one name that sound different: only a person knows which is meant.
  await writeFile(at('Home', 'Music', 'The Testers - Dune.wav'), makeTune(20, 3))
  await mkdir(at('Home', 'Music', 'Other'))
  await writeFile(at('Home', 'Music', 'Other', 'The Testers - Dune.wav'), makeTune(20, 4))
  context = await open()
})

afterAll(async () => {
  await context[Symbol.asyncDispose]()
  await rm(dir, { recursive: true })
})

describe('what was dropped', () => {
  test('is read, told, and gone: only its playlists stay', async () => {
    const preview = await read(list)
    expect(preview.lists).toEqual([
      expect.objectContaining({ name: 'Evening', tracks: 4, leftOut: [], partial: false }),
    ])
    expect(preview.inputs).toEqual([
      { kind: 'reading', id: expect.any(String), name: 'Evening.txt' },
    ])
    expect(await readdir(at('cache', 'data', 'uploads'))).toEqual([])
  })

  test('that is no playlist is told so, and may be dropped again', async () => {
    await expect(read('\u0000\u0001\u0002', 'song.mp3')).rejects.toThrow(/song\.mp3/)
  })

  test('under any name lands in a folder of its own', async () => {
    const { signal } = new AbortController()
    for (const name of ['../../x.csv', '/etc/passwd', 'C:\\x', '', '.', 'CON', 'a\u0000b']) {
      const { id } = await context.uploads.receive(name, bytesOf('x'), signal)
      const files = await readdir(at('cache', 'data', 'uploads', id))
      expect(files.filter((file) => file !== '.songkeep-upload')).toHaveLength(1)
    }
  })

  test.each(['/etc/passwd', 'file:///etc/passwd', '-', 'playlist.csv'])(
    'a path is no link: %s',
    async (link) => {
      const { signal } = new AbortController()
      const asked = [{ kind: 'link', link } as const]
      await expect(context.preview(asked, {}, signal)).rejects.toThrow(/no link/)
      await expect(context.jobs.add(order({ inputs: asked }), 'page')).rejects.toThrow(/no link/)
    },
  )
})

describe('folders outside of what may be named are refused', () => {
  test.each([
    ['above', () => at('Home', '..')],
    ['elsewhere', () => at('Elsewhere')],
    ['by a link', () => at('Home', 'way out')],
    ['by a link, not there yet', () => at('Home', 'way out', 'new')],
    ['of a like beginning', () => `${at('Home')}-not`],
    ['not whole', () => 'Music'],
    ['with a NUL', () => `${at('Home')}\0`],
  ])('%s', async (_, path) => {
    const { inputs } = await read(list)
    await expect(context.listFolder(path())).rejects.toThrow()
    for (const more of [{ into: path() }, { libraries: [path()] }, { catalogues: [path()] }])
      await expect(context.jobs.add(order({ inputs, ...more }), 'page')).rejects.toThrow()
    const { settings } = await context.settings.read()
    await expect(context.settings.write({ ...settings, into: path() }, {})).rejects.toThrow()
    expect(await readdir(at('Elsewhere'))).toEqual([])
  })

  test('those inside are listed', async () => {
    const { path, folders, parent } = await context.listFolder(at('Home'))
    expect({ path, parent }).toEqual({ path: at('Home'), parent: undefined })
    expect(folders.map(({ name }) => name)).toEqual(['Music'])
    expect(await context.listFolder(at('Home', 'Music'))).toMatchObject({ parent: at('Home') })
  })
})

test('a backup from the page: rows, reasons, a decision, the next run, the archive', async () => {
  const { inputs } = await read(list)
  const first = await ended((await context.jobs.add(order({ inputs }), 'page')).id)
  expect(first).toMatchObject({ state: 'done', done: 4, total: 4, title: 'Evening', by: 'page' })
  const view = await context.jobs.view(first.id)
  const { entries } = await view.snapshot()
  expect(states(entries)).toMatchObject({ Amber: 'kept', Cedar: 'not-found', Dune: 'ambiguous' })
  expect(listOf(entries)?.report).toMatchObject({ html: 'Evening/report.html', stopped: false })

  const dune = rowsOf(entries).find(({ title }) => title === 'Dune')!
  const { candidates } = await view.details(dune.key)
  expect(candidates).toHaveLength(dune.candidates ?? 0)
  for (const { match, listen } of candidates.slice(0, 2))
    expect({ title: match.recording.title, listen }).toEqual({
      title: 'Dune',
      listen: { kind: 'local' },
    })
  expect(await view.audio(dune.key, 1)).toMatchObject({ type: 'audio/wav' })
  await expect(view.audio(dune.key, 99)).rejects.toThrow()
  await expect(view.audio('0.1', 0)).rejects.toThrow()

  expect(
    await view.decide(dune.key, { kind: 'candidate', candidate: 1 }, AbortSignal.any([])),
  ).toMatchObject({
    decided: 'recording',
  })
  expect((await view.details(dune.key)).decision).toMatchObject({ candidate: 1 })
  expect(await view.takeBack(dune.key)).not.toHaveProperty('decided')
  await view.decide(dune.key, { kind: 'candidate', candidate: 1 }, AbortSignal.any([]))
  const second = await ended((await context.jobs.again(first.id, 'page')).id)
  const after = await (await context.jobs.view(second.id)).snapshot()
  expect(states(after.entries)).toMatchObject({ Amber: 'already-kept', Dune: 'kept' })

  const [archive] = await context.archives.list()
  expect(archive).toMatchObject({ name: 'Keep', present: true, files: 2 })
  const { playlists } = await context.archives.read(archive!.id)
  expect(playlists).toEqual([
    expect.objectContaining({ folder: 'Evening', tracks: 4, canSync: false, stopped: false }),
  ])
  const archived = await context.archives.view(archive!.id, 'Evening')
  expect(states((await archived.snapshot()).entries)).toEqual(states(after.entries))
  const amber = rowsOf(after.entries).find(({ title }) => title === 'Amber')!
  const file = await context.archives.openFile(archive!.id, amber.file!)
  expect((await readFile(file.path)).length).toBe(file.bytes)
  for (const path of [
    '../../x',
    'inventory.jsonl',
    '.songkeep/lock',
    'Evening/../inventory.jsonl',
    'Evening',
    '',
  ])
    await expect(context.archives.openFile(archive!.id, path)).rejects.toThrow(/no such file/)
  const names = (await context.archives.listFiles(archive!.id, 'Evening')).map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining([amber.file, 'Evening/playlist.m3u8']))
  const { text } = await context.archives.export(archive!.id, 'Evening', 'csv')
  expect(text).toContain('Cedar')

  const check = await ended(
    (await context.jobs.add({ kind: 'verify', into: at('Home', 'Keep') }, 'page')).id,
  )
  expect(check.state).toBe('done')
  expect((await context.archives.list())[0]?.verified).toMatchObject({ faults: 0 })

  for (const { id } of [first, second]) await context.jobs.forget(id)
  expect(await readdir(at('cache', 'data', 'readings'))).not.toContain(
    `${(inputs[0] as { id: string }).id}.json`,
  )
})

test('a report that somebody has written names no file outside of what the page may name', async () => {
  const [archive] = await context.archives.list()
  const report = at('Home', 'Keep', 'Evening', 'report.json')
  const written = await readFile(report, 'utf8')
  await writeFile(at('Secret.wav'), makeWav(1, 1))
  await symlink(at('Secret.wav'), at('Home', 'link.wav'))
  const listen = async (path: string) => {
    const named = JSON.parse(written, (key, value) =>
      key === 'media' && value?.kind === 'file' ? { ...value, path } : value,
    )
    await writeFile(report, JSON.stringify(named))
    const view = await context.archives.view(archive!.id, 'Evening')
    const kept = rowsOf((await view.snapshot()).entries).find(
      ({ candidates = 0 }) => candidates > 0,
    )
    return await view.audio(kept!.key, 0)
  }
  await writeFile(at('Home', 'own.wav'), makeWav(1, 1))
  expect(await listen(at('Home', 'own.wav'))).toMatchObject({ type: 'audio/wav' })
  for (const path of [at('Secret.wav'), at('Home', 'link.wav'), at('Home', '..', 'Secret.wav')])
    await expect(listen(path)).rejects.toMatchObject({ reason: { code: 'app.folder-outside' } })
  await writeFile(report, written)
})

test('a run of thousands of quick misses is paused when it is asked to', async () => {
  const many = Array.from({ length: 20_000 }, (_, at) => `Nobody ${at} - Nothing ${at}`).join('\n')
  const { inputs } = await read(many, 'Many.txt')
  const { id } = await context.jobs.add(order({ inputs, into: at('Home', 'Many') }), 'page')
  await vi.waitFor(async () => expect((await context.jobs.find(id))?.done).toBeGreaterThan(0), {
    timeout: 50_000,
  })
  await context.jobs.pause(id)
  expect(await ended(id)).toMatchObject({ state: 'paused', total: 20_000 })
  expect((await context.jobs.find(id))?.done).toBeLessThan(20_000)
})

test('a template that is left empty is the usual one', async () => {
  const { inputs } = await read(list)
  const job = await context.jobs.add(order({ inputs, names: '', dryRun: true }), 'page')
  expect(await ended(job.id)).toMatchObject({ state: 'done' })
})

test('what the command line does is seen, live and when it is over', async () => {
  await writeFile(at('By hand.txt'), 'The Testers - Amber\n')
  const seen: string[] = []
  using _ = context.jobs.watch(async () => {
    const job = (await context.jobs.list()).find(({ by }) => by === 'cli')
    if (job) seen.push(job.state)
  })
  const args = ['backup', at('By hand.txt'), '-l', at('Home', 'Music'), '-i', at('Home', 'Other')]
  const { code } = await runCommand(args, at('cache'))
  expect(code).toBe(0)
  await vi.waitFor(() => expect(seen).toContain('done'), { timeout: 5_000 })
  expect(seen).toContain('running')
  const job = (await context.jobs.list()).find(({ by }) => by === 'cli')
  expect(job).toMatchObject({ title: 'By hand', done: 1, total: 1, counts: { kept: 1 } })
  const { stdout } = await runCommand(['jobs'], at('cache'))
  expect(stdout).toMatch(/done +1\/1 .*By hand/)
})

test('the page may listen at hosts of sound, and at none that is only linked to', () => {
  expect(context.mediaHosts).toContain('https://archive.org')
  expect(context.mediaHosts).not.toContain('https://api.audius.co')
})

test('settings stay, keys go in and never come back', async () => {
  const { settings } = await context.settings.read()
  const wanted = { ...settings, libraries: [at('Home', 'Music')], quality: 'V2' as const }
  const variable = 'SONGKEEP_JAMENDO_CLIENT_ID'
  const written = await context.settings.write(wanted, { [variable]: 'a-secret' })
  expect(written.settings).toEqual(wanted)
  expect(written.keys.find((key) => key.variable === variable)).toMatchObject({ setIn: 'settings' })
  expect(JSON.stringify(written)).not.toContain('a-secret')
  await context.settings.write(wanted, { [variable]: null })
  const { keys } = await context.settings.read()
  expect(keys.find((key) => key.variable === variable)?.setIn).toBeUndefined()
  await expect(context.settings.write(wanted, { PATH: 'x' })).rejects.toThrow(/no key/)
})
