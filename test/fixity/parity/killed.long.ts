import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { checkParity } from '../../../src/fixity/parity/check.ts'
import { repairFile } from '../../../src/fixity/parity/repair.ts'
import { updateParity } from '../../../src/fixity/parity/update.ts'
import { Folder, noise } from './support/archive.ts'

const update = fileURLToPath(new URL('../../../src/fixity/parity/update.ts', import.meta.url))
const program = `
  import { updateParity } from ${JSON.stringify(update)}
  console.log('starts')
  await updateParity(process.argv[1], JSON.parse(process.argv[2]), { percent: 20 })
`

/** Kills it so long after it has begun; true where it had finished. */
async function updateAndKill(folder: Folder, ms: number): Promise<boolean> {
  const args = ['--input-type=module', '-e', program, folder.root, JSON.stringify(folder.files)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  await sleep(ms)
  child.kill('SIGKILL')
  const [code] = child.exitCode === null ? await once(child, 'exit') : [child.exitCode]
  return code === 0
}

async function expectRestorable(folder: Folder, path: string) {
  const before = (await folder.read(path))!
  await folder.damage(path, () => undefined)
  expect(await repairFile(folder.root, folder.file(path))).toMatchObject({ kind: 'restored' })
  await folder.damage(path, () => before)
}

test('killed at any moment, all that was protected still is, and the next call goes on', async () => {
  const names = Array.from({ length: 20 }, (_, at) => `list/${10 + at}.mp3`)
  const contents = names.map((path, at) => [path, noise(90_000 + at, at)] as const)
  await using folder = await Folder.make(Object.fromEntries(contents))
  await updateParity(folder.root, folder.files, { percent: 20 })
  let finished = 0
  for (let round = 0; round < 12; round++) {
    const untouched = names[(round * 7) % names.length]!
    // One comes, and one gets new tags.
    await folder.write(`new/${round}.mp3`, noise(80_000, 100 + round))
    await folder.write(names[(round * 7 + 3) % names.length]!, noise(90_100, 200 + round))
    if (await updateAndKill(folder, round * 4)) finished++
    await expectRestorable(folder, untouched)
    if (round % 3 < 2) continue
    await updateParity(folder.root, folder.files, { percent: 20 })
    expect(await Array.fromAsync(checkParity(folder.root))).toEqual([])
    for (const path of [untouched, `new/${round}.mp3`]) await expectRestorable(folder, path)
    const parts = (await readdir(folder.place('parity'))).filter((name) => name.endsWith('.part'))
    expect(parts).toEqual([])
  }
  // Some were killed on their way, which is what this is about.
  expect(finished).toBeLessThan(12)
})
