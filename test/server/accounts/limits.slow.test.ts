import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Job } from '../../../src/api/contract.ts'
import type { AccountLimits } from '../../../src/model/accounts/limits.ts'
import { type Answer, until } from '../../support/servers/page-server.ts'
import { fillAccount } from './belongings.ts'
import { type AccountServer, openAccountServer } from './support.ts'

let server: AccountServer
const cookies = new Map<string, string>()

beforeEach(async () => {
  server = await openAccountServer({ olga: 'owner', ben: 'member', mia: 'member' })
  for (const name of ['olga', 'ben', 'mia']) cookies.set(name, await server.signIn(name))
})

afterEach(() => server[Symbol.asyncDispose]())

const post = (who: string, path: string, body?: unknown) =>
  server.as(cookies.get(who)!, path, { method: 'POST', body })
const limit = (limits: Partial<AccountLimits>) =>
  server.admin((admin) => admin.setLimits('ben', limits))
const placeOf = (who: string) => join(server.root, server.accounts.get(who)!.place)

async function order(who: string, text: string): Promise<Answer> {
  const cookie = cookies.get(who)!
  const upload = await server.as(cookie, '/api/uploads?name=List.txt', {
    ...{ method: 'POST', bytes: text },
  })
  if (upload.status !== 200) return upload
  const { inputs } = (
    await post(who, '/api/preview', { inputs: [{ kind: 'upload', ...upload.json }] })
  ).json
  const choices = { catalogues: [], format: 'keep', quality: 'V2', id3: '2.4', offline: true }
  const [into, libraries] = [join(placeOf(who), 'Keep'), [join(placeOf(who), 'Music')]]
  return await post(who, '/api/jobs', { kind: 'backup', inputs, libraries, into, ...choices })
}

const jobOf = async (who: string, id: string): Promise<Job> =>
  (await server.as(cookies.get(who)!, `/api/jobs/${id}`)).json

const code = ({ status, json }: Answer) => [status, json.reason?.code]
const readLog = async () =>
  (await server.admin((admin) => admin.readLog(100))).filter(({ what }) =>
    /slowed|refused|held/.test(what),
  )

test('tracks beyond an hour’s rest, without holding up anybody else, and who orders and who operates are told', async () => {
  await fillAccount(server, 'ben', cookies.get('ben')!)
  await limit({ tracksAnHour: 1 })
  const { id } = (await order('ben', 'The Testers - Fir\nThe Testers - Oak\n')).json
  const told = await until(async () => {
    const { text } = await server.as(cookies.get('ben')!, `/api/jobs/${id}/entries`)
    return text.includes('accounts.slowed-tracks') ? text : undefined
  })
  expect(told).toContain('"most":1')
  // The server does one job at a time: ben's is not one of them while it rests.
  await fillAccount(server, 'mia', cookies.get('mia')!)
  const rests = { state: 'running', resting: { reason: { code: 'accounts.slowed-tracks' } } }
  const own = await jobOf('ben', id)
  expect(own).toMatchObject(rests)
  expect(Date.parse(own.resting?.until ?? '')).toBeGreaterThan(Date.now())
  expect(own.account).toBeUndefined()
  // An owner sees whose it is.
  expect(await jobOf('olga', id)).toMatchObject({ ...rests, account: 'ben' })
  expect(await readLog()).toMatchObject([{ who: 'ben', what: 'account.slowed' }])
  await post('ben', `/api/jobs/${id}/cancel`)
  await until(async () => ((await jobOf('ben', id)).state === 'cancelled' ? true : undefined))
}, 60_000)

test('jobs, lists, uploads and room have their ends; another account has its own', async () => {
  await fillAccount(server, 'ben', cookies.get('ben')!)
  const line = 'The Testers - Amber\n'
  await limit({ jobs: 0 })
  expect(code(await order('ben', line))).toEqual([429, 'accounts.jobs-full'])
  await limit({ jobs: 20, listsADay: 2 })
  expect(code(await order('ben', line))).toEqual([429, 'accounts.lists-full'])
  const [job] = (await server.as(cookies.get('ben')!, '/api/jobs')).json.jobs
  expect(code(await post('ben', `/api/jobs/${job.id}/again`))).toEqual([429, 'accounts.lists-full'])
  await limit({ listsADay: 100, quota: 1 })
  expect(code(await order('ben', line))).toEqual([429, 'accounts.quota-full'])
  await limit({ quota: 1e9, uploadsADay: 10 })
  expect(code(await order('ben', line))).toEqual([429, 'accounts.uploads-full'])
  expect((await order('mia', line)).status).toBe(200)
  const refused = (await readLog()).map(({ who, what, params }) => [who, what, params.why])
  expect(refused.toReversed()).toEqual(
    ['jobs', 'lists', 'quota', 'uploads'].map((kind) => [
      'ben',
      'job.refused',
      `accounts.${kind}-full`,
    ]),
  )
}, 60_000)

test('a job that was ordered while there was room keeps nothing once there is none', async () => {
  await fillAccount(server, 'ben', cookies.get('ben')!)
  const [job] = (await server.as(cookies.get('ben')!, '/api/jobs')).json.jobs
  await limit({ quota: 1 })
  const { fault, state } = await until(async () => {
    // As if it had been put in line before.
    const { queue } = { queue: server.context.jobs }
    const again = await queue.again(job.id, `account:${server.accounts.get('ben')!.id}`)
    return await until(async () => {
      const found = await jobOf('ben', again.id)
      return ['done', 'failed'].includes(found.state) ? found : undefined
    })
  })
  // All that the list names is kept already, but for one track, which is looked for no more.
  expect({ state, code: fault?.reason?.code }).toEqual({
    state: 'failed',
    code: 'accounts.quota-full',
  })
}, 60_000)

test('what is looked for by hand counts as well', async () => {
  const { job, archive } = await fillAccount(server, 'ben', cookies.get('ben')!)
  await limit({ tracksAnHour: 0 })
  const asked = { kind: 'words', artist: 'The Testers', title: 'Cedar', in: 'library' }
  for (const view of [`jobs/${job}`, `archives/${archive}/playlists/Nightfall`])
    expect(code(await post('ben', `/api/${view}/search/0.2`, asked))).toEqual([
      429,
      'accounts.tracks-full',
    ])
}, 60_000)
