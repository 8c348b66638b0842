import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openArchive } from '../../src/archive/archive.ts'
import { keep, playlistOf, trackOf } from '../archive/support/sample.ts'
import { useTemporary } from '../archive/support/temporary.ts'
import { runProgram } from '../support/program.ts'

const place = useTemporary()

test('what is found again and what is lost is told, and the exit code says it', async () => {
  {
    await using archive = await openArchive(place.dir)
    const list = playlistOf('Mix', [trackOf('One'), trackOf('Two'), trackOf('Three')])
    for (const position of [1, 2, 3]) await keep(archive, list, position)
    await archive.checkpoint()
  }
  const [one, two] = ['Mix/01 Artist - One.mp3', 'Mix/02 Artist - Two.mp3']
  await rename(join(place.dir, one), join(place.dir, 'Mix/new.mp3'))
  await rm(join(place.dir, two))
  const { code, stdout } = await runProgram(
    ['reindex', place.dir, '--json'],
    join(place.root, 'cache'),
  )
  expect(code).toBe(1)
  const lines = stdout.trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { kind: 'moved', path: 'Mix/new.mp3', from: one },
    { kind: 'missing', path: two },
    { kind: 'summary', files: 3, digested: expect.any(Number), notes: [] },
  ])
})
