import { spawn } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Outcome, Report } from '../../src/model/outcome.ts'
import { providers } from '../../src/source/all.ts'
import type { Asked } from '../support/hosts/replay.ts'
import { startStrictReplay } from '../support/hosts/strict.ts'
import { makeTempDir } from '../support/program.ts'
import { sizeOf } from '../support/size.ts'
import { makeWorld } from './open/hosts.ts'
import { isrcOf, type Kind, makeThings } from './open/world.ts'

const COUNT = sizeOf(60, 200)

/** What must become of each kind of track. */
const wanted: Readonly<Record<Kind, Outcome['kind']>> = {
  'in the user’s folders': 'kept',
  'free at the Internet Archive': 'kept',
  'stream only': 'refused',
  'without a licence': 'refused',
  'free at Wikimedia Commons': 'kept',
  'free at ccMixter': 'kept',
  'download switched off': 'refused',
  'claimed by a stranger': 'review',
  'known, and nowhere free': 'not-found',
  'there in a live version only': 'ambiguous',
}

test(`${COUNT} tracks in the open: kept with evidence, linked, in review, or a reason; killed and gone on with`, async () => {
  const dir = await makeTempDir()
  const things = makeThings(COUNT)
  const replay = await startStrictReplay(makeWorld(things))
  onTestFinished(() => replay[Symbol.asyncDispose]())
  await mkdir(join(dir, 'Music'))
  for (const { kind, artist, title, sound } of things)
    if (kind === 'in the user’s folders')
      await writeFile(join(dir, 'Music', `${artist} - ${title}.wav`), sound)
  const list = join(dir, 'open.csv')
  const rows = things.map((thing) =>
    [thing.title, thing.artist, thing.seconds * 1000, isrcOf(thing)].join(','),
  )
  await writeFile(list, `Title,Artist,Duration (ms),ISRC\n${rows.join('\n')}\n`)

  const first = start(replay.port, list, dir)
  while (first.dots() < COUNT / 3 && first.child.exitCode === null)
    await new Promise((resolve) => setTimeout(resolve, 50))
  first.child.kill('SIGKILL')
  await first.ended
  const before = replay.asked.length
  const { code, stdout, stderr } = await start(replay.port, list, dir).ended
  expect(code, stderr).toBe(0)
  const report: Report = JSON.parse(stdout)

  expect(report.outcomes).toHaveLength(COUNT)
  for (const [at, { kind, title }] of things.entries()) {
    const outcome = report.outcomes[at]
    const got = outcome?.kind === 'already-kept' ? 'kept' : outcome?.kind
    expect(got, `${title}, ${kind}: ${JSON.stringify(outcome)?.slice(0, 600)}`).toBe(wanted[kind])
  }
  checkKept(report)
  for (const outcome of report.outcomes)
    if (outcome.kind === 'not-found' && things[outcome.position - 1]?.kind.startsWith('known'))
      expect(outcome.links?.map(({ service }) => service)).toContain('Bandcamp')
  const inventory = await readFile(join(dir, 'Keep', 'inventory.jsonl'), 'utf8')
  expect(inventory.trim().split('\n')).toHaveLength((COUNT / 10) * 4)

  // Nothing went to a host that nobody declared, and the report tells them all.
  const rules = providers.flatMap(({ hosts }) => hosts)
  const fits = (host: string) =>
    rules.some(({ host: rule }) =>
      rule.startsWith('*.') ? host.endsWith(rule.slice(1)) : host === rule,
    )
  const hosts = new Set(replay.asked.map(({ url }) => url.host))
  for (const host of hosts) expect(fits(host), host).toBe(true)
  expect(report.refusedRequests).toEqual([])
  for (const host of report.hosts) expect(hosts).toContain(host)

  // What was answered before the kill was not asked again; what was under way then may have been.
  const asked = replay.asked.map(({ url, method, body }) => `${method} ${url} ${body}`)
  const answered = new Set(asked.slice(0, before))
  const again = asked.slice(before).filter((each) => answered.has(each))
  expect(again.length, again.join('\n')).toBeLessThanOrEqual(UNDER_WAY)

  // The pace of MusicBrainz, over each of the two runs.
  for (const run of [replay.asked.slice(0, before), replay.asked.slice(before)])
    checkPace(run.filter(({ url }) => url.host === 'musicbrainz.org'))
})

/** Requests that a killed run can have had under way or waiting to be written down. */
const UNDER_WAY = 12

function checkKept({ outcomes }: Report) {
  for (const outcome of outcomes) {
    if (!('kept' in outcome)) continue
    const { chosen, verdict } = outcome.kept
    if (chosen.source === 'library') continue
    expect(verdict.action).toBe('copy')
    expect(verdict.licence.id).toMatch(/^CC/)
    expect(verdict.host?.termsUrl).toMatch(/^https:/)
    expect(chosen.answer?.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(chosen.fileUrl).toMatch(/^https:/)
    expect(chosen.url).toMatch(/^https:/)
  }
}

/** Not two requests begin within a second; the server hears of each a moment later. */
function checkPace(asked: readonly Asked[]) {
  const times = asked.map(({ at }) => at).toSorted((a, b) => a - b)
  const span = (times.at(-1) ?? 0) - (times[0] ?? 0)
  expect(times.length - 1).toBeLessThanOrEqual(span / 1000 + 0.5)
}

function start(port: number, list: string, dir: string) {
  const script = join(import.meta.dirname, 'open/run.ts')
  const child = spawn(process.execPath, [script, String(port), list, dir])
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk) => (stdout += chunk))
  child.stderr.on('data', (chunk) => (stderr += chunk))
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, stdout, stderr })),
  )
  return { child, ended, dots: () => stderr.length }
}
