import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openEnvelope, sealEnvelope } from '../../../src/catalogue/published/envelope.ts'
import { decodeGeneration } from '../../../src/catalogue/published/generation.ts'
import {
  isPublicKey,
  makeKeyPair,
  publicKeyOf,
  readPrivateKey,
} from '../../../src/catalogue/published/key.ts'

const { privateKey: key } = generateKeyPairSync('ed25519')
const json = (value: unknown) => Buffer.from(JSON.stringify(value))

test('what is sealed opens, by whom it was sealed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (payload) => {
      const opened = openEnvelope(sealEnvelope(payload, key))
      expect(opened?.signedBy).toBe(publicKeyOf(key))
      expect(Buffer.from(opened?.payload ?? [])).toEqual(Buffer.from(payload))
    }),
  )
})

test('no changed bit opens as anything else than what was sealed', () => {
  const payload = Buffer.from('{"generation":1}')
  const sealed = Buffer.from(sealEnvelope(payload, key))
  for (let bit = 0; bit < sealed.length * 8; bit++) {
    const changed = Buffer.from(sealed)
    changed[bit >> 3]! ^= 1 << (bit & 7)
    const opened = openEnvelope(changed)
    if (opened) expect(Buffer.from(opened.payload)).toEqual(payload)
  }
})

test('signs as OpenSSL does', () => {
  // The key of RFC 8032, test 1. The signature was made over DSSE's encoding of the payload by `openssl pkeyutl -rawin`.
  const pem = `-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
-----END PRIVATE KEY-----`
  expect(JSON.parse(String(sealEnvelope(Buffer.from('hello'), readPrivateKey(pem, ''))))).toEqual({
    payloadType: 'application/vnd.songkeep.catalogue-generation+json',
    payload: 'aGVsbG8=',
    signatures: [
      {
        keyid: 'ed25519:11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
        sig: 'MPCDZU4vpQVD/cqdXkaUVcOiYLGMhupZakxV571Q0UjZ+HSAFeopZS9xGCakqyeYPooCt1AiPcdftR1dKGNUDg==',
      },
    ],
  })
})

test.each([
  ['nothing', Buffer.from('')],
  ['no JSON', Buffer.from('{')],
  ['a list', json([])],
  [
    'two signatures',
    () => {
      const sealed = JSON.parse(String(sealEnvelope(Buffer.from('x'), key)))
      return json({ ...sealed, signatures: [...sealed.signatures, ...sealed.signatures] })
    },
  ],
  [
    'another type',
    () =>
      json({
        ...JSON.parse(String(sealEnvelope(Buffer.from('x'), key))),
        payloadType: 'text/plain',
      }),
  ],
  [
    'a key that is no point',
    () => {
      const sealed = JSON.parse(String(sealEnvelope(Buffer.from('x'), key)))
      return json({
        ...sealed,
        signatures: [{ ...sealed.signatures[0], keyid: `ed25519:${'_'.repeat(43)}` }],
      })
    },
  ],
] as const)('%s is no envelope', (_name, bytes) => {
  expect(openEnvelope(typeof bytes === 'function' ? bytes() : bytes)).toBeUndefined()
})

test('a key pair reads back, and nothing else is a key', () => {
  const { pem, publicKey } = makeKeyPair()
  expect(isPublicKey(publicKey)).toBe(true)
  expect(publicKeyOf(readPrivateKey(pem, 'key.pem'))).toBe(publicKey)
  const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey
  for (const text of ['', 'x', rsa.export({ format: 'pem', type: 'pkcs8' }).toString()])
    expect(() => readPrivateKey(text, 'key.pem')).toThrow(
      expect.objectContaining({
        reason: { code: 'catalogue.no-private-key', params: { path: 'key.pem' } },
      }),
    )
})

const catalogue = { format: 'songkeep-catalogue', version: 2, indexes: [] }
const generation = {
  format: 'songkeep-catalogue-generation',
  version: 1,
  generation: 1,
  publishedAt: '2026-11-30T00:00:00.000Z',
  pieceBytes: 4096,
  catalogue,
  files: [],
}

test('a generation is what it has to be, in all its parts', () => {
  expect(decodeGeneration(json(generation))).toMatchObject({ generation: 1, files: [] })
  const build = '0'.repeat(32)
  const wrong = [
    {},
    { ...generation, format: 'other' },
    { ...generation, version: 2 },
    { ...generation, generation: 0 },
    { ...generation, generation: '1' },
    { ...generation, pieceBytes: 2 ** 30 },
    { ...generation, pieceBytes: 1 },
    {
      ...generation,
      catalogue: { ...catalogue, indexes: [{ build: '../..', tracks: 1, bytes: {} }] },
    },
    // More files than its catalogue has, by whatever name.
    {
      ...generation,
      files: [{ build, name: '../../../etc/passwd', bytes: 1, pieces: ['0'.repeat(64)] }],
    },
  ]
  for (const each of wrong) expect(decodeGeneration(json(each))).toBeUndefined()
})
