import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sortOrder } from '../../src/catalogue/build/sort.ts'
import { ByteReader, ByteWriter } from '../../src/catalogue/format/bytes.ts'
import { TextCodec } from '../../src/catalogue/format/codec.ts'
import { hashKey } from '../../src/catalogue/format/hash.ts'
import { ID_KINDS, readIdBody, writeIdBody } from '../../src/catalogue/format/id.ts'
import { packIsrc, unpackIsrc } from '../../src/catalogue/format/isrc.ts'
import { decodeHeader, encodeHeader, VERSION } from '../../src/catalogue/format/layout.ts'
import { reason } from '../../src/model/reason.ts'

test('numbers and texts are read back as they were written', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 200 })
  fc.assert(
    fc.property(
      fc.maxSafeNat(),
      fc.integer({ min: 0, max: 2 ** 40 - 1 }),
      fc.integer({ min: 0, max: 2 ** 48 - 1 }),
      fc.nat(0xffff_ffff),
      fc.double({ noNaN: true }),
      text,
      (varint, u40, u48, u32, f64, some) => {
        const to = new ByteWriter(1)
        to.varint(varint)
        to.u40(u40)
        to.u48(u48)
        to.u32(u32)
        to.f64(f64)
        to.lengthAndText(some)
        const from = new ByteReader(Buffer.from(to.view()))
        expect([from.varint(), from.u40(), from.u48(), from.u32(), from.f64()]).toEqual([
          varint,
          u40,
          u48,
          u32,
          f64,
        ])
        expect(from.lengthAndText()).toBe(some)
        expect(() => from.u8()).toThrow(RangeError)
      },
    ),
  )
})

describe('ids take few bytes and come back as they were', () => {
  const cases = [
    ['c80f1806-3c19-4b1d-b0ed-69a0d75ddb16', ID_KINDS.uuid, 16],
    ['4HCBDtlRZiCTdxMABSXrw6', ID_KINDS.base62, 16],
    ['0000000000000000000000', ID_KINDS.base62, 16],
    // The largest number of 128 bits, and the one after it.
    ['7N42dgm5tFLK9N8MT7fHC7', ID_KINDS.base62, 16],
    ['7N42dgm5tFLK9N8MT7fHC8', ID_KINDS.text, 23],
    ['19546621', ID_KINDS.number, 4],
    ['0', ID_KINDS.number, 1],
    ['007', ID_KINDS.text, 4],
    ['C80F1806-3c19-4b1d-b0ed-69a0d75ddb16', ID_KINDS.text, 37],
    ['', ID_KINDS.text, 1],
  ] as const
  test.each(cases)('%s', (body, kind, bytes) => {
    const to = new ByteWriter()
    expect(writeIdBody(body, to)).toBe(kind)
    expect(to.length).toBe(bytes)
    expect(readIdBody(kind, new ByteReader(Buffer.from(to.view())))).toBe(body)
  })

  test('of any make', () => {
    const body = fc.oneof(fc.uuid(), fc.stringMatching(/^[0-9A-Za-z]{22}$/), fc.string())
    fc.assert(
      fc.property(body, (text) => {
        const to = new ByteWriter()
        const kind = writeIdBody(text, to)
        expect(readIdBody(kind, new ByteReader(Buffer.from(to.view())))).toBe(text)
      }),
    )
  })
})

test('an ISRC fits into six bytes, but for those that begin with V, W or X', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z]{2}[A-Z0-9]{3}[0-9]{7}$/), (isrc) => {
      const packed = packIsrc(isrc)
      if (packed === undefined) expect(isrc).toMatch(/^[VWX]/)
      else expect([packed < 2 ** 48, unpackIsrc(packed)]).toEqual([true, isrc])
    }),
  )
  expect(['usabc1234567', 'US-ABC-12-34567', ''].map(packIsrc)).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})

test('texts coded by a table are read back, like the sample or not', () => {
  const sample = [
    'The Long and Winding Road',
    'The Long Run',
    'Running Up That Hill',
    'Road Runner',
  ]
  const trained = TextCodec.train(sample)
  const copy = new TextCodec(trained.symbols)
  const code = (text: string) => {
    const bytes = Buffer.from(text)
    const to = new ByteWriter()
    trained.encode(bytes, 0, bytes.length, to)
    return Buffer.from(to.view())
  }
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 3000 }), (text) => {
      const coded = code(text)
      expect(copy.decode(new ByteReader(coded), coded.length)).toBe(text)
    }),
  )
  expect(code('The Long Running Road').length).toBeLessThan(16)
})

test('leaving a letter out while hashing is hashing without it', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.nat(), (key, number) => {
      const skip = number % key.length
      expect(hashKey(key, skip)).toBe(hashKey(key.slice(0, skip) + key.slice(skip + 1)))
      expect(hashKey(key)).toBeLessThan(2 ** 40)
    }),
  )
})

test('keys are sorted, equal ones in their first order, few and many', () => {
  const check = (keys: Uint32Array) => {
    const order = [...sortOrder(keys)]
    const expected = [...keys.keys()].sort((a, b) => keys[a]! - keys[b]! || a - b)
    expect(order).toEqual(expected)
  }
  fc.assert(fc.property(fc.uint32Array({ maxLength: 200 }), check))
  check(Uint32Array.from({ length: 20_000 }, (_, at) => Math.imul(at % 777, 0x9e3779b1)))
})

test('a segment header says what is wrong with a file', () => {
  const header = {
    part: 3,
    segment: 1,
    payloadBytes: 2 ** 30,
    payloadCrc: 7,
    build: '0f'.repeat(16),
  }
  const bytes = encodeHeader(header)
  expect(decodeHeader(bytes)).toEqual(header)
  expect(decodeHeader(bytes.subarray(0, 40))).toEqual(reason('catalogue.file-no-segment'))
  expect(decodeHeader(Buffer.alloc(64))).toEqual(reason('catalogue.file-no-segment'))
  for (let at = 8; at < 64; at++) {
    const damaged = Buffer.from(bytes)
    damaged[at]! ^= 1
    expect(decodeHeader(damaged)).toMatchObject({
      code: expect.stringMatching(/^catalogue\.file-/),
    })
  }
  expect(VERSION).toBe(2)
})
