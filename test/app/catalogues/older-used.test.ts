import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { walkPlaylists } from '../../../src/app/backups/walk.ts'
import { fetchedFolder } from '../../../src/app/catalogues/published/fetch.ts'
import { resolveCatalogues } from '../../../src/app/catalogues/published/resolve.ts'
import { readEnvironment } from '../../../src/app/environment.ts'
import { openServers } from '../../../src/app/servers/open-servers.ts'
import { takeLock } from '../../../src/base/lock.ts'
import { buildCatalogue, LOCK_FILE } from '../../../src/catalogue/build/build.ts'
import { makeKeyPair } from '../../../src/catalogue/published/key.ts'
import { writeState } from '../../../src/catalogue/published/state.ts'
import { completeRequest } from '../../../src/model/backup/request.ts'
import type { Reason } from '../../../src/model/reason.ts'
import { inputOf, recording } from '../../catalogue/support/catalogue.ts'

const address = 'https://catalogue.example/all'
const { signal } = new AbortController()

/** A machine to which generation 7 was fetched, and whose network is away. */
async function open(variables: Record<string, string> = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'songkeep-test-'))
  onTestFinished(() => rm(dataDir, { recursive: true }))
  const environment = {
    ...readEnvironment({ SONGKEEP_DATA: dataDir, ...variables }),
    network: {
      resolve: () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })),
    },
    clock: { now: () => Date.now(), sleep: async () => {} },
  }
  const folder = fetchedFolder(address, environment)
  await mkdir(folder, { recursive: true })
  const { publicKey } = makeKeyPair()
  await writeState(folder, { place: address, publicKey, current: { generation: 7, files: [] } })
  const notes: Reason[] = []
  const resolving = () =>
    resolveCatalogues([address], environment, signal, (note) => void notes.push(note))
  return { dataDir, environment, folder, notes, resolving }
}

test('where its place cannot be reached, the older catalogue is used, and that is told', async () => {
  const { folder, notes, resolving } = await open()
  expect(await resolving()).toEqual([folder])
  expect(notes).toMatchObject([
    { code: 'catalogue.older-used', params: { address, generation: 7, cause: {} } },
  ])
})

test('a run tells it before its first track, and so does its report', async () => {
  const { dataDir, environment, folder } = await open()
  const { publicKey } = makeKeyPair()
  await rm(folder, { recursive: true })
  await buildCatalogue({ out: folder, inputs: [inputOf([recording({ id: 'a' })])] })
  await writeState(folder, { place: address, publicKey, current: { generation: 7, files: [] } })
  const into = join(dataDir, 'Keep')
  const request = completeRequest({ inputs: [], into, catalogues: [address] })
  const entry = {
    position: 1,
    kind: 'track' as const,
    track: { title: 'Nothing', artists: ['Nobody'] },
  }
  const playlist = { name: 'List', format: 'text', entries: [entry], notes: [] }
  await using servers = openServers(environment)
  const tools = { environment, servers, today: '2026-11-30' }
  const events = await Array.fromAsync(walkPlaylists([playlist], request, tools, signal))
  const note = { code: 'catalogue.older-used' }
  expect(events.find(({ kind }) => kind === 'library')).toMatchObject({ notes: [note] })
  const told = events.find((event) => event.kind === 'report')
  expect(told?.report.libraryNotes).toMatchObject([note])
})

test('while another run fetches it, too', async () => {
  const { folder, notes, resolving } = await open()
  using _lock = takeLock(join(folder, LOCK_FILE))
  expect(await resolving()).toEqual([folder])
  expect(notes).toMatchObject([{ params: { cause: { code: 'storage.locked' } } }])
})

test('offline nobody is asked, and nothing is told', async () => {
  const { folder, notes, resolving } = await open({ SONGKEEP_OFFLINE: '1' })
  expect(await resolving()).toEqual([folder])
  expect(notes).toEqual([])
})
