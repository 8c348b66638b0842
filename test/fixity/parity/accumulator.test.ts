import { expect, test } from 'vitest'
import { ParityAccumulator } from '../../../src/fixity/parity/arithmetic/accumulator.ts'
import {
  encode,
  matrixOf,
  reconstruct,
} from '../../../src/fixity/parity/arithmetic/reed-solomon.ts'
import { shapeOf } from '../../../src/fixity/parity/shape.ts'
import { noise } from './support/archive.ts'

const shapes = [
  [1, 200, 2],
  [3, 66, 2],
  [5, 40, 2],
  [10, 20, 2],
  [15, 20, 3],
  [50, 20, 10],
  [100, 20, 20],
] as const

test.each(shapes)('%i %% are %i and %i shards', (percent, data, parity) => {
  expect(shapeOf(percent)).toEqual({ data, parity })
})

test.each([0, 0.5, 101, Number.NaN])('%d %% is refused', (percent) => {
  expect(() => shapeOf(percent)).toThrow(
    expect.objectContaining({ reason: { code: 'fixity.wrong-percent', params: { percent } } }),
  )
})

test.each(shapes)('%i %%: what grows by pieces is what the library encodes', (percent) => {
  const shape = shapeOf(percent)
  const shardBytes = 3072
  const shards = noise((shape.data + shape.parity) * shardBytes, percent)
  const grown = new ParityAccumulator(shape, matrixOf(shape), shardBytes)
  // Pieces of odd lengths at odd places, from memory at odd places.
  const steps = [1, 2, 3, 700, 701, 1, 1024, 640]
  for (let shard = 0; shard < shape.data; shard++)
    for (let at = 0, step = 0; at < shardBytes; step++) {
      const end = Math.min(shardBytes, at + steps[(step + shard) % steps.length]!)
      grown.add(shard, at, shards.subarray(shard * shardBytes + at, shard * shardBytes + end))
      at = end
    }
  encode(shards, shape)
  const parity = Buffer.concat(grown.shards)
  expect(parity.equals(shards.subarray(shape.data * shardBytes))).toBe(true)
})

test('lost shards come back, time and again, and no more than there is parity for', () => {
  const shape = shapeOf(10)
  const whole = noise(22 * 512, 7)
  encode(whole, shape)
  for (let one = 0; one < 22; one++)
    for (let two = one; two < 22; two++) {
      const shards = whole.slice()
      for (const lost of [one, two]) shards.fill(0x55, lost * 512, (lost + 1) * 512)
      const available = Array.from({ length: 22 }, (_, at) => at !== one && at !== two)
      expect(reconstruct(shards, shape, available)).toBe(true)
      expect(Buffer.compare(shards.subarray(0, 20 * 512), whole.subarray(0, 20 * 512))).toBe(0)
    }
  const available = Array.from({ length: 22 }, (_, at) => at > 2)
  expect(reconstruct(whole.slice(), shape, available)).toBe(false)
})
