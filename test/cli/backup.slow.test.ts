import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Progress } from '../../src/model/progress.ts'
import { runCommand } from '../support/command-line.ts'
import { listFiles, startProgram } from '../support/program.ts'
import { makeWav } from '../support/sound.ts'

let dir: string
let library: string
let list: string
const keep = () => join(dir, 'Keep')
const run = (args: readonly string[], stdin?: string) => runCommand(args, join(dir, 'cache'), stdin)
const backup = (...args: string[]) => run(['backup', list, '-l', library, '-i', keep(), ...args])

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'songkeep-test-'))
  library = join(dir, 'Music')
  list = join(dir, 'Evening.txt')
  await mkdir(library)
  await writeFile(join(library, 'The Testers - Amber.wav'), makeWav(1, 1))
  await writeFile(join(library, 'The Testers - Basalt (Live).wav'), makeWav(1, 2))
  await writeFile(list, 'The Testers - Amber\nThe Testers - Basalt\nThe Testers - Cedar\n')
  return () => rm(dir, { recursive: true })
})

describe('wrong use ends with 2, one sentence, and what to do', () => {
  test.each([
    ['no command that is known', ['backpu', 'x'], /Did you mean backup/],
    ['a flag misspelt', ['backup', 'x', '--libary', 'y', '-i', 'z'], /Did you mean --library/],
    [
      'before what it lacks',
      ['backup', 'x', '--itno', 'z', '-l', 'y'],
      /--itno.*Did you mean --into/,
    ],
    ['before a wrong value', ['backup', 'x', '-j', 'many', '--libary', 'y'], /--library/],
    ['and before too many words', ['sync', 'z', '--libary', 'y'], /--library/],
    ['with its value behind =', ['repair', '--form=y'], /There is no option --form\..*--from/],
    ['behind a value like a flag', ['backup', 'x', '-i', '--libary', '-j', 'many'], /whole number/],
    ['no archive', ['backup', 'x', '-l', 'y'], /--into/],
    ['no playlist', ['backup', '-i', 'z'], /<playlist> is missing/],
    ['a quality that is none', ['backup', 'x', '-i', 'z', '-q', 'V9'], /V0, V2, 320, 192/],
    ['jobs that are no number', ['backup', 'x', '-i', 'z', '-j', 'many'], /whole number/],
    ['nowhere to look', ['backup', 'x', '-i', 'z'], /--library/],
  ])('%s', async (_, args, says) => {
    const { code, stderr, stdout } = await run(args)
    expect(stderr).toMatch(says)
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  test('a playlist that is not there, a library that is not there, a template with an unknown field', async () => {
    for (const [args, says] of [
      [['backup', join(dir, 'no.csv'), '-l', library, '-i', keep()], /no\.csv/],
      [['backup', list, '-l', join(dir, 'nowhere'), '-i', keep()], /nowhere/],
      [['backup', list, '-l', library, '-i', keep(), '-n', '{artits}'], /\{artist\}/],
    ] as const) {
      const { code, stderr } = await run(args)
      expect(stderr).toMatch(says)
      expect(stderr).not.toMatch(/\n\s+at /)
      expect(code).toBe(2)
    }
    expect(await readdir(dir)).not.toContain('Keep')
  })
})

test('help shows examples, for the program and for each command', async () => {
  for (const args of [['--help'], ['backup', '--help'], ['doctor', '--help']]) {
    const { code, stdout } = await run(args)
    expect(code).toBe(0)
    expect(stdout).toMatch(args.length === 1 ? /Exit codes/ : /Example/)
  }
  expect((await run([])).stderr).toMatch(/Usage/)
  expect((await run(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
})

test('a dry run writes nothing; the real one keeps, tells the rest apart, and is done the second time', async () => {
  const dry = await backup('--dry-run')
  expect(dry.stdout).toMatch(/nothing was written/i)
  expect(dry.code).toBe(1)
  expect(await readdir(dir)).not.toContain('Keep')

  const first = await backup()
  expect(first.code).toBe(1)
  expect(first.stdout).toMatch(/1 of 3 tracks kept/)
  expect(await listFiles(keep())).toEqual([
    'Evening/01 The Testers - Amber.mp3',
    'Evening/playlist.m3u8',
    'Evening/report.html',
    'Evening/report.json',
    'README-songkeep.txt',
    'inventory.jsonl',
    'lists.jsonl',
    'manifest-sha256.txt',
    'manifest-sha512.txt',
  ])

  const second = await backup('--json')
  const events = second.stdout
    .trimEnd()
    .split('\n')
    .map((line): Progress => JSON.parse(line))
  const kinds = events.flatMap((event) => (event.kind === 'outcome' ? [event.outcome.kind] : []))
  expect(kinds.sort()).toEqual(['already-kept', expect.any(String), expect.any(String)])
  expect(kinds).not.toContain('kept')
  expect(events.at(-1)?.kind).toBe('report')
})

test('a damaged file is made again, under its own name and to the byte', async () => {
  await backup()
  const path = join(keep(), 'Evening/01 The Testers - Amber.mp3')
  const whole = await readFile(path)
  expect((await run(['verify', keep()])).stdout).toMatch(/every one whole/)
  await writeFile(path, whole.subarray(0, 1000))
  const verified = await run(['verify', keep()])
  expect(verified.stdout).toMatch(/Damaged: Evening\/01 The Testers - Amber\.mp3/)
  expect(verified.code).toBe(1)
  expect((await backup()).stdout).toMatch(/1 of 3 tracks kept\D/)
  expect(await readFile(path)).toEqual(whole)
})

test('lines from standard input are a playlist', async () => {
  const into = join(dir, 'FromPipe')
  const { code } = await run(['backup', '-', '-l', library, '-i', into], 'The Testers - Amber\n')
  expect(code).toBe(0)
  expect((await listFiles(into)).filter((path) => path.endsWith('.mp3'))).toHaveLength(1)
  await rm(into, { recursive: true })
})

test('Ctrl-C stops cleanly: a report on what was reached, exit code 130, nothing half done', async () => {
  const many = join(dir, 'Many')
  await mkdir(many)
  const names = Array.from({ length: 30 }, (_, index) => `The Testers - Tune Number ${index}`)
  const wav = Buffer.from(makeWav(20, 1))
  for (const [index, name] of names.entries()) {
    // Each differs from the others by its first sample.
    wav.writeInt16LE(index, 44)
    await writeFile(join(many, `${name}.wav`), wav)
  }
  const into = join(dir, 'Stopped')
  const args = ['backup', '-', '-l', many, '-i', into, '-j', '1', '--json']
  const { child, ended } = startProgram(args, join(dir, 'cache'), names.join('\n'))
  child.stdout.once('data', () => {})
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk) => String(chunk).includes('"kind":"outcome"') && resolve())
  })
  child.kill('SIGINT')
  const { code, stdout, stderr } = await ended
  expect(code, stderr).toBe(130)
  const last: Progress = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')
  if (last.kind !== 'report') throw new Error('the last event is no report')
  expect(last.report.stopped).toBe(true)
  const kept = last.report.outcomes.flatMap((one) => (one.kind === 'kept' ? [one.kept.path] : []))
  const files = (await listFiles(into)).filter((path) => path.endsWith('.mp3'))
  expect(files).toEqual(kept.toSorted())
  expect(files.length).toBeLessThan(30)
})

test('doctor says what is there', async () => {
  const { code, stdout } = await run(['doctor'])
  expect(code).toBe(0)
  expect(stdout).toMatch(/Node +v\d+/)
  expect(stdout).toMatch(/FFmpeg/)
})

test('--as names the playlist, and so its folder; of several, one has to be chosen', async () => {
  const into = join(dir, 'Named')
  const backUp = (input: string, ...args: string[]) =>
    run(['backup', input, '-l', library, '-i', into, '--as', 'My songs', ...args])
  expect(await backUp(list)).toMatchObject({ code: 1 })
  expect(await listFiles(into)).toContain('My songs/report.json')
  const report = JSON.parse(await readFile(join(into, 'My songs', 'report.json'), 'utf8'))
  expect(report.playlist.name).toBe('My songs')

  const both = join(dir, 'both.json')
  const tracks = [{ name: 'Amber', artist: 'The Testers' }]
  const playlists = ['One', 'Two'].map((name) => ({ name, tracks }))
  await writeFile(both, JSON.stringify({ playlists }))
  expect(await backUp(both)).toMatchObject({ code: 2 })
})
