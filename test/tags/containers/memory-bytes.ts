import fc from 'fast-check'
import { expect } from 'vitest'
import type { ContainerReading } from '../../../src/tags/read/container.ts'
import { containers } from '../../../src/tags/read/containers.ts'
import type { ByteSource } from '../../../src/tags/read/file-bytes.ts'
import { mergeLayers } from '../../../src/tags/read/merge-layers.ts'

/** Bytes as a file is read; `counts` how many were asked for. */
export class MemoryBytes implements ByteSource {
  readonly #bytes: Buffer
  readonly size: number
  asked = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes)
    this.size = bytes.length
  }

  async read(start: number, length: number): Promise<Buffer> {
    if (!(start >= 0 && length > 0)) return Buffer.of()
    const bytes = this.#bytes.subarray(start, start + length)
    this.asked += bytes.length
    return Buffer.from(bytes)
  }

  part(start: number, end = this.size): ByteSource {
    return new MemoryBytes(this.#bytes.subarray(start, end))
  }
}

/** What the container that recognises these bytes says of them, and its layers as one. */
export async function readBytes(bytes: Uint8Array, path = '/music/file') {
  const found = containers.find(({ recognises }) =>
    recognises(Buffer.from(bytes.subarray(0, 4096))),
  )
  if (!found) throw new Error('no container recognises this')
  const request = { path, covers: true, measure: false }
  const reading: ContainerReading = await found.read(new MemoryBytes(bytes), request)
  return { ...reading, tags: mergeLayers(reading.layers) }
}

/** Reads many damaged copies of this file: cut, and with bytes changed. Each is read or refused, and soon. */
export async function readDamaged(file: Uint8Array): Promise<void> {
  const found = containers.find(({ recognises }) => recognises(Buffer.from(file.subarray(0, 4096))))
  const change = fc.tuple(fc.nat(file.length - 1), fc.constantFrom(0, 1, 0x7f, 0x80, 0xff))
  const damage = fc.tuple(
    fc.integer({ min: 16, max: file.length }),
    fc.array(change, { maxLength: 6 }),
  )
  await fc.assert(
    fc.asyncProperty(damage, async ([length, changes]) => {
      const bytes = Buffer.from(file)
      for (const [at, value] of changes) bytes[at] = value
      const source = new MemoryBytes(bytes.subarray(0, length))
      const request = { path: '', covers: true, measure: true }
      await found?.read(source, request).catch((error) => expect(error).toBeInstanceOf(Error))
      expect(source.asked).toBeLessThan(100 * file.length + 1_000_000)
    }),
    { numRuns: 300 },
  )
}
