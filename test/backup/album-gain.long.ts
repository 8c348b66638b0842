import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { albumGain } from '../../src/media/decode/loudness.ts'
import type { ArchivedFile } from '../../src/model/archived-file.ts'
import type { MediaOptions } from '../../src/model/media.ts'
import type { Report } from '../../src/model/outcome.ts'
import { probeFile } from '../../src/tags/read/probe-file.ts'
import { readFileTags, writeTags } from '../../src/tags/write/write-tags.ts'
import { readInventory, readTree } from '../archive/support/inspect.ts'
import { never, openStudio } from '../media/studio.ts'
import { startBackup } from '../support/backup.ts'
import { makeTempDir, runProgram, startProgram } from '../support/program.ts'
import { makeTune } from '../support/sound.ts'

const studio = openStudio()

/** By title: the album, and how loud it is. */
const songs = {
  Amber: ['Stones', 1],
  Basalt: ['Stones', 0.3],
  Cedar: ['Woods', 0.5],
  Dune: ['', 0.8],
} as const
type Title = keyof typeof songs

function tune(seed: number, factor: number, seconds = 4): Buffer {
  const wav = Buffer.from(makeTune(seconds, seed))
  for (let at = 44; at < wav.length; at += 2)
    wav.writeInt16LE(Math.round(wav.readInt16LE(at) * factor), at)
  return wav
}

/** A library of the songs, and backups of some of them into one archive. */
async function begin(names = '{playlist}/{title}') {
  const dir = await makeTempDir()
  const into = join(dir, 'Keep')
  const add = async (name: string, bytes: Uint8Array) => {
    await mkdir(join(dir, 'Music'), { recursive: true })
    await writeFile(join(dir, 'Music', name), bytes)
  }
  for (const [seed, [title, [, factor]]] of Object.entries(songs).entries())
    await add(`The Testers - ${title}.wav`, tune(seed, factor))
  const backUp = async (
    titles: readonly Title[],
    media: MediaOptions = { format: 'mp3', quality: 'V2' },
    playlist = 'Mix',
  ) => {
    const rows = titles.map((title) => `${title},The Testers,${songs[title][0]}`)
    const input = join(dir, `${playlist}.csv`)
    await writeFile(input, ['Title,Artist,Album', ...rows].join('\n'))
    const reports: Report[] = []
    for await (const event of startBackup(dir, { inputs: [input], names, ...media }))
      if (event.kind === 'report') reports.push(event.report)
    const kept = reports.flatMap(({ outcomes }) =>
      outcomes.map((one) => ('kept' in one ? one.kept : expect.fail(JSON.stringify(one)))),
    )
    return new Map(kept.map((one) => [one.track.title as Title, one]))
  }
  const gains = async (kept: ArchivedFile | undefined) => {
    const { albumGainDb, albumPeak } = (await probeFile(join(into, kept?.path ?? ''))).tags
    return { albumGainDb, albumPeak }
  }
  return { dir, into, add, backUp, gains }
}

/** Of the packets as they are, whatever the tags say. */
async function sumSound(path: string): Promise<string> {
  const output = studio.path(`${Math.random()}.md5`)
  const args = ['-map', '0:a', '-c', 'copy', '-f', 'md5']
  const { code, log } = await studio.ffmpeg.run(
    { input: path, output, args, timeLimitMs: 60_000 },
    never,
  )
  if (code !== 0) throw new Error(log)
  return await readFile(output, 'utf8')
}

const version3 = { format: 'mp3', quality: 'V2', id3: '2.3' } as const
const kinds: readonly MediaOptions[] = [
  { format: 'mp3', quality: 'V2' },
  version3,
  { format: 'flac', quality: 'V0' },
  { format: 'opus', quality: 'V2' },
  { format: 'm4a', quality: 'V2' },
  { format: 'ogg', quality: 'V2' },
]

