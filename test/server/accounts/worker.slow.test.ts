import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Job } from '../../../src/api/contract.ts'
import { ownerOf } from '../../../src/app/accounts/owner.ts'
import { type OpenWorker, openWorker } from '../../../src/app/jobs/open-worker.ts'
import { openSqliteQueue } from '../../../src/jobs/sqlite/sqlite-queue.ts'
import { listFiles } from '../../support/program.ts'
import { until } from '../../support/servers/page-server.ts'
import { makeWav } from '../../support/sound.ts'
import { fillAccount } from './belongings.ts'
import { type AccountServer, openAccountServer, putSound } from './support.ts'

let server: AccountServer
let worker: OpenWorker
const left: Job[] = []

beforeEach(async () => {
  left.length = 0
  server = await openAccountServer({ olga: 'owner', ben: 'member', mia: 'member' }, { width: 0 })
  worker = await openWorker(server.environment, 1, {
    begun() {},
    left: (job) => void (job && left.push(job)),
    trouble() {},
  })
})

afterEach(async () => {
  await worker[Symbol.asyncDispose]()
  await server[Symbol.asyncDispose]()
})

/** Puts work in line as whoever can write to the queue could. */
async function forge(owner: string): Promise<Job> {
  const into = join(server.root, server.accounts.get('ben')!.place, 'Keep')
  await using queue = await openSqliteQueue(join(server.environment.dataDir!, 'jobs.sqlite'))
  const payload = { kind: 'verify', into }
  const { id } = await queue.add({ owner, title: 'forged', payload, exclusiveKey: into })
  return await until(async () => left.find((job) => job.id === id))
}

test('a worker does the work of an account with what is the account’s', async () => {
  const { into } = await fillAccount(server, 'ben', await server.signIn('ben'))
  expect(await readdir(into)).toContain('Nightfall')
  // What the machine has is not told of it.
  const cookie = await server.signIn('olga')
  expect((await server.as(cookie, '/api/archives')).json.archives).toEqual([])
})

test('what is done for an account stops soon after it is removed', async () => {
  const place = join(server.root, server.accounts.get('ben')!.place)
  // So few that all are looked for at once: what stops then is the making of them.
  const titles = Array.from({ length: 12 }, (_, at) => `Song ${at}`)
  const tune = makeWav(100, 1)
  for (const title of titles)
    await putSound(join(place, 'Music'), `The Testers - ${title}.wav`, tune)
  const cookie = await server.signIn('ben')
  const bytes = titles.map((title) => `The Testers - ${title}\n`).join('')
  const upload = await server.as(cookie, '/api/uploads?name=List.txt', { method: 'POST', bytes })
  const inputs = [{ kind: 'upload', ...upload.json }]
  const preview = await server.as(cookie, '/api/preview', { method: 'POST', body: { inputs } })
  const order = { kind: 'backup', inputs: preview.json.inputs, libraries: [join(place, 'Music')] }
  const choices = { catalogues: [], into: join(place, 'Keep'), format: 'mp3', quality: 'V2' }
  const body = { ...order, ...choices, id3: '2.4', offline: true }
  const { id } = (await server.as(cookie, '/api/jobs', { method: 'POST', body })).json
  await until(async () => {
    const { json } = await server.as(cookie, `/api/jobs/${id}/entries`)
    return json.entries?.some(({ state }: { state?: string }) => state === 'encoding') || undefined
  })
  await server.admin((admin) => admin.remove('ben'))
  expect(await until(async () => left.find((job) => job.id === id))).toMatchObject({
    state: 'failed',
    fault: { reason: { code: 'accounts.removed' } },
  })
  const kept = (await listFiles(join(place, 'Keep'))).filter((path) => path.endsWith('.mp3'))
  expect(kept.length).toBeLessThan(titles.length)
})

test('nothing is done for an account that is gone, that looks only, or that never was', async () => {
  const ben = ownerOf(server.accounts.get('ben')!.id)
  await server.admin((admin) => admin.setRole('mia', 'guest'))
  const mia = await forge(ownerOf(server.accounts.get('mia')!.id))
  expect(mia).toMatchObject({
    state: 'failed',
    fault: { reason: { code: 'accounts.guest-only-looks' } },
  })
  await server.admin((admin) => admin.remove('ben'))
  const gone = { state: 'failed', fault: { reason: { code: 'accounts.removed' } } }
  expect(await forge(ben)).toMatchObject(gone)
  expect(await forge(ownerOf('../../etc'))).toMatchObject(gone)
})
