import { readFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as archives from '../../src/api/archives.ts'
import type { Job } from '../../src/api/contract.ts'
import { ArchiveCopies } from '../../src/api/copies.ts'
import { Preview } from '../../src/api/inputs.ts'
import * as jobs from '../../src/api/jobs.ts'
import { BroughtBack, RemovalPlan, TrashedLists } from '../../src/api/list-changes.ts'
import * as rows from '../../src/api/rows.ts'
import * as settings from '../../src/api/settings.ts'
import { mirrorArchive } from '../../src/app/archives/copies/mirror.ts'
import type { Context } from '../../src/app/context.ts'
import {
  ask,
  askJson,
  awaitJob,
  type Backup,
  backUpEvening,
  makeHome,
  openReal,
  type Running,
  readList,
  removeHome,
  serve,
  until,
} from '../support/servers/page-server.ts'

let home: string
let context: Context
let running: Running
let backup: Backup
const get = (path: string) => ask(running.address, path)
const send = (method: string, path: string, body?: unknown) =>
  askJson(running.address, path, method, body)

beforeAll(async () => {
  home = await makeHome()
  context = await openReal(home)
  running = await serve(context, home)
  backup = await backUpEvening(running.address, home)
  return async () => {
    await running[Symbol.asyncDispose]()
    await context[Symbol.asyncDispose]()
    await removeHome(home)
  }
})

afterAll(() => expect(running.log).toEqual([]))

test('what is said about itself is what is answered: every route of the contract, and no other', async () => {
  const document = (await get('/api')).json
  const told = Object.entries<object>(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const view = (base: string) => [
    `GET ${base}/entries`,
    `GET ${base}/details/{key}`,
    `GET ${base}/audio/{key}/{candidate}`,
    `GET ${base}/cover/{key}/{candidate}`,
    `PUT ${base}/decisions/{key}`,
    `DELETE ${base}/decisions/{key}`,
    `POST ${base}/search/{key}`,
    `GET ${base}/found/{key}/{search}/{candidate}`,
  ]
  expect(told.toSorted()).toEqual(
    [
      'GET /healthz',
      'GET /readyz',
      'GET /metrics',
      'GET /api/session',
      'POST /api/session',
      'POST /api/session/provider',
      'DELETE /api/session',
      'GET /api/settings',
      'PUT /api/settings',
      'GET /api/doctor',
      'POST /api/doctor/services',
      'GET /api/folders',
      'GET /api/spotify',
      'POST /api/spotify/login',
      'DELETE /api/spotify/login',
      'POST /api/spotify/login/answer',
      'GET /api/spotify/playlists',
      'GET /api/folders/usual',
      'POST /api/uploads',
      'POST /api/preview',
      'GET /api/preview',
      'GET /api/lists',
      'GET /api/jobs',
      'POST /api/jobs',
      'GET /api/jobs/{job}',
      'DELETE /api/jobs/{job}',
      ...['pause', 'resume', 'cancel', 'again'].map((verb) => `POST /api/jobs/{job}/${verb}`),
      'GET /api/events',
      'GET /api/archives',
      'GET /api/archives/{archive}',
      'DELETE /api/archives/{archive}',
      'POST /api/archives/{archive}/show',
      'POST /api/archives/{archive}/removal',
      'GET /api/archives/{archive}/trash',
      'POST /api/archives/{archive}/trash',
      'POST /api/archives/{archive}/trash/{trashed}/restore',
      'POST /api/archives/{archive}/merge',
      'POST /api/archives/{archive}/open',
      'GET /api/archives/{archive}/tail',
      'POST /api/archives/{archive}/tail',
      'GET /api/archives/{archive}/copies',
      'GET /api/archives/{archive}/files/{path}',
      'GET /api/archives/{archive}/covers/{path}',
      'GET /api/archives/{archive}/playlists/{folder}/history',
      'PUT /api/archives/{archive}/playlists/{folder}/name',
      'GET /api/archives/{archive}/playlists/{folder}/missing',
      'GET /api/archives/{archive}/playlists/{folder}/missing.csv',
      'GET /api/archives/{archive}/playlists/{folder}/zip',
      'GET /api/archives/{archive}/playlists/{folder}/export',
      ...view('/api/jobs/{job}'),
      ...view('/api/archives/{archive}/playlists/{folder}'),
    ].toSorted(),
  )
  for (const methods of Object.values<Record<string, { responses: object }>>(document.paths))
    for (const { responses } of Object.values(methods))
      expect(Object.keys(responses)).toEqual(['200', 'default'])
})

test('the session, without a password', async () => {
  const { json } = await get('/api/session')
  expect(settings.Session.parse(json)).toEqual({
    version: context.version,
    needsPassword: false,
    canLogOut: false,
    canOpenFolders: true,
    mediaHosts: context.mediaHosts,
  })
})

test('settings are read and written, and no key comes back', async () => {
  const { json } = await get('/api/settings')
  const wanted = { ...settings.Settings.parse(json.settings), quality: '320' }
  const keys = { SONGKEEP_ACOUSTID_KEY: 'hush-hush' }
  const written = await send('PUT', '/api/settings', { settings: wanted, keys })
  expect(written.json.settings).toEqual(wanted)
  expect(written.text).not.toContain('hush-hush')
  const { json: now, text } = await get('/api/settings')
  const key = now.keys.find((each: settings.Key) => each.variable === 'SONGKEEP_ACOUSTID_KEY')
  expect(settings.Key.parse(key).setIn).toBe('settings')
  expect(text).not.toContain('hush-hush')
  const without = { settings: wanted, keys: { SONGKEEP_ACOUSTID_KEY: null } }
  expect((await send('PUT', '/api/settings', without)).text).not.toContain('"setIn"')
})

test('a contact is kept where somebody could be reached by it', async () => {
  const { json } = await get('/api/settings')
  const set = (contact: string | undefined) =>
    send('PUT', '/api/settings', { settings: { ...json.settings, contact } })
  expect((await set('me@example.org')).json.settings.contact).toBe('me@example.org')
  expect((await get('/api/settings')).json.settings.contact).toBe('me@example.org')
  const refused = await set('nobody')
  expect(refused).toMatchObject({ status: 422, json: { reason: { code: 'app.contact-unusable' } } })
  expect((await set(undefined)).json.settings.contact).toBeUndefined()
})

test('doctor and folders', async () => {
  const { findings } = (await get('/api/doctor')).json
  expect(findings.length).toBeGreaterThan(2)
  for (const finding of findings) settings.Finding.parse(finding)
  const tops = settings.FolderInfo.parse((await get('/api/folders')).json)
  expect(tops.folders.map(({ path }) => path)).toEqual([join(home, 'music'), join(home, 'keep')])
  const keep = (await get(`/api/folders?path=${encodeURIComponent(join(home, 'keep'))}`)).json
  expect(settings.FolderInfo.parse(keep).isArchive).toBe(true)
})

test('no service is asked where the user wants nothing asked', async () => {
  const refused = await send('POST', '/api/doctor/services')
  expect(refused).toMatchObject({
    status: 422,
    json: { reason: { code: 'app.services-offline' }, advice: { code: 'playlist.unset-offline' } },
  })
})

describe('jobs', () => {
  test('one is found, listed, and told entry by entry', async () => {
    const { id } = backup.job
    expect(jobs.Job.parse((await get(`/api/jobs/${id}`)).json)).toMatchObject({ id, state: 'done' })
    const list: Job[] = (await get('/api/jobs')).json.jobs
    expect(list.map((job) => job.id)).toContain(id)
    const snapshot = rows.Snapshot.parse((await get(`/api/jobs/${id}/entries`)).json)
    const found = snapshot.entries.find((each) => each.key === '0.1')
    expect(found).toMatchObject({ kind: 'row', title: 'Amber', state: 'kept' })
    expect(snapshot.seq).toBe(list.find((job) => job.id === id)?.seq)
  })

  test('one is done again, and forgotten when it has ended', async () => {
    const again = jobs.Job.parse((await send('POST', `/api/jobs/${backup.job.id}/again`)).json)
    expect(again.id).not.toBe(backup.job.id)
    expect((await awaitJob(running.address, again.id)).state).toBe('done')
    expect(await send('DELETE', `/api/jobs/${again.id}`)).toMatchObject({ status: 200, text: '{}' })
    expect(await get(`/api/jobs/${again.id}`)).toMatchObject({ status: 404 })
    for (const verb of ['pause', 'resume', 'cancel', 'again'])
      expect(await send('POST', `/api/jobs/${again.id}/${verb}`)).toMatchObject({ status: 404 })
  })

  test('one is told as it goes, to its end', async () => {
    const order = { ...backup.job.order, only: ['Evening'] }
    const { id } = (await send('POST', '/api/jobs', order)).json
    const socket = connect(running.port, '127.0.0.1')
    let told = ''
    socket.setEncoding('utf8').on('data', (piece) => (told += piece))
    const host = `Host: localhost:${running.port}`
    socket.write(`GET /api/events?job=${id} HTTP/1.1\r\n${host}\r\n\r\n`)
    await until(async () => (told.includes(`"state":"done"`) ? true : undefined))
    await until(async () => (told.includes('"already-kept"') ? true : undefined))
    socket.destroy()
    expect(told).toMatch(/\nid: \d+\nevent: entries\n/)
    await awaitJob(running.address, id)
    expect(await send('DELETE', `/api/jobs/${id}`)).toMatchObject({ status: 200 })
  })

  test('verify is a job too', async () => {
    const order = { kind: 'verify', into: backup.into }
    const { id } = (await send('POST', '/api/jobs', order)).json
    expect((await awaitJob(running.address, id)).state).toBe('done')
    const { archive } = (await get(`/api/archives/${backup.archive}`)).json
    expect(archive.verified).toMatchObject({ faults: 0 })
  })

  test.each([
    ['a file of this machine', { inputs: [{ kind: 'file', path: '/etc/passwd' }] }, 422],
    ['a folder out of reach', { into: '/etc' }, 422],
    ['a reading that is gone', { inputs: [{ kind: 'reading', id: 'x', name: 'x' }] }, 422],
    ['no inputs', { inputs: [] }, 400],
    ['a quality that is none', { quality: 'V9' }, 400],
  ])('an order is refused: %s', async (_, change, status) => {
    const answer = await send('POST', '/api/jobs', { ...backup.job.order, ...change })
    expect(answer.status).toBe(status)
    expect(settings.Fault.parse(answer.json).message).toMatch(/\w/)
  })
})

describe.each(['a job', 'an archived playlist'])('the rows of %s', (which) => {
  const base = () =>
    which === 'a job'
      ? `/api/jobs/${backup.job.id}`
      : `/api/archives/${backup.archive}/playlists/${encodeURIComponent(backup.playlist.folder)}`

  test('are all told, with texts as they are', async () => {
    const { entries } = rows.Snapshot.parse((await get(`${base()}/entries`)).json)
    const found = entries.flatMap((each) => (each.kind === 'row' ? [each] : []))
    const inOrder = found.toSorted((a, b) => a.position - b.position)
    expect(inOrder.map(({ title }) => title)).toEqual([
      ...['Amber', 'Basalt', 'Cedar'],
      '"><img src=x onerror=alert(2)>',
    ])
  })

  test('are decided about, and the decision is taken back', async () => {
    const details = (await get(`${base()}/details/0.3`)).json
    expect(details).toMatchObject({ key: '0.3', outcome: { track: { title: 'Cedar' } } })
    const decided = await send('PUT', `${base()}/decisions/0.3`, { kind: 'none' })
    expect(rows.Row.parse(decided.json)).toMatchObject({ key: '0.3', decided: 'none' })
    expect((await get(`${base()}/details/0.3`)).json.decision).toMatchObject({ kind: 'none' })
    const back = await send('DELETE', `${base()}/decisions/0.3`)
    expect(rows.Row.parse(back.json).decided).toBeUndefined()
    expect((await get(`${base()}/details/0.3`)).json.decision).toBeUndefined()
  })

  test('are not there under any other key', async () => {
    for (const path of ['details/0.99', 'audio/0.99/0', 'audio/0.3/7'])
      expect(await get(`${base()}/${path}`)).toMatchObject({ status: 404 })
    expect(await send('DELETE', `${base()}/decisions/0.99`)).toMatchObject({ status: 404 })
  })
})

describe('archives', () => {
  const folder = () => encodeURIComponent(backup.playlist.folder)

  test('are listed, and told with their playlists', async () => {
    const [info] = (await get('/api/archives')).json.archives
    expect(archives.ArchiveInfo.parse(info)).toMatchObject({ id: backup.archive, present: true })
    const { playlists } = (await get(`/api/archives/${backup.archive}`)).json
    expect(archives.ArchivedPlaylist.parse(playlists[0])).toMatchObject({ tracks: 4 })
    expect(await get('/api/archives/0000000000000000')).toMatchObject({ status: 404 })
  })

  test('tell their long tail by a listening history that is uploaded, and removed', async () => {
    const listen = (name: string, uts: number) => ({
      artist: { '#text': 'The Testers' },
      name,
      date: { uts: String(uts) },
    })
    const track = [listen('Amber', 1_701_079_920), listen('Dune', 1_701_080_920)]
    const history = JSON.stringify([{ track }])
    const upload = async (text: string): Promise<string> => {
      const answer = await ask(running.address, '/api/uploads?name=history.json', {
        method: 'POST',
        headers: { 'Content-Type': 'application/octet-stream' },
        body: text,
      })
      return answer.json.id
    }
    const uploads = [await upload(history)]
    const path = `/api/archives/${backup.archive}/tail`
    const told = await send('POST', path, { uploads })
    expect([told.status, told.json.reason?.code]).toEqual([200, undefined])
    expect(JSON.stringify(told.json.next)).toContain('Dune')
    expect(await send('POST', path, { uploads })).toMatchObject({
      status: 422,
      json: { reason: { code: 'playlist.upload-gone' } },
    })
    const without = [await upload('Artist,Title\nThe Testers,Amber\n')]
    expect(await send('POST', path, { uploads: without })).toMatchObject({
      status: 422,
      json: { reason: { code: 'app.tail-no-plays' } },
    })
  })

  test('say how many copies their files have elsewhere', async () => {
    const before = (await get(`/api/archives/${backup.archive}/copies`)).json
    expect(ArchiveCopies.parse(before)).toMatchObject({ copies: [], filesByCopies: [1] })
    expect(before.worst[0].copies).toEqual([])
    const target = join(home, 'Copy')
    const { dir } = (await get(`/api/archives/${backup.archive}`)).json.archive
    const { signal } = new AbortController()
    const environment = { cacheDir: join(home, 'cache'), processors: 1 }
    for await (const _ of mirrorArchive(dir, { target }, environment, signal));
    const after = (await get(`/api/archives/${backup.archive}/copies`)).json
    expect(ArchiveCopies.parse(after)).toMatchObject({
      copies: [{ target, missing: 0, damaged: 0 }],
      filesByCopies: [0, 1],
    })
    expect(after.worst[0].copies).toMatchObject([{ target }])
    expect(await get('/api/archives/0000000000000000/copies')).toMatchObject({ status: 404 })
  })

  test('history and exports', async () => {
    const base = `/api/archives/${backup.archive}/playlists/${folder()}`
    expect((await get(`${base}/history`)).json).toEqual({ changes: expect.any(Array) })
    for (const as of ['m3u8', 'xspf', 'jspf', 'csv', 'tunemymusic', 'listenbrainz']) {
      const { status, text, headers } = await get(`${base}/export?as=${as}`)
      expect(status).toBe(200)
      expect(text).toContain('Amber')
      expect(headers['content-disposition']).toMatch(/^attachment; filename="/)
    }
    expect(await get(`${base}/export?as=exe`)).toMatchObject({ status: 400 })
  })

  test('another name for a playlist, in the same place', async () => {
    const base = `/api/archives/${backup.archive}/playlists/${folder()}`
    const { name } = backup.playlist
    for (const given of ['  Dusk ', name]) {
      const { status, json } = await send('PUT', `${base}/name`, { name: given })
      expect({ status, json }).toEqual({ status: 200, json: { name: given.trim() } })
      const { playlists } = (await get(`/api/archives/${backup.archive}`)).json
      expect(playlists[0]).toMatchObject({ name: given.trim(), folder: backup.playlist.folder })
      const [list] = (await get(`${base}/entries`)).json.entries
      expect(list).toMatchObject({ kind: 'list', name: given.trim() })
      expect((await get(`${base}/export?as=csv`)).status).toBe(200)
    }
    expect(await send('PUT', `${base}/name`, { name: ' ' })).toMatchObject({ status: 422 })
    expect(await send('PUT', `${base}/name`, {})).toMatchObject({ status: 400 })
  })

  test('a playlist goes to the trash and comes back, and an archive leaves the library and returns', async () => {
    const base = `/api/archives/${backup.archive}`
    const { json: before } = await get(base)
    const folders = [backup.playlist.folder]
    const plan = await send('POST', `${base}/removal`, { folders })
    expect(RemovalPlan.parse(plan.json)).toMatchObject({ names: ['Evening'], files: 1 })
    const { json: gone } = await send('POST', `${base}/trash`, { folders })
    expect(TrashedLists.parse(gone)).toMatchObject({ kind: 'removed', files: 1 })
    expect((await get(base)).json.playlists).toEqual([])
    expect((await get(`${base}/trash`)).json.trashed).toEqual([gone])
    const back = await send('POST', `${base}/trash/${gone.id}/restore`)
    expect(BroughtBack.parse(back.json)).toMatchObject({ files: 1, left: [] })
    expect((await get(base)).json).toEqual(before)
    expect((await send('POST', `${base}/trash/${gone.id}/restore`)).status).toBe(422)
    expect((await send('POST', `${base}/trash`, { folders: ['no such'] })).status).toBe(422)
    const same = { from: folders[0], into: folders[0] }
    expect(await send('POST', `${base}/merge`, same)).toMatchObject({
      status: 422,
      json: { reason: { code: 'archive.merge-with-itself' } },
    })
    expect((await send('DELETE', base)).status).toBe(200)
    expect((await get(base)).status).toBe(404)
    expect((await send('POST', `${base}/show`)).status).toBe(200)
    expect((await get(base)).json).toEqual(before)
    expect((await send('DELETE', '/api/archives/0000000000000000')).status).toBe(404)
  })

  test('a kept file is the file, and a report is nobody’s page', async () => {
    const { entries } = (await get(`/api/jobs/${backup.job.id}/entries`)).json
    const { file } = entries.find((each: { title?: string }) => each.title === 'Amber')
    const base = `/api/archives/${backup.archive}/files`
    const sound = await get(`${base}/${file.split('/').map(encodeURIComponent).join('/')}`)
    expect(sound.bytes).toEqual(await readFile(join(backup.into, file)))
    expect(sound.headers['content-type']).toBe('audio/mpeg')
    expect(sound.headers['content-security-policy']).toMatch(/^default-src 'none'; media/)
    const report = await get(`${base}/${folder()}/report.html`)
    expect(report.headers['content-type']).toMatch(/^text\/html/)
    expect(report.headers['content-security-policy']).toMatch(/^sandbox allow-scripts; default-src/)
    expect(report.headers['content-security-policy']).not.toContain('allow-same-origin')
  })
})

describe('inputs', () => {
  test('what was uploaded is understood', async () => {
    const preview = Preview.parse(await readList(running.address, 'A - B\nC - D\n'))
    expect(preview.lists).toMatchObject([{ tracks: 2 }])
  })

  test('an archive is asked which lists they would be, and the answer goes into the order', async () => {
    const lists = (staged: string, into: string) =>
      get(`/api/lists?${new URLSearchParams({ staged, into })}`)
    const text = 'The Testers - Amber\nThe Testers - Dune\n'
    const { inputs, staged } = await readList(running.address, text)
    const [found] = (await lists(staged, backup.into)).json.lists
    expect(found).toMatchObject({
      playlist: 'Evening',
      place: 0,
      candidates: [{ id: backup.playlist.id, name: 'Evening', same: 1 }],
      suggested: backup.playlist.id,
    })
    const elsewhere = (await lists(staged, join(backup.into, 'new'))).json.lists
    expect(elsewhere).toMatchObject([{ name: 'Evening', isKnown: false, candidates: [] }])
    expect(await lists(staged, '/etc')).toMatchObject({ status: 422 })
    expect(await lists('00000000-0000-0000-0000-000000000000', home)).toMatchObject({ status: 422 })

    const answers = [{ playlist: 'Evening', place: 0, list: found.newId, as: 'Other' }]
    const order = { ...backup.job.order, inputs, answers }
    const { id } = (await send('POST', '/api/jobs', order)).json
    await awaitJob(running.address, id)
    const { playlists } = (await get(`/api/archives/${backup.archive}`)).json
    expect(
      playlists.map(({ id, name, folder }: typeof backup.playlist) => [id, name, folder]),
    ).toEqual([
      [backup.playlist.id, 'Evening', 'Evening'],
      [found.newId, 'Other', 'Other'],
    ])
  })

  test.each([
    ['a link that is none', { inputs: [{ kind: 'link', link: '/etc/passwd' }] }, 422],
    ['an upload that is gone', { inputs: [{ kind: 'upload', id: '../../x', name: 'x' }] }, 422],
    ['a file of this machine', { inputs: [{ kind: 'file', path: '/etc/passwd' }] }, 400],
  ])('refused: %s', async (_, body, status) => {
    const answer = await send('POST', '/api/preview', body)
    expect(answer).toMatchObject({ status })
    expect(answer.text).not.toContain('root:')
  })
})
