import { spawn } from 'node:child_process'
import {
  appendFile,
  mkdir,
  readdir,
  readFile,
  stat,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openArchive } from '../../src/archive/archive.ts'
import { type DecisionLine, readDecisionLine } from '../../src/archive/decisions/decision-line.ts'
import { DecisionLog } from '../../src/archive/decisions/decision-log.ts'
import { openDecisions } from '../../src/archive/decisions/decisions.ts'
import type { Decision, DecisionChoice } from '../../src/model/decision.ts'
import type { Track } from '../../src/model/track.ts'
import { anyJson } from '../support/any-json.ts'
import { findFaults } from './support/find-faults.ts'
import { keep, playlistOf, trackOf } from './support/sample.ts'
import { useTemporary } from './support/temporary.ts'

const place = useTemporary()
const file = () => join(place.dir, 'decisions.jsonl')
const script = fileURLToPath(new URL('./support/decide-loop.ts', import.meta.url))

const none: DecisionChoice = { kind: 'none' }
const choose = (id: string, rest: { readonly trusted?: true } = {}): DecisionChoice => ({
  kind: 'recording',
  source: 'library',
  id,
  title: 'One',
  artists: ['Artist'],
  ...rest,
})

/** An archive that was opened once. */
async function begin() {
  await (await openArchive(place.dir))[Symbol.asyncDispose]()
  return openDecisions(place.dir)
}

const titles = (decisions: readonly Decision[]) => decisions.map(({ track }) => track.title)

describe('of two decisions for one track the later one counts', () => {
  const asked: readonly [string, Track, Track, boolean][] = [
    ['the same words', trackOf('One'), trackOf('One'), true],
    ['another title', trackOf('One'), trackOf('Two'), false],
    ['another album', trackOf('One'), trackOf('One', { album: 'Other' }), false],
    [
      'one address, other words about it',
      trackOf('One', { uri: 'spotify:track:1', album: 'Album' }),
      trackOf('One', { uri: 'spotify:track:1', album: 'Album (Deluxe)', durationMs: 1 }),
      true,
    ],
    [
      'a length that is rounded',
      trackOf('One', { durationMs: 61_000 }),
      trackOf('One', { durationMs: 61_900 }),
      true,
    ],
    [
      'another length',
      trackOf('One', { durationMs: 61_000 }),
      trackOf('One', { durationMs: 90_000 }),
      false,
    ],
    [
      'another place on the album',
      trackOf('Interlude', { trackNumber: 2 }),
      trackOf('Interlude', { trackNumber: 7 }),
      false,
    ],
  ]
  test.each(asked)('%s', async (_, first, second, same) => {
    const decisions = await begin()
    await decisions.decide(first, choose('a'))
    expect((await decisions.find(second)) !== undefined).toBe(same)
    const later = await decisions.decide(second, none)
    expect(await decisions.list()).toHaveLength(same ? 1 : 2)
    expect(await decisions.find(second)).toEqual(later)
    expect(await decisions.find(first)).toMatchObject({ choice: same ? none : choose('a') })
  })

  test('of several that fit, that of the own address', async () => {
    const decisions = await begin()
    const at = (number: number) =>
      trackOf('One', { uri: `spotify:track:${number}`, durationMs: number * 1500 })
    await decisions.decide(at(1), choose('a'))
    await decisions.decide(at(3), choose('c'))
    // As long as either, give or take: a track between the two is both.
    expect(await decisions.find({ ...at(2), uri: 'spotify:track:1' })).toMatchObject({
      choice: { id: 'a' },
    })
    expect(await decisions.find(at(2))).toMatchObject({ choice: { id: 'c' } })
  })
})

test('whatever comes before, the last word on a track is what is found for it', () => {
  const some = <Value>(...values: Value[]) => fc.constantFrom(undefined, ...values)
  const line = fc.record({
    title: fc.constantFrom('One', 'Two'),
    album: some('Album'),
    uri: some('spotify:track:1', 'spotify:track:2'),
    isrc: some('GBAYE0601498', 'GBAYE0601499'),
    durationMs: some(60_000, 61_500, 63_000),
    trackNumber: some(1, 2),
    kind: fc.constantFrom('none', 'recording', 'withdrawn'),
  })
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const log = new DecisionLog()
      for (const { kind, title, ...rest } of lines) {
        const facts = Object.entries(rest).filter(([, value]) => value !== undefined)
        const track: Track = { title, artists: [], ...Object.fromEntries(facts) }
        const choice = kind === 'recording' ? choose('a') : ({ kind } as DecisionLine['choice'])
        log.add({ track, choice, decidedAt: DATE })
        expect(log.find(track)?.choice).toEqual(kind === 'withdrawn' ? undefined : choice)
      }
      for (const decision of log.list()) expect(log.find(decision.track)).toBe(decision)
    }),
  )
})

