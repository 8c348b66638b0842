import fc from 'fast-check'
import type { Folder } from './archive.ts'
import { readParity } from './oracle.ts'

/** Of files; also those at the edge of a block. */
export const size = fc.oneof(
  fc.constantFrom(0, 1, 1023, 1024, 1025, 4096, 16_384, 32_768),
  fc.nat(40_000),
  fc.nat(200_000),
)

/** What can happen to an archive. */
export const fault = fc.record({
  kind: fc.constantFrom('flip', 'burst', 'cut', 'grow', 'delete', 'swap', 'parity'),
  /** Which file, and where in it: parts of the whole. */
  file: fc.double({ min: 0, max: 0.999, noNaN: true }),
  from: fc.double({ min: 0, max: 0.999, noNaN: true }),
  part: fc.double({ min: 0, max: 0.3, noNaN: true }),
})

type Fault = typeof fault extends fc.Arbitrary<infer Value> ? Value : never

export async function strike(folder: Folder, { kind, file, from, part }: Fault) {
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
