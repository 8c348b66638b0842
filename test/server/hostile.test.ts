import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Job } from '../../src/api/contract.ts'
import type { Context } from '../../src/app/context.ts'
import {
  ask,
  askJson,
  awaitJob,
  backUpEvening,
  makeHome,
  openReal,
  pageText,
  type Running,
  removeHome,
  serve,
  speak,
} from '../support/servers/page-server.ts'
import { bodies, settings } from './hostile/bodies.ts'
import { paths, privateFiles } from './hostile/paths.ts'
import { queries } from './hostile/queries.ts'
import type { Hostile, Target } from './hostile/request.ts'
import { senders } from './hostile/senders.ts'
import { wire } from './hostile/wire.ts'

const table: readonly Hostile[] = [
  ...paths,
  ...privateFiles,
  ...queries,
  ...bodies,
  ...senders,
  ...wire,
]

const canary = 'the canary sings'

let context: Context
let running: Running
let target: Target
let before: ReadonlyMap<string, string>

beforeAll(async () => {
  const home = await makeHome()
  context = await openReal(home)
  // Thousands of requests a second are a test of its own.
  running = await serve(context, home, { limits: { burst: 1e6, bodyMs: 1000, headersMs: 2000 } })
  const { address, port } = running
  await askJson(address, '/api/settings', 'PUT', { settings })
  const { archive, playlist, job } = await backUpEvening(address, home)
  await putCanaries(home)
  const folder = encodeURIComponent(playlist.folder)
  target = { address, port, home, archive, folder, job: job.id }
  before = await readAll(home)
  return async () => {
    await running[Symbol.asyncDispose]()
    await context[Symbol.asyncDispose]()
    await removeHome(home)
  }
})

/** What nobody may see lies everywhere around what may be seen, and links lead to it. */
async function putCanaries(home: string) {
  await mkdir(join(home, 'outside'))
  const evening = join(home, 'keep/Evening')
  for (const path of [
    'secret.txt',
    'outside/secret.txt',
    'keep/private.txt',
    'keep/Evening/private.txt',
  ])
    await writeFile(join(home, path), canary)
  await symlink(join(home, 'secret.txt'), join(evening, 'link.mp3'))
  await symlink(join(home, 'outside'), join(evening, 'linked'))
  // A playlist of an archive that somebody else has written: its report names files that are none of its own.
  await cp(evening, join(home, 'keep/Forged'), { recursive: true, verbatimSymlinks: true })
  const report = join(home, 'keep/Forged/report.json')
  const text = await readFile(report, 'utf8')
  expect(text).toMatch(/"path": ?"[^"]+\.mp3"/)
  await writeFile(report, text.replaceAll(/"path": ?"[^"]+\.mp3"/g, '"path": "../secret.txt"'))
}

/** Every file below, links too, but for what may change: the queue, what is remembered, and uploads. */
async function readAll(home: string): Promise<ReadonlyMap<string, string>> {
  const found = await readdir(home, { recursive: true, withFileTypes: true })
  const all = new Map<string, string>()
  for (const entry of found) {
    const path = relative(home, join(entry.parentPath, entry.name))
    if (/^(?:cache|data\/jobs\.sqlite|data\/uploads\/)/.test(path)) continue
    const bytes = entry.isFile() ? await readFile(join(home, path)) : ''
    all.set(path, createHash('sha256').update(bytes).digest('hex'))
  }
  return all
}

interface Got {
  readonly status: number | 'none'
  readonly whole: string
  readonly text: string
}

async function send({ send: asked }: Hostile, target: Target): Promise<Got> {
  if (typeof asked === 'function') {
    const whole = await speak(target.port, asked(target))
    const status = /^HTTP\/1\.1 (\d+)/.exec(whole)?.[1]
    return { status: status === undefined ? 'none' : Number(status), whole, text: whole }
  }
  const { path, headers, body, method = 'GET' } = asked
  try {
    const answer = await ask(target.address, path(target), {
      method,
      headers: headers ? headers(target) : undefined,
      body: body ? body(target) : undefined,
    })
    const { status, text } = answer
    return {
      status,
      text,
      whole: `${JSON.stringify(answer.headers)}\n${answer.bytes.toString('latin1')}`,
    }
  } catch {
    return { status: 'none', whole: '', text: '' }
  }
}

test('there are more than 200 of them, and no two are one', () => {
  expect(table.length).toBeGreaterThanOrEqual(200)
  expect(new Set(table.map(({ what }) => what)).size).toBe(table.length)
})

const anyReason = { code: expect.any(String), params: expect.any(Object) }

describe.each(table)('$what', (hostile) => {
  test('tells nothing, and stops nothing', async () => {
    const { status, whole, text } = await send(hostile, target)
    const { answers } = hostile
    if (!(answers.includes('page') && text === pageText)) expect(answers).toContain(status)
    if (typeof status === 'number' && status >= 400 && typeof hostile.send !== 'function')
      expect(JSON.parse(text)).toEqual({
        message: expect.any(String),
        hint: text.includes('"hint"') ? expect.any(String) : undefined,
        reason: anyReason,
        advice: text.includes('"hint"') ? anyReason : undefined,
      })
    for (const secret of [canary, 'root:x:', '/src/server/', 'node_modules'])
      expect(whole).not.toContain(secret)
    expect(whole).not.toMatch(/"?set-cookie"?:/i)
    expect(await ask(target.address, '/api/session')).toMatchObject({ status: 200 })
  })
})

test('before the password is given, none of them is answered but by the page', async () => {
  await using locked = await serve(context, target.home, {
    password: 'a password',
    limits: { burst: 1e6, bodyMs: 1000, headersMs: 2000 },
  })
  const { address, port } = locked
  for (const hostile of table) {
    const { status, text } = await send(hostile, { ...target, address, port })
    if (text !== pageText)
      expect([hostile.what, String(status)]).toEqual([
        hostile.what,
        expect.stringMatching(/^(?:4\d\d|none)$/),
      ])
  }
  expect(locked.log).toEqual([])
})

describe('a forged playlist', () => {
  test('brings nothing of elsewhere into its zip', async () => {
    const path = `/api/archives/${target.archive}/playlists/Forged/zip`
    const { status, bytes } = await ask(target.address, path)
    expect(status).toBe(200)
    expect(bytes.includes(canary)).toBe(false)
    expect(bytes.includes('../')).toBe(false)
  })
})

test('what was ordered meanwhile has asked nobody, and kept nothing', async () => {
  const { jobs } = (await ask(target.address, '/api/jobs')).json
  const ordered = jobs.filter(({ id }: Job) => id !== target.job)
  expect(ordered.length).toBeGreaterThan(0)
  for (const { id } of ordered)
    expect(await awaitJob(target.address, id)).toMatchObject({ state: 'failed', done: 0 })
})

test('script in a playlist’s texts stays text: in JSON, and in the report', async () => {
  const entries = await ask(target.address, `/api/jobs/${target.job}/entries`)
  expect(entries.headers['content-type']).toMatch(/^application\/json/)
  expect(entries.headers['x-content-type-options']).toBe('nosniff')
  const report = await ask(
    target.address,
    `/api/archives/${target.archive}/files/${target.folder}/report.html`,
  )
  expect(report.text).toContain('onerror=alert(2)')
  expect(report.text).not.toMatch(/<script>alert|<img src=x/)
})

afterAll(async () => {
  expect(await readAll(target.home)).toEqual(before)
  expect(running.log).toEqual([])
  expect(Reflect.ownKeys(Object.prototype)).not.toContain('kind')
  expect(({} as { x?: string }).x).toBeUndefined()
})
