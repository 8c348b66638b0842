import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openArchive } from '../../src/archive/archive.ts'
import { readTree } from '../archive/support/inspect.ts'
import { keep, playlistOf, trackOf } from '../archive/support/sample.ts'
import { useTemporary } from '../archive/support/temporary.ts'
import { runCommand } from '../support/command-line.ts'

const place = useTemporary()
const pathOf = (number: number) => `Mix/0${number} Artist - Song ${number}.mp3`

async function makeArchive() {
  const list = playlistOf(
    'Mix',
    [1, 2, 3].map((number) => trackOf(`Song ${number}`)),
  )
  await using archive = await openArchive(place.dir)
  for (const { position } of list.entries) await keep(archive, list, position)
  await archive.checkpoint()
}

/** Runs a command on the archive with `--json`; its lines. */
async function run(name: string, ...flags: readonly string[]) {
  const cache = join(place.root, 'cache')
  const { code, stdout } = await runCommand([name, place.dir, ...flags, '--json'], cache)
  const lines = stdout.trim().split('\n')
  return { code, lines: lines.map((line): Record<string, unknown> => JSON.parse(line)) }
}

test('a known copy is offered, and used; an archive gets parity without a backup', async () => {
  await makeArchive()
  const before = await readTree(place.dir)
  await run('mirror', join(place.root, 'Copy'))

  await writeFile(join(place.dir, pathOf(1)), 'damaged')
  await rm(join(place.dir, pathOf(2)))
  const { code, lines } = await run('verify')
  expect(code).toBe(1)
  const lost = lines.filter(({ kind }) => kind === 'damaged' || kind === 'missing')
  expect(lost).toMatchObject([
    { path: pathOf(1), remedies: ['copy', 'again'] },
    { path: pathOf(2), remedies: ['copy', 'again'] },
  ])
  const repaired = (by: string) => ({ kind: 'repaired', by })
  const mended = await run('repair', '--parity', '50%')
  expect(mended.code).toBe(0)
  expect(mended.lines.filter(({ kind }) => kind !== 'finding')).toMatchObject([
    repaired('copy'),
    repaired('copy'),
    { kind: 'parity-made', unprotected: 0 },
    { kind: 'repair-ended', repaired: 2, left: 0 },
  ])

  await rm(join(place.root, 'Copy'), { recursive: true })
  await rm(join(place.dir, pathOf(3)))
  const again = await run('repair')
  expect(again.lines.filter(({ kind }) => kind === 'repaired')).toMatchObject([repaired('parity')])
  const after = await readTree(place.dir)
  for (const number of [1, 2, 3]) expect(after.get(pathOf(number))).toBe(before.get(pathOf(number)))
})
