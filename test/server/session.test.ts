import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Memory, openMemory } from '../support/memory-context.ts'
import {
  type Answer,
  ask,
  askJson,
  makeHome,
  type Running,
  removeHome,
  serve,
} from '../support/servers/page-server.ts'

const password = 'correct horse battery'
const wrong = 'incorrect horse'

let home: string
let memory: Memory
let running: Running

beforeEach(async () => {
  home = await makeHome()
  memory = openMemory(home)
  running = await serve(memory.context, home, { password, title: 'Songkeep on nas' })
})

afterEach(async () => {
  await running[Symbol.asyncDispose]()
  await removeHome(home)
  expect(running.log.join()).not.toContain(password)
})

const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  ask(running.address, path, { headers })
const login = (given: string) =>
  askJson(running.address, '/api/session', 'POST', { password: given })
const cookieOf = ({ headers }: Answer) => headers['set-cookie']?.[0]?.split(';')[0] ?? ''

describe('without the password', () => {
  test('the page and the session are answered, and nothing else', async () => {
    expect(await get('/')).toMatchObject({ status: 200 })
    expect(await get('/assets/index-AbCd1234.js')).toMatchObject({ status: 200 })
    expect((await get('/api/session')).json).toMatchObject({
      needsPassword: true,
      server: 'Songkeep on nas',
    })
    for (const path of [
      ...['/api', '/api/settings', '/api/doctor', '/api/folders', '/api/jobs', '/api/jobs/x'],
      ...[
        '/api/events',
        '/api/archives',
        '/api/archives/x',
        '/api/archives/a/files/web/index.html',
      ],
      ...['/api/archives/a/playlists/b/zip', '/api/nothing', '/nothing', '//api/jobs', '/api/'],
      ...['/api/jobs?session=1', '/API/jobs', '/api/session/../jobs', '/api/session/x'],
    ])
      expect([path, (await get(path)).status]).toEqual([path, 401])
    const upload = { method: 'POST', headers: { 'Content-Type': 'application/octet-stream' } }
    const answer = await ask(running.address, '/api/uploads?name=x', { ...upload, body: 'x' })
    expect(answer).toMatchObject({ status: 401 })
    expect(memory.received.size).toBe(0)
  })

  test.each([
    ['a cookie that is none of ours', () => ({ Cookie: `songkeep_${running.port}=x` })],
    ['an empty one', () => ({ Cookie: `songkeep_${running.port}=` })],
    ['the password as a cookie', () => ({ Cookie: `songkeep_${running.port}=${password}` })],
    ['a wrong bearer', () => ({ Authorization: `Bearer ${wrong}` })],
    ['another scheme', () => ({ Authorization: `Basic ${btoa(`x:${password}`)}` })],
    ['an empty bearer', () => ({ Authorization: 'Bearer ' })],
  ])('nor with %s', async (_, headers) => {
    expect(await get('/api/jobs', headers())).toMatchObject({ status: 401 })
  })
})

