import { rm } from 'node:fs/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ByteRange, ProtectedFile } from '../../../src/fixity/parity/parity.ts'
import { mergeRanges } from '../../../src/fixity/parity/ranges.ts'
import { repairFile } from '../../../src/fixity/parity/repair.ts'
import { updateParity } from '../../../src/fixity/parity/update.ts'
import { runs } from '../../support/runs.ts'
import { Folder, noise } from './support/archive.ts'
import { fault, size, strike } from './support/faults.ts'
import { findLost, findUndescribed, readLines, readParity } from './support/oracle.ts'

/** `lost` is undefined where no parity of the file describes itself any more. */
async function expectRepair(folder: Folder, file: ProtectedFile, lost?: readonly ByteRange[]) {
  const before = folder.contents.get(file.path)!
  const now = await folder.read(file.path)
  const isWhole = now !== undefined && Buffer.compare(before, now) === 0
  const temporary = folder.place('restored')
  const said = await repairFile(folder.root, file)
  const done = await repairFile(folder.root, file, { temporary })
  expect(done).toEqual(said)
  const can = !lost ? 'unprotected' : lost.length > 0 ? 'beyond' : 'restored'
  const kind = isWhole ? 'whole' : can
  expect(done.kind).toBe(kind)
  if (done.kind === 'beyond') expect(done.lost).toEqual(mergeRanges(lost ?? []))
  const written = await folder.read('restored')
  expect(written !== undefined && Buffer.compare(before, written) === 0).toBe(kind === 'restored')
  await rm(temporary, { force: true })
}

const input = fc.record({
  sizes: fc.array(size, { minLength: 1, maxLength: 25 }),
  faults: fc.array(fault, { minLength: 1, maxLength: 5 }),
  percent: fc.constantFrom(5, 10, 10, 20, 35),
})

type Input = typeof input extends fc.Arbitrary<infer Value> ? Value : never

test('what the arithmetic allows is restored byte for byte, the rest is named exactly', async () => {
  const check = async ({ sizes, faults, percent }: Input) => {
    const contents = sizes.map((length, at) => [`f/${at}.mp3`, noise(length, at + 1)] as const)
    await using folder = await Folder.make(Object.fromEntries(contents))
    await updateParity(folder.root, folder.files, { percent })
    const lines = await readLines(folder)
    const parity = await readParity(folder)
    for (const each of faults) await strike(folder, each)
    const lost = await findLost(folder, lines, parity)
    const undescribed = await findUndescribed(folder, lines, parity)
    for (const file of folder.files) {
      const { path } = file
      await expectRepair(folder, file, undescribed.has(path) ? undefined : (lost.get(path) ?? []))
    }
  }
  await fc.assert(fc.asyncProperty(input, check), { numRuns: runs(150), endOnFailure: true })
})
