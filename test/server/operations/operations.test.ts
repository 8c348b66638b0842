import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OperationsService } from '../../../src/app/context.ts'
import { Readiness } from '../../../src/app/health/readiness.ts'
import { serveOperations } from '../../../src/server/operations/serve-operations.ts'
import { openMemory } from '../../support/memory-context.ts'
import { type Answer, ask, makeHome, removeHome, serve } from '../../support/servers/page-server.ts'

const TOKEN = 'a token that is long enough'
let home: string

beforeEach(async () => {
  home = await makeHome()
})
afterEach(() => removeHome(home))

const start = (
  operations: Partial<OperationsService>,
  options: Parameters<typeof serve>[2] = {},
) => {
  const { context } = openMemory(home)
  return serve({ ...context, operations: { ...context.operations, ...operations } }, home, options)
}
const metrics = { type: 'text/plain; version=0.0.4', read: async () => 'songkeep_jobs 1\n' }
const lookOf = ({ status, headers: { date, ...headers }, text }: Answer) => ({
  status,
  headers,
  text,
})

test('whether it is alive and ready is told to anybody, by codes', async () => {
  let notReady: readonly string[] = []
  const readiness = async () => notReady
  await using running = await start({ readiness }, { host: '0.0.0.0', password: 'secret' })
  // Whoever probes asks by a number or by a container's name.
  const headers = { Host: 'songkeep-7f9c:4747' }
  expect(await ask(running.address, '/healthz', { headers })).toMatchObject({ status: 200 })
  const ready = await ask(running.address, '/readyz', { headers })
  expect(ready).toMatchObject({ status: 200, json: { ready: true, notReady: [] } })
  notReady = ['data-folder', 'queue']
  const not = await ask(running.address, '/readyz', { headers })
  expect(not).toMatchObject({ status: 503, json: { ready: false, notReady } })
  const head = await ask(running.address, '/readyz', { headers, method: 'HEAD' })
  expect(head).toMatchObject({ status: 503, text: '' })
  expect(await ask(running.address, '/readyz', { headers, method: 'POST' })).toMatchObject({
    status: 421,
  })
})

test('metrics are for this machine alone where there is no token', async () => {
  await using running = await start({ metrics })
  const get = (headers = {}) => ask(running.address, '/metrics', { headers })
  expect(await get()).toMatchObject({ status: 200, text: 'songkeep_jobs 1\n' })
  const foreign: Record<string, string>[] = [
    { Host: `music.example:${running.port}` },
    { 'X-Forwarded-For': '192.0.2.1' },
    { Origin: 'http://evil.example' },
    { 'Sec-Fetch-Site': 'cross-site' },
  ]
  for (const headers of foreign) expect(await get(headers)).toMatchObject({ status: 404 })
  await expect(start({ metrics }, { host: '0.0.0.0', password: 'secret' })).rejects.toMatchObject({
    reason: { code: 'app.metrics-need-token' },
  })
})

test('without the right token it looks as if there were no metrics', async () => {
  const host = { host: '0.0.0.0', password: 'secret' }
  await using running = await start({ metrics: { ...metrics, token: TOKEN } }, host)
  const get = (authorization?: string) =>
    ask(running.address, '/metrics', {
      headers: { Host: 'songkeep:4747', ...(authorization && { Authorization: authorization }) },
    })
  expect(await get(`Bearer ${TOKEN}`)).toMatchObject({ status: 200 })
  await using none = await start({}, host)
  const absent = lookOf(await ask(none.address, '/metrics'))
  for (const wrong of [undefined, 'Bearer ', 'Bearer secret', `Bearer ${TOKEN}x`, `Basic ${TOKEN}`])
    expect(lookOf(await get(wrong))).toEqual(absent)
})

test('a process without a page answers probes, and nothing else', async () => {
  const operations = { readiness: async () => [], stop() {}, metrics }
  await using server = await serveOperations(operations, { port: 0, host: '127.0.0.1' })
  const address = `http://127.0.0.1:${server.port}`
  for (const path of ['/healthz', '/readyz', '/metrics'])
    expect(await ask(address, path)).toMatchObject({ status: 200 })
  for (const path of ['/', '/api', '/api/jobs', '/metrics/x'])
    expect(await ask(address, path)).toMatchObject({ status: 404, text: '' })
  await expect(serveOperations(operations, { port: 0, host: '0.0.0.0' })).rejects.toMatchObject({
    reason: { code: 'app.metrics-need-token' },
  })
})

test('what is not ready is found out: the folder, the queue, a database that hangs', async () => {
  const count = async () => ({ states: {} })
  const check = (dataDir: string, queue: { count: typeof count }, hasDatabase = false) =>
    new Readiness({ dataDir, queue, hasDatabase }).check()
  expect(await check(home, { count })).toEqual([])
  // No folder any more: root may write into any that is there.
  const gone = join(home, 'gone')
  await writeFile(gone, 'a file')
  expect(await check(gone, { count })).toEqual(['data-folder'])
  const broken = () => Promise.reject(new Error('broken'))
  expect(await check(home, { count: broken })).toEqual(['queue'])
  const hangs = () => new Promise<never>(() => {})
  expect(await check(home, { count: hangs }, true)).toEqual(['database'])
  const stopping = new Readiness({ dataDir: home, queue: { count }, hasDatabase: false })
  stopping.stop()
  expect(await stopping.check()).toEqual(['stopping'])
  await rm(gone)
})
