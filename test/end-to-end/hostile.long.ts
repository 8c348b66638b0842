import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { File as TagFile } from 'node-taglib-sharp'
import { expect, test } from 'vitest'
import { listFiles, makeTempDir } from '../support/program.ts'
import { shared } from '../support/shared.ts'
import { makeWav } from '../support/sound.ts'
import { hostileNames, makeHostileInputs } from './hostile-inputs.ts'

test('a thousand hostile inputs: a clear error or a row with a reason each, nothing outside, under 500 MB', async () => {
  const sandbox = join(await makeTempDir(), 'a', 'b', 'c')
  const library = join(sandbox, 'Music')
  await mkdir(library, { recursive: true })
  // Files whose tags carry the same names, so that many of the hostile entries are really kept.
  for (const [index, title] of hostileNames.entries()) {
    const path = join(library, `${index}.wav`)
    await writeFile(path, makeWav(0.5, index, 8000))
    const file = TagFile.createFromPath(path)
    file.tag.title = title
    file.tag.performers = ['Mallory']
    file.save()
    file.dispose()
  }
  const inputs = join(sandbox, 'inputs')
  await mkdir(inputs)
  for (const { name, bytes } of makeHostileInputs(await readSamples(), 1000, 1))
    await writeFile(join(inputs, name), bytes)
  const result = await run(sandbox)
  console.info(result)
  expect(result.crashes).toEqual([])
  expect(result.ran).toBeGreaterThanOrEqual(1000)
  expect(result.refused + result.read).toBe(result.ran)
  expect(result.kept).toBeGreaterThan(0)
  expect(result.maxRssMB).toBeLessThan(500)

  const outside = (await listFiles(join(sandbox, '../../..'))).filter(
    (path) => !/^a\/b\/c\/(?:inputs|Music|Keep|cache)\//.test(path),
  )
  expect(outside).toEqual([])
  expect((await listFiles(library)).length).toBe(hostileNames.length)
})

async function readSamples(): Promise<readonly (readonly [string, Uint8Array])[]> {
  const folder = shared('data/playlists')
  if (!existsSync(folder)) {
    console.warn('No shared samples here: only our own texts are mutated.')
    return []
  }
  const paths = await listFiles(folder)
  return Promise.all(
    paths.map(async (path) => [basename(path), await readFile(join(folder, path))] as const),
  )
}

interface Result {
  readonly ran: number
  readonly refused: number
  readonly read: number
  readonly kept: number
  readonly crashes: readonly string[]
  readonly maxRssMB: number
}

function run(sandbox: string): Promise<Result> {
  const script = join(import.meta.dirname, 'hostile-run.ts')
  const child = spawn(process.execPath, [script, sandbox], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0
        ? resolve(JSON.parse(output))
        : reject(new Error(`it ended with ${code}: ${output}`)),
    )
  })
}
