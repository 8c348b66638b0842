import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openArchive } from '../../src/archive/archive.ts'
import { openDecisions } from '../../src/archive/decisions/decisions.ts'
import { locateGiven, takeGiven } from '../../src/archive/given/given-files.ts'
import type { DecisionChoice } from '../../src/model/decision.ts'
import { runCommand } from '../support/command-line.ts'

let dir: string
const at = (name: string) => join(dir, name)
const run = (...args: readonly string[]) => runCommand(['decisions', ...args], at('cache'))
const track = (title: string) => ({ title, artists: ['The Testers'] })
const choose = (id: string): DecisionChoice => ({
  kind: 'recording',
  source: 'given',
  id,
  title: '=Found, "at last"',
  artists: ['Somebody'],
  found: { kind: 'file', path: '/home/me/x.wav' },
  evidence: { probability: 0.25, weight: -1.58, steps: [] },
})

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'songkeep-decisions-'))
  for (const name of ['One', 'Two']) await (await openArchive(at(name)))[Symbol.asyncDispose]()
})

afterEach(() => rm(dir, { recursive: true }))

test('what was decided is listed, for people, programs and spreadsheets', async () => {
  expect((await run(at('One'))).stdout).toBe('Nothing has been decided here.\n')
  const decisions = openDecisions(at('One'))
  await decisions.decide(track('Amber'), { kind: 'none' }, '2026-11-01T10:00:00.000Z')
  await decisions.decide(track('Basalt'), choose('x'), '2026-11-02T10:00:00.000Z')
  const { stdout } = await run(at('One'), '--json')
  const all = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(all).toEqual(await decisions.list())
  expect((await run(at('One'))).stdout.split('\n')).toHaveLength(3)
  const [, none, found] = (await run(at('One'), '--csv')).stdout.split('\r\n')
  expect(none).toBe('Amber,The Testers,2026-11-01T10:00:00.000Z,none,,,,')
  expect(found).toBe('Basalt,The Testers,2026-11-02T10:00:00.000Z,recording,given,x,file,0.25')
})

test('of two archives the newer decision on a track stays, and its file comes along', async () => {
  await writeFile(at('song.wav'), 'a sound')
  const { signal } = new AbortController()
  const { id } = await takeGiven(at('One'), at('song.wav'), 'song.wav', signal)
  const [one, two] = [openDecisions(at('One')), openDecisions(at('Two'))]
  await one.decide(track('Amber'), choose(id), '2026-11-02T10:00:00.000Z')
  await one.decide(track('Basalt'), { kind: 'none' }, '2026-11-02T10:00:00.000Z')
  await one.decide(track('Cedar'), choose(`${'0'.repeat(64)}/gone.wav`), '2026-11-02T10:00:00.000Z')
  await two.decide(track('Amber'), { kind: 'none' }, '2026-11-01T10:00:00.000Z')
  await two.decide(track('Basalt'), choose('x'), '2026-11-03T10:00:00.000Z')
  const taken = await run(at('Two'), '--from', at('One'))
  expect(taken.code).toBe(0)
  expect(taken.stdout).toMatch(/2 decisions taken over.*1 decision left.*1 decision the file/)
  expect((await two.find(track('Amber')))?.choice).toEqual(choose(id))
  expect((await two.find(track('Basalt')))?.choice).toEqual(choose('x'))
  expect(await locateGiven(at('Two'), id)).toBeDefined()
  // Once more there is nothing new.
  const lines = (await two.list()).length
  expect((await run(at('Two'), '--from', at('One'))).stdout).toMatch(/^0 decisions/)
  expect(await two.list()).toHaveLength(lines)
})

test('what is no archive has no decisions', async () => {
  await mkdir(at('none'))
  expect((await run(at('none'))).code).not.toBe(0)
  expect((await run(at('Two'), '--from', at('none'))).code).not.toBe(0)
})
