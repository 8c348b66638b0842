import { rm } from 'node:fs/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ByteRange, ProtectedFile } from '../../../src/fixity/parity/parity.ts'
import { mergeRanges } from '../../../src/fixity/parity/ranges.ts'
import { repairFile } from '../../../src/fixity/parity/repair.ts'
import { updateParity } from '../../../src/fixity/parity/update.ts'
import { runs } from '../../support/runs.ts'
import { Folder, noise } from './support/archive.ts'
import { findLost, readLines, readParity } from './support/oracle.ts'

const size = fc.oneof(
  fc.constantFrom(0, 1, 1023, 1024, 1025, 4096, 16_384, 32_768),
  fc.nat(40_000),
  fc.nat(200_000),
)

const fault = fc.record({
  kind: fc.constantFrom('flip', 'burst', 'cut', 'grow', 'delete', 'swap', 'parity'),
  /** Which file, and where in it: parts of the whole. */
  file: fc.double({ min: 0, max: 0.999, noNaN: true }),
  from: fc.double({ min: 0, max: 0.999, noNaN: true }),
  part: fc.double({ min: 0, max: 0.3, noNaN: true }),
})

type Fault = typeof fault extends fc.Arbitrary<infer Value> ? Value : never

async function strike(folder: Folder, { kind, file, from, part }: Fault) {
  const inParity = [...(await readParity(folder)).keys()].map((name) => `parity/${name}`)
  const paths = kind === 'parity' ? inParity : [...folder.contents.keys()]
  const path = paths[Math.floor(file * paths.length)]!
  const other = paths[Math.floor(from * paths.length)]!
  const flip = (bytes: Uint8Array, length: number) => {
    const start = Math.floor(from * bytes.length)
    return bytes.map((byte, at) => (at >= start && at < start + length ? byte ^ 0xa5 : byte))
  }
  if (kind === 'swap') {
    const [one, two] = [await folder.read(path), await folder.read(other)]
    await folder.damage(path, () => two)
    await folder.damage(other, () => one)
  } else
    await folder.damage(path, (bytes) => {
      if (kind === 'delete') return undefined
      if (kind === 'cut') return bytes.subarray(0, Math.floor(from * bytes.length))
      if (kind === 'grow') return Uint8Array.from([...bytes, 1, 2, 3])
      return flip(bytes, kind === 'flip' ? 1 : Math.ceil(part * bytes.length))
    })
}

async function expectRepair(folder: Folder, file: ProtectedFile, lost: readonly ByteRange[]) {
  const before = folder.contents.get(file.path)!
  const now = await folder.read(file.path)
  const isWhole = now !== undefined && Buffer.compare(before, now) === 0
  const temporary = folder.place('restored')
  const said = await repairFile(folder.root, file)
  const done = await repairFile(folder.root, file, { temporary })
  expect(done).toEqual(said)
  const kind = isWhole ? 'whole' : lost.length > 0 ? 'beyond' : 'restored'
  expect(done.kind).toBe(kind)
  if (done.kind === 'beyond') expect(done.lost).toEqual(mergeRanges(lost))
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
    for (const file of folder.files) await expectRepair(folder, file, lost.get(file.path) ?? [])
  }
  await fc.assert(fc.asyncProperty(input, check), { numRuns: runs(150), endOnFailure: true })
})