describe('with the password', () => {
  test('a cookie is given that no script reads and no other site sends', async () => {
    const answer = await login(password)
    expect(answer.json).toMatchObject({ needsPassword: false, canLogOut: true })
    const [cookie = ''] = answer.headers['set-cookie'] ?? []
    expect(cookie).toMatch(/^songkeep_\d+=[\w-]{43}; /)
    for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/', 'Max-Age=2592000'])
      expect(cookie).toContain(part)
    const headers = { Cookie: cookieOf(answer) }
    const again = await get('/api/session', headers)
    expect(again.json).toMatchObject({ needsPassword: false })
    // It lasts from the last visit on.
    expect(again.headers['set-cookie']).toEqual([cookie])
    expect(await get('/api/jobs', headers)).toMatchObject({ status: 200 })
  })

  test('a cookie that was given through TLS never goes without', async () => {
    const origin = `https://127.0.0.1:${running.port}`
    const headers = { 'Content-Type': 'application/json', Origin: origin }
    const body = JSON.stringify({ password })
    const answer = await ask(running.address, '/api/session', { method: 'POST', headers, body })
    expect(answer.headers['set-cookie']?.[0]).toMatch(/; Secure/)
    const again = await get('/api/session', { Cookie: cookieOf(answer) })
    expect(again.headers['set-cookie']?.[0]).toMatch(/; Secure/)
    expect((await login(password)).headers['set-cookie']?.[0]).not.toMatch(/Secure/)
  })

  test('each session owns its jobs, and a program its own', async () => {
    const order = JSON.stringify({ kind: 'verify', into: '/keep' })
    const json = { 'Content-Type': 'application/json' }
    const post = (headers: Readonly<Record<string, string>>) =>
      ask(running.address, '/api/jobs', {
        method: 'POST',
        headers: { ...json, ...headers },
        body: order,
      })
    const [one, two] = [cookieOf(await login(password)), cookieOf(await login(password))]
    for (const headers of [{ Cookie: one }, { Cookie: two }, { Cookie: one }])
      expect(await post(headers)).toMatchObject({ status: 200 })
    expect(await post({ Authorization: `Bearer ${password}` })).toMatchObject({ status: 200 })
    const [a, b, c, d] = memory.owners
    expect([a === c, a === b, d]).toEqual([true, false, 'program'])
    expect(one).not.toContain(a)
  })

  test('logging out ends it, and what it listens to', async () => {
    const headers = { Cookie: cookieOf(await login(password)) }
    const listening = get('/api/events', headers)
    expect(await get('/api/jobs', headers)).toMatchObject({ status: 200 })
    const json = { 'Content-Type': 'application/json', ...headers }
    const out = await ask(running.address, '/api/session', { method: 'DELETE', headers: json })
    expect(out.json).toMatchObject({ needsPassword: true })
    await listening
    expect(await get('/api/jobs', headers)).toMatchObject({ status: 401 })
  })

  test('it ends when it was not used for long', async () => {
    await running[Symbol.asyncDispose]()
    running = await serve(memory.context, home, { password, limits: { sessionMs: 1 } })
    const headers = { Cookie: cookieOf(await login(password)) }
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(await get('/api/jobs', headers)).toMatchObject({ status: 401 })
  })
})

test('a password that is longer than any is wrong, and no more is said of it', async () => {
  for (const given of [wrong, 'x'.repeat(1025), 'x'.repeat(100_000)])
    expect(await login(given)).toMatchObject({
      status: 401,
      json: { reason: { code: 'server.wrong-password' } },
    })
})

test('whoever is wrong too often has to wait, even with the right one then', async () => {
  const statuses: number[] = []
  for (let count = 0; count < 7; count++) statuses.push((await login(wrong)).status)
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429])
  const late = await login(password)
  expect(late.status).toBe(429)
  expect(Number(late.headers['retry-after'])).toBeGreaterThan(0)
  expect(await get('/api/jobs', { Authorization: `Bearer ${password}` })).toMatchObject({
    status: 429,
  })
})

test('many guesses at once are no more than one after the other', async () => {
  const answers = await Promise.all(Array.from({ length: 30 }, () => login(wrong)))
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(5)
})

test('the right password spends no try', async () => {
  for (let count = 0; count < 12; count++)
    expect(await get('/api/jobs', { Authorization: `Bearer ${password}` })).toMatchObject({
      status: 200,
    })
})

test('what breaks is logged without what is secret, and told without anything', async () => {
  memory.examine = async () => {
    throw new Error(`no answer with ${password}`)
  }
  const answer = await get('/api/doctor', { Authorization: `Bearer ${password}` })
  expect(answer.status).toBe(500)
  expect(answer.text).not.toMatch(/no answer|horse|\.ts/)
  expect(running.log.join()).toMatch(/GET "\/api\/doctor": .*\n.*no answer with \*\*\*\n\s+at /)
})

test('nor is a key that was given to be kept', async () => {
  Object.assign(memory.context.settings, {
    write: async (_: unknown, keys: object) => {
      throw new Error(`cannot write ${JSON.stringify(keys)}`)
    },
  })
  const { json } = await get('/api/settings', { Authorization: `Bearer ${password}` })
  const keys = { SONGKEEP_ACOUSTID_KEY: 'hush-hush-1234' }
  const answer = await ask(running.address, '/api/settings', {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${password}` },
    body: JSON.stringify({ settings: json.settings, keys }),
  })
  expect(answer.status).toBe(500)
  expect(running.log.join()).toContain('cannot write')
  expect(running.log.join() + answer.text).not.toContain('hush')
})
