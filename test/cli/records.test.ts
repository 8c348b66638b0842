import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { runCommand } from '../support/command-line.ts'
import { makeTempDir } from '../support/program.ts'

const toLines = (values: readonly object[]) => values.map((one) => JSON.stringify(one)).join('\n')
const fromLines = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

const records = [
  {
    id: 'a',
    title: 'Blue Harbour',
    artists: ['The Lanterns'],
    album: 'Piers',
    durationMs: 221_000,
  },
  { id: 'b', title: 'Blue Harbour (Live)', artists: ['The Lanterns'], durationMs: 260_000 },
  { id: 'c', title: 'Blue Harbor - 2011 Remaster', artists: ['Lanterns'], durationMs: 222_000 },
  { id: 'd', title: 'Winter Market', artists: ['Ada Holm'], durationMs: 180_000 },
]

test('build, info, match, compare, duplicates and evaluate, as a script would chain them', async () => {
  const dir = await makeTempDir()
  const run = async (args: readonly string[], stdin?: string) => {
    const ended = await runCommand(args, join(dir, 'cache'), stdin)
    expect(ended.code, ended.stderr).toBe(0)
    return ended.stdout
  }
  const [dump, catalogue] = [join(dir, 'dump.jsonl.gz'), join(dir, 'catalogue')]
  await writeFile(dump, gzipSync(toLines([records[0]!, records[1]!, records[3]!])))
  await run(['catalogue', 'build', '--out', catalogue, dump])
  expect(await run(['catalogue', 'info', catalogue, '--verify'])).toMatch(/Tracks +3\n/)
  const { tracks } = JSON.parse(await run(['catalogue', 'info', catalogue, '--json']))
  expect(tracks).toBe(3)

  const queries = [
    { id: 'q1', title: 'Blue Harbor - Remastered', artists: ['Lanterns'], durationMs: 221_500 },
    { id: 'q2', title: 'Blue Harbour (Karaoke Version)', artists: ['The Lanterns'] },
  ]
  const explained = await run(['match', '-', '-c', catalogue, '--explain'], toLines(queries))
  const [first, second] = fromLines(explained)
  expect(first).toMatchObject({ id: 'q1', decision: 'match', best: { id: 'a' } })
  expect(first.candidates[0].evidence.artist).toMatchObject({ level: expect.any(String) })
  expect(second.decision).toBe('none')

  const answers = join(dir, 'answers.jsonl')
  await writeFile(answers, explained)
  await writeFile(
    join(dir, 'truth.jsonl'),
    toLines([
      { id: 'q1', set: 'own', truth: ['a'] },
      { id: 'q2', set: 'own', truth: [] },
    ]),
  )
  expect(await run(['evaluate', answers, join(dir, 'truth.jsonl')])).toMatch(/own +100\.00 %/)

  const pairs = [
    { id: 'p1', left: records[0], right: records[2] },
    { id: 'p2', left: records[0], right: records[1] },
  ]
  const verdicts = fromLines(await run(['compare', '-'], toLines(pairs)))
  expect(verdicts.map(({ decision }) => decision)).toEqual(['match', 'none'])
  const clusters = fromLines(await run(['duplicates', '-'], toLines(records)))
  const [a, b, c, d] = clusters.map(({ cluster }) => cluster)
  expect(a).toBe(c)
  expect(new Set([a, b, d]).size).toBe(3)
})

test('names of one artist: learnt, told, used by match and compare', async () => {
  const dir = await makeTempDir()
  const run = async (args: readonly string[], stdin?: string) => {
    const ended = await runCommand(args, join(dir, 'cache'), stdin)
    expect(ended.code, ended.stderr).toBe(0)
    return ended
  }
  const [dump, list, catalogue] = ['dump.jsonl', 'names.csv', 'catalogue'].map((name) =>
    join(dir, name),
  )
  await writeFile(dump!, toLines([{ id: 'a', title: 'Paper Gate', artists: ['Quillon'] }]))
  await writeFile(list!, 'artist,aliases\nOld Quill,Quillon\n,Nobody\n')
  const { stderr } = await run([
    'catalogue',
    'build',
    dump!,
    '--artists',
    list!,
    '--out',
    catalogue!,
  ])
  expect(stderr).toMatch(/1 alias of 1 artist in/)
  expect(stderr).toMatch(/row 3 .*names no artist/)
  const info = await run(['catalogue', 'info', catalogue!, '--verify'])
  expect(info.stdout).toMatch(/Names +1 alias of 1 artist,/)

  const asked = { id: 'q', title: 'Paper Gate', artists: ['Old Quill'] }
  const [answer] = fromLines(
    (await run(['match', '-', '-c', catalogue!, '--explain'], toLines([asked]))).stdout,
  )
  expect(answer).toMatchObject({ decision: 'match', best: { id: 'a' } })
  expect(answer.candidates[0].evidence.artist.level).toBe('an alias of the same artist')
  const pair = toLines([{ id: 'p', left: asked, right: { ...asked, artists: ['Quillon'] } }])
  expect(fromLines((await run(['compare', '-'], pair)).stdout)[0].decision).toBe('none')
  expect(fromLines((await run(['compare', '-', '-c', catalogue!], pair)).stdout)[0].decision).toBe(
    'match',
  )

  const artist = { id: 'x', name: 'Ferro', 'sort-name': 'Ferro', aliases: [{ name: 'Iron' }] }
  await run(['catalogue', 'update', '--artists', '-', '-o', catalogue!], toLines([artist]))
  const { names } = JSON.parse((await run(['catalogue', 'info', catalogue!, '--json'])).stdout)
  expect(names).toMatchObject({ aliases: 1, inputs: [{ format: 'musicbrainz' }] })
})

test('a folder that is no catalogue is a sentence, not a stack', async () => {
  const dir = await makeTempDir()
  await mkdir(join(dir, 'empty'))
  const { code, stderr } = await runCommand(['catalogue', 'info', join(dir, 'empty')], dir)
  expect(code).toBe(2)
  expect(stderr).not.toMatch(/\n\s+at /)
})
