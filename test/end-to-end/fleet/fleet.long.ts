import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { openJobQueue } from '../../../src/app/jobs/open-jobs.ts'
import type { Queue, Work } from '../../../src/jobs/queue.ts'
import { completeRequest } from '../../../src/model/backup/request.ts'
import { startStrictReplay } from '../../support/hosts/strict.ts'
import { makeTempDir } from '../../support/program.ts'
import { describePostgres, type RunningPostgres } from '../../support/servers/postgres.ts'
import { ceph, describeS3, isInstalled, type RunningS3 } from '../../support/servers/s3-server.ts'
import { type CopiesTold, startCopies } from './copies.ts'
import { findLack, inspectArchives, type Kept, type Lack, NOT_REACHED } from './inspect.ts'
import { type Machine, openMachine, type Ports } from './machine.ts'
import { answerFor, type Size, type WrittenList, writeMusic } from './songs.ts'
import { makeTrouble } from './trouble.ts'
import { countSounds, type HostWatch, watchHosts } from './watch-hosts.ts'
import { type Fleet, startFleet } from './workers.ts'

/** `lists x tracks x open`: the whole is `20x500x20` (`npm run test:fleet`), which takes an hour or more. */
const [lists, tracks, open] = (process.env.SONGKEEP_FLEET ?? '3x10x2').split('x').map(Number)
const size: Size = { lists: lists!, tracks: tracks!, open: open! }
const isSmall = lists! * tracks! < 1_000
const WORKERS = 4
const TIMEOUT_MS = 4 * 60 * 60_000
const OWNERS = ['anna', 'ben', 'carla']

const name =
  'workers killed, the database restarted, networks cut: each track is done once, and no host is pressed'

describePostgres('a fleet of workers', (postgres) => {
  describeS3('with copies in a bucket', ceph, (s3) => {
    test(name, () => runFleet(postgres(), s3()), TIMEOUT_MS)
  })
  if (!isInstalled(ceph)) test(name, () => runFleet(postgres()), TIMEOUT_MS)
})

async function runFleet(postgres: RunningPostgres, s3?: RunningS3) {
  const dir = await makeTempDir()
  const written = await writeMusic(dir, size)
  await mkdir(join(dir, 'data'))
  await using replay = await startStrictReplay(answerFor(size))
  await using copies = s3 && (await startCopies(s3, dir))
  const databaseUrl = await postgres.newDatabase()
  const database = Number(new URL(databaseUrl).port)
  const machines = await openMachines({ database, replay: replay.port })
  await using queue = await openJobQueue(dir, { databaseUrl })
  for (const [at, list] of written.entries()) await queue.add(jobOf(list, archiveOf(dir, at), at))
  const begun = performance.now()
  const minutes = () => Math.round((performance.now() - begun) / 6_000) / 10
  await using fleet = startFleet({ machines, dir, databaseUrl })
  const trouble = makeTrouble({
    ...{ fleet, machines, postgres },
    everyMs: isSmall ? 2_000 : 4_000,
    isLasting: !isSmall,
  })
  const lacking: Lack[] = []
  const done = async (archive: string) => {
    const lack = await findLack(archive, size.tracks)
    if (lack) lacking.push(lack)
    else copies?.add(archive)
  }
  const resumed: string[] = []
  await untilDone(queue, fleet, resumed, done)
  const faults = await trouble.end()
  // As the page says: what could not be asked for is, when the list is run again.
  for (const [at, list] of written.entries())
    if (lacking.some(({ archive }) => archive === archiveOf(dir, at)))
      await queue.add(jobOf(list, archiveOf(dir, at), at))
  await untilDone(queue, fleet, resumed, async () => {})
  for (const { archive } of lacking) copies?.add(archive)
  const told = {
    ...{ size, isNamespace: machines[0]?.isNamespace },
    minutes: minutes(),
    faults,
    lacking: lacking.flatMap(({ reasons }) => reasons),
    refusals: fleet.refusals,
    resumed,
    hosts: watchHosts(replay.asked),
    sounds: countSounds(replay.asked),
    kept: await inspectArchives(written.map((_, at) => archiveOf(dir, at))),
    copies: await copies?.finish(),
    minutesInAll: minutes(),
  }
  console.log(JSON.stringify(told, undefined, 1), [...fleet.complaints])
  expectWhole(told)
}

interface FleetTold {
  readonly lacking: readonly string[]
  readonly hosts: readonly HostWatch[]
  readonly kept: Kept
  readonly copies?: CopiesTold
}

function expectWhole({ lacking, hosts, kept, copies }: FleetTold) {
  // Only what was not to be reached may be left for a second run.
  expect(lacking.filter((code) => code !== NOT_REACHED)).toEqual([])
  for (const { host, aboveLimit } of hosts) expect(aboveLimit, host).toBe(0)
  const all = size.lists * size.tracks
  expect(kept).toEqual({ notes: [], faults: [], entries: all, titles: all, files: all })
  if (!copies) return
  expect(copies.whole).toBe(size.lists)
  expect(copies.files).toBeGreaterThanOrEqual(all)
}

async function openMachines(ports: Ports): Promise<readonly Machine[]> {
  const machines: Machine[] = []
  for (let at = 0; at < WORKERS; at++) {
    const machine = await openMachine(at, ports)
    onTestFinished(() => machine[Symbol.asyncDispose]())
    machines.push(machine)
  }
  return machines
}

const archiveOf = (dir: string, at: number) => join(dir, `Keep ${at}`)

function jobOf({ path, library }: WrittenList, into: string, at: number) {
  const request = completeRequest({ inputs: [path], libraries: [library], into, jobs: 1 })
  const payload = { ...request, kind: 'backup', inputs: [{ kind: 'file', path }] }
  return { payload, title: `List ${at}`, owner: OWNERS[at % OWNERS.length]!, exclusiveKey: into }
}

/** As its reason says, for what was killed five times before anything of it was done; nothing else may fail. */
async function goOn({ id, title, fault }: Work, queue: Queue, resumed: string[]) {
  expect({ title, fault }).toMatchObject({ fault: { reason: { code: 'jobs.given-up' } } })
  if (await queue.resume(id).catch(() => undefined)) resumed.push(title)
}

/** Tells of each archive all of whose work is done. */
async function untilDone(
  queue: Queue,
  fleet: Fleet,
  resumed: string[],
  done: (archive: string) => Promise<void>,
) {
  const told = new Set<string>()
  for (;;) {
    expect(fleet.broken).toEqual([])
    const all = (await queue.list().catch(() => undefined)) ?? []
    const failed = all.filter(({ state }) => state === 'failed')
    for (const each of failed) await goOn(each, queue, resumed)
    for (const [archive = '', works] of Map.groupBy(all, ({ exclusiveKey }) => exclusiveKey))
      if (works.every(({ state }) => state === 'done') && !told.has(archive)) {
        told.add(archive)
        await done(archive)
      }
    if (told.size === size.lists) return
    await sleep(1_000)
  }
}