describe.each(kinds)('as $format $id3', (media) => {
  test('the files of an album tell its loudness, and the sound stays to the byte', async () => {
    const { into, backUp, gains } = await begin()
    const alone = (await backUp(['Amber'], media)).get('Amber')
    const path = join(into, alone?.path ?? '')
    const peaks = media.format !== 'opus'
    // An album of one track is as loud as the track: so do rsgain and foobar2000.
    expect(alone?.albumGain?.gainDb).toBe(alone?.loudness?.gainDb)
    expect(await gains(alone)).toEqual({
      albumGainDb: alone?.loudness?.gainDb,
      albumPeak: peaks ? alone?.albumGain?.peak : undefined,
    })
    const [sound, { albumGainDb, albumPeak, ...others }] = [
      await sumSound(path),
      (await probeFile(path)).tags,
    ]

    const kept = await backUp(['Amber', 'Basalt', 'Cedar', 'Dune'], media)
    const members = [kept.get('Amber'), kept.get('Basalt')].flatMap((one) => one ?? [])
    const { gainDb = 0, peak = 0 } = albumGain(members) ?? {}
    expect(gainDb).toBeGreaterThan(albumGainDb ?? 0)
    for (const one of members)
      expect(await gains(one), one.path).toEqual({
        albumGainDb: gainDb,
        albumPeak: peaks ? peak : undefined,
      })
    const cedar = kept.get('Cedar')
    expect((await gains(cedar)).albumGainDb).toBe(cedar?.loudness?.gainDb)
    const dune = kept.get('Dune')
    expect(await gains(dune)).toEqual({ albumGainDb: undefined, albumPeak: undefined })
    expect(dune?.albumGain).toBeUndefined()

    expect(kept.get('Amber')?.sha256).not.toBe(alone?.sha256)
    expect(await sumSound(path)).toBe(sound)
    const { albumGainDb: _, albumPeak: __, ...stayed } = (await probeFile(path)).tags
    expect(stayed).toEqual(others)
    if (media.format === 'mp3') expect((await readFile(path))[3]).toBe(media.id3 ? 3 : 4)
  })
})

test('the report and all books tell the files as they are now', async () => {
  const { dir, into, backUp } = await begin()
  const kept = await backUp(['Amber', 'Basalt'])
  const tree = await readTree(into)
  const lines = await readInventory(into)
  const report = JSON.parse(await readFile(join(into, 'Mix/report.json'), 'utf8'))
  for (const [at, one] of [...kept.values()].entries()) {
    expect(tree.get(one.path)).toBe(one.sha256)
    expect((await stat(join(into, one.path))).size).toBe(one.bytes)
    expect(lines).toContainEqual(JSON.parse(JSON.stringify(one)))
    expect(report.outcomes[at].kept).toMatchObject({ sha256: one.sha256, bytes: one.bytes })
  }
  expect((await runProgram(['verify', into], join(dir, 'cache'))).code).toBe(0)
  expect(await readdir(join(into, '.songkeep/work'))).toEqual([])
  expect(await readdir(join(into, '.songkeep'))).not.toContain('replaced')
})

test('an album of which one track is kept is right from the start: nothing is written twice', async () => {
  const { into, backUp } = await begin()
  await backUp(['Amber', 'Cedar', 'Dune'])
  const lines = await readFile(join(into, 'inventory.jsonl'), 'utf8')
  const { ino } = await stat(join(into, 'Mix/Amber.mp3'))
  await backUp(['Amber', 'Basalt', 'Cedar', 'Dune'])
  expect((await stat(join(into, 'Mix/Amber.mp3'))).ino).not.toBe(ino)
  const before = new Map(lines.split('\n').map((line) => [line.slice(0, 40), line]))
  for (const line of (await readFile(join(into, 'inventory.jsonl'), 'utf8')).split('\n'))
    if (/Cedar|Dune/.test(line.slice(0, 40))) expect(before.get(line.slice(0, 40))).toBe(line)
})

test('where nothing has changed nothing is written', async () => {
  const { into, backUp } = await begin()
  const kept = [...(await backUp(['Amber', 'Basalt', 'Cedar', 'Dune'])).values()]
  const look = () => Promise.all(kept.map(({ path }) => stat(join(into, path), { bigint: true })))
  const facts = async () =>
    (await look()).map(({ ino, mtimeNs, ctimeNs }) => [ino, mtimeNs, ctimeNs])
  const before = { facts: await facts(), lines: await readInventory(into) }
  const again = [...(await backUp(['Amber', 'Basalt', 'Cedar', 'Dune'])).values()]
  expect({ facts: await facts(), lines: await readInventory(into) }).toEqual(before)
  expect(again).toEqual(kept)
})

