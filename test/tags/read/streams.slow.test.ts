import { readFile, writeFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { probeFile } from '../../../src/tags/read/probe-file.ts'
import { makeWav, openStudio } from '../../media/studio.ts'

const studio = openStudio()
const SECONDS = 2.5
const wav = () => makeWav({ seconds: SECONDS })

type Kind = readonly [name: string, args: string, container: string, channels: number]

/** What FFmpeg can make; `sound` is a name that says nothing. */
const kinds: readonly Kind[] = [
  ['VBR with an index', '-c:a libmp3lame -q:a 4 -f mp3', 'MPEG', 2],
  ['VBR without one', '-c:a libmp3lame -q:a 4 -write_xing 0 -f mp3', 'MPEG', 2],
  ['CBR without one', '-c:a libmp3lame -b:a 128k -write_xing 0 -f mp3', 'MPEG', 2],
  ['MPEG 2', '-ar 22050 -c:a libmp3lame -b:a 64k -f mp3', 'MPEG', 2],
  ['MPEG 2.5, mono', '-ar 11025 -ac 1 -c:a libmp3lame -b:a 32k -f mp3', 'MPEG', 1],
  ['layer II', '-c:a mp2 -b:a 192k -f mp2', 'MPEG', 2],
  ['AAC', '-c:a aac -f adts', 'ADTS/MPEG-4', 2],
  ['AC-3', '-c:a ac3 -f ac3', 'AC-3', 2],
  ['AC-3 of 5.1', '-ac 6 -c:a ac3 -f ac3', 'AC-3', 6],
  ['E-AC-3', '-c:a eac3 -f eac3', 'E-AC-3', 2],
  ['True Audio', '-c:a tta -f tta', 'TTA', 2],
  ['WavPack', '-c:a wavpack -f wv', 'WavPack', 2],
  ['WavPack of 5.1', '-ac 6 -c:a wavpack -f wv', 'WavPack', 6],
]

describe('streams with a small container or none', () => {
  test.each(kinds)('%s', async (name, args, container, channels) => {
    const path = await studio.record(`${name} sound`, wav(), ...args.split(' '))
    const { audio } = await probeFile(path, { measure: true })
    expect(audio).toMatchObject({ container, channels })
    // Encoders add up to two frames.
    expect(audio.durationMs).toBeGreaterThan(SECONDS * 1000 - 1)
    expect(audio.durationMs).toBeLessThan(SECONDS * 1000 + 110)
  })

  test('two streams joined are as long as both, whatever the first says', async () => {
    const path = await studio.record(
      'one.mp3',
      wav(),
      '-c:a',
      'libmp3lame',
      '-q:a',
      '4',
      '-f',
      'mp3',
    )
    const bytes = await readFile(path)
    await writeFile(studio.path('both.mp3'), Buffer.concat([bytes, bytes]))
    const { audio } = await probeFile(studio.path('both.mp3'), { measure: true })
    expect(audio.durationMs).toBeGreaterThan(2 * SECONDS * 1000 - 1)
    expect(audio.durationMs).toBeLessThan(2 * SECONDS * 1000 + 200)
  })

  test('zeros before the sound, and a name that tells', async () => {
    const path = await studio.record(
      'bare.mp3',
      wav(),
      '-c:a',
      'libmp3lame',
      '-id3v2_version',
      '0',
      '-f',
      'mp3',
    )
    await writeFile(
      studio.path('late.mp3'),
      Buffer.concat([Buffer.alloc(9000), await readFile(path)]),
    )
    const { audio, unread } = await probeFile(studio.path('late.mp3'))
    expect([audio.container, unread]).toEqual(['MPEG', undefined])
  })
})

const uint32 = (...values: readonly number[]) => {
  const bytes = Buffer.alloc(4 * values.length)
  for (const [at, value] of values.entries()) bytes.writeUInt32LE(value >>> 0, 4 * at)
  return bytes
}
const uint16 = (...values: readonly number[]) => {
  const bytes = Buffer.alloc(2 * values.length)
  for (const [at, value] of values.entries()) bytes.writeUInt16LE(value, 2 * at)
  return bytes
}
const filling = Buffer.alloc(2000, 0x55)

/** 10 frames at 44.1 kHz. */
const musepack7 = (last: number) =>
  Buffer.concat([Buffer.from('MP+\x17', 'latin1'), uint32(10, 0x47000000, 0, 0, last), filling])

/** `SH`: a checksum, version 8, samples, silence, the rate's code with bands, channels. */
const musepack8 = Buffer.concat([
  Buffer.from('MPCK'),
  Buffer.from('SH\x0f', 'latin1'),
  Buffer.of(1, 2, 3, 4, 8, 0x86, 0xd7, 0x24, 0x81, 0x00, 0x3e, 0x1b),
  filling,
])

const monkeys = Buffer.concat([
  Buffer.from('MAC '),
  uint16(3990, 0),
  uint32(52, 24, 0, 0, 0, 0, 0),
  Buffer.alloc(16),
  uint16(2000, 0),
  uint32(73_728, 100, 3),
  uint16(16, 2),
  uint32(44_100),
  filling,
])

const oldMonkeys = (version: number, level: number) =>
  Buffer.concat([
    Buffer.from('MAC '),
    uint16(version, level, 0, 1),
    uint32(44_100, 0, 0, 3, 100),
    filling,
  ])

/** Bits from the lowest on: codec, profile, frame size, samples, kind, rate, bits, channels. */
function takInfo(samples: bigint, rate: bigint, channels: bigint): Buffer {
  const bits = (samples << 14n) | ((rate - 6000n) << 52n) | (8n << 70n) | ((channels - 1n) << 75n)
  const bytes = Buffer.alloc(12)
  bytes.writeBigUInt64LE(bits & 0xffffffffffffffffn, 0)
  bytes.writeUInt32LE(Number(bits >> 64n), 8)
  return Buffer.concat([Buffer.from('tBaK'), Buffer.of(1, 12, 0, 0), bytes, filling])
}

const wavpackBlock = (
  total: number,
  index: number,
  samples: number,
  flags: number,
  parts = Buffer.of(),
) =>
  Buffer.concat([
    Buffer.from('wvpk'),
    uint32(24 + parts.length + 100),
    uint16(0x410, 0),
    uint32(total, index, samples, flags, 0),
    parts,
    Buffer.alloc(100),
  ])
const rate44 = 9 << 23

const headers: readonly (readonly [string, Buffer, object])[] = [
  [
    'Musepack SV7 whose last frame is as long as it says',
    musepack7(2 ** 31 + (500 << 20)),
    { samples: 9 * 1152 + 500, sampleRate: 44_100, channels: 2 },
  ],
  ['Musepack SV7 that does not say it', musepack7(0), { samples: 10 * 1152 - 481 }],
  ['Musepack SV8', musepack8, { samples: 109_476 - 128, sampleRate: 48_000, channels: 2 }],
  [
    "Monkey's Audio",
    monkeys,
    { samples: 2 * 73_728 + 100, sampleRate: 44_100, channels: 2, lossless: true },
  ],
  ["Monkey's Audio 3.97", oldMonkeys(3970, 2000), { samples: 2 * 73_728 * 4 + 100, channels: 1 }],
  ["Monkey's Audio 3.92", oldMonkeys(3920, 2000), { samples: 2 * 73_728 + 100 }],
  ["Monkey's Audio 3.82, extra high", oldMonkeys(3820, 4000), { samples: 2 * 73_728 + 100 }],
  ["Monkey's Audio 3.60", oldMonkeys(3600, 2000), { samples: 2 * 9216 + 100 }],
  ['TAK', takInfo(123_456n, 96_000n, 2n), { samples: 123_456, sampleRate: 96_000, channels: 2 }],
  [
    'WavPack of unknown length',
    Buffer.concat([
      wavpackBlock(0xffffffff, 0, 22_050, rate44),
      wavpackBlock(0xffffffff, 22_050, 1000, rate44),
    ]),
    { samples: 23_050, channels: 2, lossless: true },
  ],
  [
    'WavPack of another rate, lossy',
    wavpackBlock(1000, 0, 1000, (15 << 23) | 8 | 4, Buffer.of(0x27, 2, 0x10, 0x27, 0, 0)),
    { samples: 1000, sampleRate: 10_000, channels: 1, lossless: false },
  ],
  [
    'WavPack of DSD',
    wavpackBlock(1000, 0, 1000, 2 ** 31 + rate44, Buffer.of(0x0e, 1, 3, 0)),
    { samples: 8000, sampleRate: 44_100 * 64, codec: 'DSD' },
  ],
]

/** A file with some bytes changed, and perhaps cut. */
const mutants = fc
  .tuple(
    fc.constantFrom(...headers.map(([, bytes]) => bytes)),
    fc.array(fc.tuple(fc.nat(120), fc.nat(255)), { maxLength: 8 }),
    fc.option(fc.nat(200)),
  )
  .map(([whole, changes, end]) => {
    const bytes = Buffer.from(end === null ? whole : whole.subarray(0, end))
    for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte
    return bytes
  })

describe('headers', () => {
  test('of any bytes are read, or told to be unreadable', async () => {
    await fc.assert(
      fc.asyncProperty(mutants, async (bytes) => {
        await writeFile(studio.path('mutant'), bytes)
        const { audio } = await probeFile(studio.path('mutant'), { measure: true })
        for (const value of [audio.durationMs, audio.sampleRate, audio.samples])
          if (value !== undefined)
            expect(value).toSatisfy((it: number) => Number.isFinite(it) && it >= 0)
      }),
      { numRuns: 500 },
    )
  })

  test.each(headers)('%s', async (name, bytes, audio) => {
    await writeFile(studio.path(name), bytes)
    expect((await probeFile(studio.path(name))).audio).toMatchObject(audio)
  })
})