test('what was decided is read by whoever opens the archive next, and one taken back is none', async () => {
  const decisions = await begin()
  const made = await decisions.decide(trackOf('One'), choose('a', { trusted: true }))
  await decisions.decide(trackOf('Two'), none)
  expect(made.choice).toEqual(choose('a', { trusted: true }))
  for (const readOnly of [true, false]) {
    await using archive = await openArchive(place.dir, { readOnly })
    expect(archive.decisionFor(trackOf('One'))).toEqual(made)
    expect(archive.decisionFor(trackOf('Three'))).toBeUndefined()
  }
  expect(await decisions.withdraw(trackOf('One'))).toBe(true)
  expect(await decisions.withdraw(trackOf('One'))).toBe(false)
  expect(titles(await openDecisions(place.dir).list())).toEqual(['Two'])
  // Nothing of what was decided once is erased.
  expect((await readFile(file(), 'utf8')).trimEnd().split('\n')).toHaveLength(3)
  const again = await decisions.decide(trackOf('One'), choose('b'))
  expect(await decisions.list()).toEqual([expect.anything(), again])
  await using archive = await openArchive(place.dir)
  expect(archive.decisionFor(trackOf('One'))).toEqual(again)
})

test('a run at work keeps nobody from deciding, and goes by what it found at its start', async () => {
  await begin()
  {
    await using archive = await openArchive(place.dir)
    await openDecisions(place.dir).decide(trackOf('One'), none)
    expect(archive.decisionFor(trackOf('One'))).toBeUndefined()
    await keep(archive, playlistOf('Mix', [trackOf('One')]), 1)
    await archive.checkpoint()
  }
  await using archive = await openArchive(place.dir)
  expect(archive.decisionFor(trackOf('One'))).toMatchObject({ choice: none })
  const found = await findFaults(archive)
  expect(found).toEqual([])
})

describe('half a line', () => {
  test('left by a kill swallows neither the line before it nor the next', async () => {
    const decisions = await begin()
    await decisions.decide(trackOf('One'), none)
    const { size } = await stat(file())
    await decisions.decide(trackOf('Two'), none)
    const whole = await stat(file())
    for (let cut = size + 1; cut < whole.size; cut += 17) {
      await truncate(file(), whole.size)
      await truncate(file(), cut)
      expect(titles(await decisions.list())).toEqual(['One'])
      await decisions.decide(trackOf('Three'), none)
      expect(titles(await decisions.list())).toEqual(['One', 'Three'])
      await restore(cut)
    }
  })

  /** The file as it was before the cut, for the next one. */
  async function restore(cut: number) {
    const bytes = await readFile(file())
    const line = JSON.stringify({ track: trackOf('Two'), choice: none, decidedAt: DATE })
    const start = bytes.subarray(0, cut).lastIndexOf('\n') + 1
    await writeFile(file(), Buffer.concat([bytes.subarray(0, start), Buffer.from(`${line}\n`)]))
  }

  test('of which only the end mark is missing counts', async () => {
    const decisions = await begin()
    await decisions.decide(trackOf('One'), none)
    await truncate(file(), (await stat(file())).size - 1)
    await decisions.decide(trackOf('Two'), none)
    expect(titles(await decisions.list())).toEqual(['One', 'Two'])
  })
})

/** What the process has said to be decided, until its end or so many lines. */
async function decideInProcess(name: string, count: number, killAfter = Number.POSITIVE_INFINITY) {
  const args = [script, place.dir, name, String(count)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise((resolve) => child.once('close', resolve))
  const said: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line)
    if (said.length === killAfter) setTimeout(() => child.kill('SIGKILL'), Math.random() * 6)
  }
  await ended
  return said
}

test('of several that write at once, some of them killed, no decision is lost that was made', async () => {
  const decisions = await begin()
  const runs = await Promise.all([
    decideInProcess('a', 40),
    decideInProcess('b', 40),
    decideInProcess('c', 1e6, 7),
    decideInProcess('d', 1e6, 13),
  ])
  expect(runs.map((said) => said.length >= 7)).toEqual([true, true, true, true])
  const listed = titles(await decisions.list())
  expect(listed).toEqual(expect.arrayContaining(runs.flat()))
  expect(new Set(listed).size).toBe(listed.length)
  // Nor does what a killed one has left stand in the way.
  await decisions.decide(trackOf('One'), none)
  expect(await decisions.find(trackOf('One'))).toBeDefined()
})