describe('what is not ours stays', () => {
  test('the gain that a file came with', async () => {
    const { dir, into, add, backUp, gains } = await begin()
    const wav = studio.path('users.wav')
    const [bare, tagged] = [studio.path('bare.flac'), studio.path('users.flac')]
    await writeFile(wav, tune(0, 1))
    const job = { input: wav, output: bare, args: ['-f', 'flac'], timeLimitMs: 60_000 }
    expect((await studio.ffmpeg.run(job, never)).code).toBe(0)
    const file = await readFileTags(bare, 'flac')
    const users = { albumGainDb: -3.21, albumPeak: 0.5 }
    const tags = { ...file.tags, title: 'Amber', artists: ['The Testers'], album: 'Stones' }
    await writeTags({ source: bare, target: tagged }, file, { ...tags, ...users }, never)
    await writeFile(join(dir, 'Music/The Testers - Amber.wav'), 'no sound any more')
    await add('Amber.flac', await readFile(tagged))
    for (const format of ['flac', 'mp3'] as const) {
      const kept = await backUp(['Amber', 'Basalt'], { format, quality: 'V2' }, format)
      expect(await gains(kept.get('Amber'))).toEqual(users)
      expect(kept.get('Amber')?.albumGain).toBeUndefined()
      // What stands beside it is measured all the same, together with it.
      const both = albumGain([...kept.values()])
      expect(kept.get('Basalt')?.albumGain?.gainDb).toBe(both?.gainDb)
    }
    expect((await probeFile(join(into, 'flac/Amber.flac'))).tags.albumGainDb).toBe(-3.21)
  })

  test('a file that is kept to the byte', async () => {
    const { dir, into, backUp } = await begin('{album}/{title}')
    const kept = await backUp(['Amber', 'Basalt'], { format: 'keep', quality: 'V0' })
    for (const title of ['Amber', 'Basalt'] as const) {
      const source = await readFile(join(dir, 'Music', `The Testers - ${title}.wav`))
      expect(await readFile(join(into, kept.get(title)?.path ?? ''))).toEqual(source)
    }
  })

  test('a file that somebody has changed since', async () => {
    const { into, backUp, gains } = await begin('{album}/{title}')
    const amber = (await backUp(['Amber'])).get('Amber')
    const path = join(into, amber?.path ?? '')
    const changed = Buffer.concat([await readFile(path), Buffer.from('mine')])
    await writeFile(path, changed)
    const basalt = (await backUp(['Basalt'], undefined, 'Other')).get('Basalt')
    expect(basalt?.path).toBe('Stones/Basalt.mp3')
    expect(await readFile(path)).toEqual(changed)
    expect((await gains(basalt)).albumGainDb).toBe(basalt?.albumGain?.gainDb)
  })
})

test('killed in the middle, the next run ends in the same files', async () => {
  const dir = await makeTempDir()
  const library = join(dir, 'Music')
  await mkdir(library)
  const titles = ['Amber', 'Basalt', 'Cedar', 'Dune', 'Ember', 'Fjord']
  for (const [seed, title] of titles.entries())
    await writeFile(join(library, `The Testers - ${title}.wav`), tune(seed, 1 / (seed + 1), 1))
  const input = join(dir, 'Mix.csv')
  const rows = titles.map((title) => `${title},The Testers,Stones`)
  await writeFile(input, ['Title,Artist,Album', ...rows].join('\n'))
  const argsFor = (into: string) => ['backup', input, '-l', library, '-i', into]
  const state = async (into: string) => {
    const tree = await readTree(into)
    for (const path of tree.keys()) if (!/\.mp3$|manifest/.test(path)) tree.delete(path)
    const lines = await readInventory(into)
    return { tree, lines: lines.map((one) => ({ ...one, keptAt: '' })) }
  }
  const undisturbed = join(dir, 'undisturbed')
  expect((await runProgram(argsFor(undisturbed), join(dir, 'cache'))).code).toBe(0)
  const goal = await state(undisturbed)
  expect(goal.lines.map(({ albumGain }) => albumGain)).toEqual(
    Array(titles.length).fill(goal.lines[0]?.albumGain),
  )

  // By what it has announced, not by the clock: each file once when it is made, and once more for its album.
  for (const announced of [1, titles.length + 1, titles.length + 3, titles.length * 2]) {
    const into = join(dir, `killed-${announced}`)
    const { child, ended } = startProgram(argsFor(into), join(dir, 'cache'))
    const count = async () =>
      (await readFile(join(into, 'inventory.jsonl'), 'utf8').catch(() => '')).split('"albumGain"')
        .length - 1
    while (child.exitCode === null && (await count()) < announced) await sleep(1)
    child.kill('SIGKILL')
    await ended
    const { code, stderr } = await runProgram(argsFor(into), join(dir, 'cache'))
    expect(code, stderr).toBe(0)
    expect(await state(into)).toEqual(goal)
  }
})
