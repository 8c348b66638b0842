import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import { listFiles, makeTempDir, runProgram, startProgram } from '../support/program.ts'
import { makeWav } from '../support/sound.ts'

const titles = [
  'Amber',
  'Basalt',
  'Cedar',
  'Delta',
  'Ember',
  'Fjord',
  'Grove',
  'Harbour',
  'Island',
  'Juniper',
]

/**
 * Kills runs at random moments. After each kill no file under a final name is incomplete, and the next
 * run ends in exactly the state of an undisturbed one.
 */
export async function killRuns(times: number) {
  const dir = await makeTempDir()
  const library = join(dir, 'Music')
  await mkdir(library)
  for (const [index, title] of titles.entries())
    await writeFile(join(library, `The Testers - ${title}.wav`), makeWav(6 + index, index))
  const playlist = join(dir, 'Killed.txt')
  // A twin, and two that are not there, so that every kind of outcome has to come back.
  const lines = [...titles, 'Cedar', 'Nowhere'].map((title) => `The Testers - ${title}`)
  await writeFile(playlist, [...lines, 'Nobody - Nothing'].join('\n'))
  const argsFor = (into: string) => ['backup', playlist, '-l', library, '-i', into, '-j', '2']

  const undisturbed = join(dir, 'undisturbed')
  await runProgram(argsFor(undisturbed), join(dir, 'cache'))
  const started = performance.now()
  await runProgram(argsFor(join(dir, 'timed')), join(dir, 'cache'))
  const duration = performance.now() - started
  const expected = await readState(undisturbed)
  expect(Object.keys(expected).filter((path) => path.endsWith('.mp3'))).toHaveLength(titles.length)

  for (let time = 0; time < times; time++) {
    const into = join(dir, `killed-${time}`)
    const moment = Math.random() * duration
    const { child, ended } = startProgram(argsFor(into), join(dir, 'cache'))
    await sleep(moment)
    child.kill('SIGKILL')
    await ended
    const where = `killed after ${moment.toFixed(1)} of ${duration.toFixed(0)} ms`
    for (const path of await listFiles(into).catch(() => []))
      if (path.endsWith('.mp3'))
        expect(await hash(join(into, path)), `${path}, ${where}`).toBe(expected[path])
    const { code, stderr } = await runProgram(argsFor(into), join(dir, 'cache'))
    expect(code, `${where}\n${stderr}`).toBe(1)
    expect(await readState(into), where).toEqual(expected)
  }
}

/**
 * Every file's checksum, and of the inventory, the lists and the report what does not tell the time of day. Lines of
 * the inventory and the manifests stand in any order: few that come late are added behind the sorted ones. A list
 * without an address has an id made at random, and a killed run may have written its line already: what counts is
 * that it is one list, with one name and folder.
 */
async function readState(archive: string): Promise<Record<string, unknown>> {
  const state: Record<string, unknown> = {}
  for (const path of await listFiles(archive)) {
    const file = join(archive, path)
    if (path === 'inventory.jsonl') {
      const lines = (await readFile(file, 'utf8')).trimEnd().split('\n')
      state[path] = lines.toSorted(byPath).map((line) => ({ ...JSON.parse(line), keptAt: '' }))
    } else if (path === 'lists.jsonl') {
      const lines = (await readFile(file, 'utf8')).trimEnd().split('\n')
      const lists = Map.groupBy(
        lines.map((line) => JSON.parse(line)),
        ({ id }) => id,
      )
      state[path] = [...lists.values()].map((each) => ({
        ...Object.assign({}, ...each),
        id: '',
        at: '',
      }))
    } else if (/^manifest-sha\d+\.txt$/.test(path)) {
      const lines = (await readFile(file, 'utf8')).split('\n')
      state[path] = lines.filter((line) => !/report\.(html|json)$/.test(line)).toSorted()
    } else if (!/report\.(html|json)$/.test(path)) state[path] = await hash(file)
  }
  return state
}

const byPath = (one: string, other: string) => {
  const [a, b] = [one, other].map((line): string => JSON.parse(line).path)
  return a! < b! ? -1 : Number(a! > b!)
}

async function hash(path: string) {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex')
}