const DATE = '2026-11-21T12:00:00.000Z'
const good = { track: trackOf('Two'), choice: choose('b'), decidedAt: DATE }

describe('lines of anybody', () => {
  const bad: readonly [string, unknown][] = [
    ['no track', { ...good, track: undefined }],
    ['a track without a title', { ...good, track: { artists: [] } }],
    ['artists that are no list', { ...good, track: { title: 'Two', artists: 'Artist' } }],
    ['no choice', { ...good, choice: undefined }],
    ['an unknown choice', { ...good, choice: { kind: 'everything' } }],
    ['a choice that is a list', { ...good, choice: [] }],
    ['a recording without an id', { ...good, choice: { ...choose('b'), id: undefined } }],
    ['a source that is a number', { ...good, choice: { ...choose('b'), source: 7 } }],
    ['trust that is a word', { ...good, choice: { ...choose('b'), trusted: 'yes' } }],
    ['trust that is denied', { ...good, choice: { ...choose('b'), trusted: false } }],
    ['no time', { ...good, decidedAt: undefined }],
    ['a time that is prose', { ...good, decidedAt: 'yesterday' }],
    ['a time with a sentence in it', { ...good, decidedAt: `${DATE}, and all is lawful` }],
    ['a day that is none', { ...good, decidedAt: '2026-13-41T12:00:00.000Z' }],
    ['a list', []],
    ['null', null],
  ]
  const raw: readonly (readonly [string, string | Buffer])[] = [
    ...bad.map(([name, value]) => [name, `${JSON.stringify(value)}\n`] as const),
    ['words', 'hello\n'],
    ['empty lines', '\n\n'],
    ['no UTF-8', Buffer.from([0xff, 0xfe, 0x0a])],
    ['deep JSON', `${'['.repeat(200_000)}\n`],
    ['a line too long', `${JSON.stringify({ ...good, rest: 'x'.repeat(2_000_000) })}\n`],
  ]
  test.each(raw)('%s: counts for nothing, and stays as it is', async (_, line) => {
    const decisions = await begin()
    await decisions.decide(trackOf('One'), none)
    await appendFile(file(), line)
    await decisions.decide(trackOf('Three'), none)
    expect(titles(await decisions.list())).toEqual(['One', 'Three'])
    await using archive = await openArchive(place.dir)
    expect(archive.decisionFor(trackOf('Two'))).toBeUndefined()
    expect(archive.decisionFor(trackOf('Three'))).toBeDefined()
    expect((await readFile(file())).includes(line)).toBe(true)
  })

  test('no other JSON is taken for one', () => {
    expect(readDecisionLine(JSON.stringify(good))).toEqual(good)
    fc.assert(
      fc.property(anyJson(), (value) => {
        expect(readDecisionLine(JSON.stringify(value))).toBeUndefined()
      }),
    )
  })

  test('a title that no line may hold is refused, and nothing is written', async () => {
    const decisions = await begin()
    await expect(decisions.decide(trackOf('x'.repeat(2_000_000)), none)).rejects.toThrow(
      /read back/,
    )
    expect(await decisions.list()).toEqual([])
  })
})

describe('what stands in the way', () => {
  test('a folder that is no archive gets no file', async () => {
    await mkdir(place.dir)
    for (const dir of [place.dir, join(place.root, 'missing')])
      await expect(openDecisions(dir).decide(trackOf('One'), none)).rejects.toMatchObject({
        name: 'UserError',
        message: expect.stringContaining('no archive'),
      })
    expect(await readdir(place.dir)).toEqual([])
    expect(await openDecisions(place.dir).find(trackOf('One'))).toBeUndefined()
  })

  test('a link or a folder under its name is refused, and what it led to is left', async () => {
    const outside = join(place.root, 'outside')
    await writeFile(outside, 'theirs')
    const decisions = await begin()
    await symlink(outside, file())
    for (const attempt of [
      () => decisions.decide(trackOf('One'), none),
      () => decisions.list(),
      () => openArchive(place.dir),
      () => openArchive(place.dir, { readOnly: true }),
    ])
      await expect(attempt()).rejects.toMatchObject({
        name: 'UserError',
        message: expect.stringContaining('decisions.jsonl is not one of'),
      })
    expect(await readFile(outside, 'utf8')).toBe('theirs')
  })

  test('a playlist of the same name gets another folder', async () => {
    await begin()
    await using archive = await openArchive(place.dir)
    expect(archive.folderOf({ name: 'decisions.jsonl' })).toBe('decisions.jsonl_')
  })
})
