import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { backUpInput } from '../../src/app/backups/back-up.ts'
import { syncArchive } from '../../src/app/sync/sync-archive.ts'
import type { Network } from '../../src/base/http/network.ts'
import { completeRequest } from '../../src/model/backup/request.ts'
import type { Report } from '../../src/model/outcome.ts'
import type { Progress } from '../../src/model/progress.ts'
import { archive, writeSongList } from '../support/hosts/free-song.ts'
import { makeClock } from '../support/hosts/replay.ts'
import { startStrictReplay } from '../support/hosts/strict.ts'
import { makeTempDir } from '../support/program.ts'
import { makeWav } from '../support/sound.ts'

const { signal } = new AbortController()

/** As the system says it where no name can be looked up. */
const unknownName = () => Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' })
const none: Network = { resolve: () => Promise.reject(unknownName()) }

/** Where this one host is not known. */
const without = (host: string, network: Network): Network => ({
  ...network,
  resolve: (name) => (name === host ? Promise.reject(unknownName()) : network.resolve(name)),
})

async function open() {
  const dir = await makeTempDir()
  await writeSongList(dir)
  const replay = await startStrictReplay(archive(makeWav(12, 5)))
  onTestFinished(() => replay[Symbol.asyncDispose]())
  const into = join(dir, 'Keep')
  const environmentOf = (network: Network) => ({
    cacheDir: join(dir, 'cache'),
    processors: 1,
    network,
    clock: makeClock(Date.now()),
  })
  const request = { inputs: [join(dir, 'list.csv')], libraries: [join(dir, 'Music')], into }
  return {
    dir,
    online: replay.network,
    /** Where there is a network nothing is made of what is found: that takes longer than to find it. */
    run: (network: Network, offline = false) =>
      follow(
        backUpInput(
          completeRequest({ ...request, offline, dryRun: !offline && network !== none }),
          environmentOf(network),
          signal,
        ),
      ),
    sync: (network: Network) =>
      follow(syncArchive({ into, dryRun: network !== none }, environmentOf(network), signal)),
  }
}

interface Followed {
  readonly report: Report | undefined
  readonly events: readonly Progress[]
  /** What is told of the network and its hosts while it happens. */
  readonly told: readonly string[]
}

async function follow(run: AsyncIterable<Progress>): Promise<Followed> {
  const events: Progress[] = []
  for await (const event of run) events.push(event)
  const told = events.flatMap((event) => {
    if (event.kind === 'network') return [event.state]
    return event.kind === 'left-alone' ? [event.unavailable.source] : []
  })
  const reports = events.flatMap((event) => (event.kind === 'report' ? [event.report] : []))
  return { report: reports[0], events, told }
}

const codeOf = (report: Report | undefined, at = 0) => {
  const outcome = report?.outcomes[at]
  return outcome && 'reason' in outcome ? outcome.reason : outcome?.kind
}

test('no network is told once, rows say that the open was not asked, and the next run asks', async () => {
  const { dir, run, online } = await open()
  const rows = Array.from({ length: 20 }, (_, at) => `Song ${at},Nobody ${at},180000`)
  await writeFile(
    join(dir, 'list.csv'),
    ['Title,Artist,Duration (ms)', 'Amber,The Testers,12000', ...rows, ''].join('\n'),
  )
  const { report, told } = await run(none)
  expect(told).toEqual(['none'])
  expect(report?.network).toMatchObject({ code: 'backup.network-none' })
  expect(report?.unavailable).toEqual([])
  for (const [at] of (report?.outcomes ?? []).entries())
    expect(codeOf(report, at)).toMatchObject({ code: 'backup.open-not-asked' })
  await writeSongList(dir)
  const later = await run(online)
  expect(codeOf(later.report)).toBe('would-keep')
  expect(later.told).toEqual([])
  expect(later.report?.network).toBeUndefined()
})

test('sync looks again as well, and tells once that it cannot', async () => {
  const { run, sync, online } = await open()
  await run(none)
  expect((await sync(none)).told).toEqual(['none'])
  expect(codeOf((await sync(online)).report)).toBe('would-keep')
})

test('one host that is gone is told as that host', async () => {
  const { run, online } = await open()
  const { report, told } = await run(without('archive.org', online))
  expect(told).toEqual([])
  expect(report?.network).toBeUndefined()
  expect(report?.unavailable).toMatchObject([{ source: 'Internet Archive' }])
  expect(codeOf(report)).toMatchObject({
    code: 'backup.open-partly-asked',
    params: { places: ['Internet Archive'] },
  })
})

test('where something near was found, it is told all the same who could not be asked', async () => {
  const { dir, run, online } = await open()
  await mkdir(join(dir, 'Music'), { recursive: true })
  await writeFile(join(dir, 'Music/The Testers - Something Else.wav'), makeWav(12, 3))
  const { report } = await run(without('archive.org', online))
  expect(report?.outcomes[0]).toMatchObject({
    kind: 'not-found',
    nearest: { recording: { title: 'Something Else' } },
  })
  expect(codeOf(report)).toMatchObject({
    code: 'backup.partly-asked-too',
    params: { places: ['Internet Archive'], reason: { code: expect.stringMatching(/^match\./) } },
  })
})

test('who chose to stay offline is told that, and nothing of a network', async () => {
  const { run, online } = await open()
  const { report, told } = await run(online, true)
  expect(told).toEqual([])
  expect(report?.network).toBeUndefined()
  expect(codeOf(report)).toMatchObject({ code: 'backup.nothing-near' })
  expect(codeOf((await run(online)).report)).toBe('would-keep')
})
