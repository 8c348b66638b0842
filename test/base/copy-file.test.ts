import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Chunks,
  copyFile,
  copyHashed,
  type Edit,
  withEdits,
} from '../../src/base/copy-file.ts'
import { never, openStudio } from '../media/studio.ts'

const studio = openStudio()

async function* cut(bytes: Buffer, sizes: readonly number[]): Chunks {
  let at = 0
  for (const size of sizes) {
    yield bytes.subarray(at, at + size)
    at += size
  }
  yield bytes.subarray(at)
}

/** The plain way: all in memory, from the end to the beginning. */
function applied(bytes: Buffer, edits: readonly Edit[]): Buffer {
  return edits.reduceRight(
    (all, { start, end, bytes }) =>
      Buffer.concat([all.subarray(0, start), bytes, all.subarray(end)]),
    bytes,
  )
}

test('edits are made wherever the pieces of a file end', async () => {
  const edit = fc.tuple(fc.nat(8), fc.nat(8), fc.uint8Array({ maxLength: 5 }))
  const cases = fc.tuple(
    fc.uint8Array({ maxLength: 60 }),
    fc.array(edit, { maxLength: 4 }),
    fc.array(fc.nat(9), { maxLength: 12 }),
  )
  await fc.assert(
    fc.asyncProperty(cases, async ([given, steps, sizes]) => {
      const bytes = Buffer.from(given)
      const edits: Edit[] = []
      let at = 0
      for (const [gap, length, fresh] of steps) {
        // One edit after the other, none in the place of another.
        const start = at + gap + (edits.length > 0 ? 1 : 0)
        if (start + length > bytes.length) break
        edits.push({ start, end: start + length, bytes: fresh })
        at = start + length
      }
      const made = await Array.fromAsync(withEdits(edits)(cut(bytes, sizes)))
      expect(Buffer.concat(made)).toEqual(applied(bytes, edits))
    }),
    { numRuns: 500 },
  )
})

test('a copy is made in pieces, and tells its checksum where it is asked for', async () => {
  const bytes = Buffer.alloc(3_000_000, 'abc')
  const [source, target] = [studio.path('source'), studio.path('target')]
  await writeFile(source, bytes)
  const edits = [{ start: 10, end: 2_500_000, bytes: Buffer.from('new') }]
  await copyFile(source, target, never, withEdits(edits))
  expect((await readFile(target)).equals(applied(bytes, edits))).toBe(true)
  const sha256 = await copyHashed(source, studio.path('same'), never)
  expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  expect((await readFile(studio.path('same'))).equals(bytes)).toBe(true)
})

test('a copy takes the place of nothing', async () => {
  await writeFile(studio.path('there'), 'mine')
  await expect(copyFile(studio.path('source'), studio.path('there'), never)).rejects.toThrow(
    'EEXIST',
  )
  expect(await readFile(studio.path('there'), 'utf8')).toBe('mine')
})
