import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SegmentWriter } from '../../src/catalogue/build/segment-writer.ts'
import { segmentName } from '../../src/catalogue/format/layout.ts'
import { PartReader } from '../../src/catalogue/format/part.ts'
import { makeFolder } from './support/catalogue.ts'

const BUILD = 'ab'.repeat(16)

test('a part cut into segments is read as one, over their borders too', () => {
  fc.assert(
    fc.property(
      fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 20 }),
      fc.integer({ min: 1, max: 300 }),
      fc.nat(),
      fc.nat(),
      (chunks, payload, from, count) => {
        const folder = makeFolder()
        const writer = new SegmentWriter(folder, 'records', BUILD, payload)
        for (const chunk of chunks) {
          writer.out.bytes(chunk)
          writer.wrote()
        }
        writer.close()
        const all = Buffer.concat(chunks)
        expect(writer.total).toBe(all.length)
        expect(readdirSync(folder)).toHaveLength(Math.max(1, Math.ceil(all.length / payload)))
        for (const name of readdirSync(folder)) {
          expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(64 + payload)
        }
        const onDisk = readdirSync(folder).map((name) => statSync(join(folder, name)).size)
        const bytes = onDisk.reduce((sum, size) => sum + size, 0)
        using reader = new PartReader(folder, 'records', BUILD, bytes, payload)
        const start = from % (all.length + 1)
        const length = count % (all.length - start + 1)
        const expected = all.subarray(start, start + length)
        expect(Buffer.from(reader.read(start, length)).equals(expected)).toBe(true)
        expect(() => reader.read(start, all.length - start + 1)).toThrow(RangeError)
        reader.verify()
        reader.load()
        expect(Buffer.from(reader.read(start, length)).equals(expected)).toBe(true)
        rmSync(join(folder, segmentName('records', onDisk.length - 1)))
        const open = () => new PartReader(folder, 'records', BUILD, bytes, payload)
        expect(open).toThrow(/is missing/)
      },
    ),
    { numRuns: 60 },
  )
})
