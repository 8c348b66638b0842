import { readFile, rm, writeFile } from 'node:fs/promises'
import type { MediaMaker } from '../../src/media/media.ts'
import type { AudioFormat } from '../../src/model/media.ts'
import { makeAu, makeDsf, makeMaskedWav, mapPages } from './odd-files.ts'
import { makeWav, never, requestFor, type Studio } from './studio.ts'

export const vorbis = ['-c:a', 'libvorbis', '-f', 'ogg']
export const oggFlac = ['-c:a', 'flac', '-f', 'ogg']
const wavPack = ['-c:a', 'wavpack', '-f', 'wv']
export const second = (rate = 44_100, channels = 2) => makeWav({ rate, channels })

/** A whole file that is odd in one way, and what is to be said of it. */
export interface Kind {
  readonly name: string
  readonly make: (studio: Studio) => Promise<Buffer>
  readonly durationMs: number
  /** Notes that every format has. */
  readonly notes?: readonly string[]
  /** Notes of the FLAC, where it has others: without those above. */
  readonly flac?: readonly string[]
}

const record = async (studio: Studio, name: string, wav: Buffer, ...args: string[]) =>
  await readFile(await studio.record(name, wav, ...args))

export const joined =
  (...links: (readonly [Buffer, ...string[]])[]) =>
  async (studio: Studio) => {
    const made: Buffer[] = []
    for (const [i, [wav, ...args]] of links.entries())
      made.push(await record(studio, `link ${i}.ogg`, wav, ...args))
    return Buffer.concat(made)
  }

function placesOf(bytes: Buffer, found: Uint8Array): readonly number[] {
  const places = [bytes.indexOf(found)]
  for (let at = places[0] ?? -1; at >= 0; at = bytes.indexOf(found, at + 1)) places.push(at)
  return [...new Set(places)].filter((at) => at >= 0)
}

const lossy = ['media.lossless-from-lossy']
const dsd = ['media.bits-from-dsd']

export const kinds: readonly Kind[] = [
  {
    name: 'two links.ogg',
    make: joined([second(), ...vorbis], [second(), ...vorbis]),
    durationMs: 2000,
    notes: ['media.chained'],
    flac: lossy,
  },
  {
    name: 'links of other rates and channels.ogg',
    make: joined([second(), ...vorbis], [second(22_050, 1), ...vorbis], [second(), ...vorbis]),
    durationMs: 3000,
    notes: ['media.chained', 'media.format-varies'],
    flac: lossy,
  },
  {
    name: 'links of other codecs.ogg',
    make: joined([second(), ...oggFlac], [second(48_000), ...vorbis]),
    durationMs: 2000,
    notes: ['media.chained', 'media.format-varies'],
  },
  {
    name: 'times that step back.ogg',
    make: async (studio) =>
      mapPages(await record(studio, 'plain.ogg', makeWav({ seconds: 5 }), ...vorbis), (page, i) => {
        const granule = page.readBigInt64LE(6)
        if (i % 3 === 2 && granule > 3000n) page.writeBigInt64LE(granule - 3000n, 6)
      }),
    durationMs: 5000,
    flac: lossy,
  },
  { name: '5.1(side).wav', make: async () => makeMaskedWav(0x60f, 6), durationMs: 1000 },
  { name: '2.1.wav', make: async () => makeMaskedWav(0xb, 3), durationMs: 1000 },
  { name: 'six without names.au', make: async () => makeAu(6), durationMs: 1000 },
  {
    name: 'ten without names.au',
    make: async () => makeAu(10),
    durationMs: 1000,
    flac: ['media.downmixed'],
  },
  { name: '352.8 kHz.wav', make: async () => second(352_800), durationMs: 1000 },
  { name: '6 kHz.wav', make: async () => second(6000, 1), durationMs: 1000 },
  { name: 'dsd.dsf', make: async () => makeDsf(), durationMs: 604, flac: dsd },
  {
    name: 'twice as fast.dsf',
    make: async () => makeDsf(5_644_800, 0.3),
    durationMs: 302,
    flac: [...dsd, 'media.resampled'],
  },
  {
    name: 'a mask of one of four.wv',
    make: async (studio) => {
      const wv = await record(studio, 'four.wv', makeMaskedWav(0x33, 4), ...wavPack)
      // The sub-block that says: four channels, for these speakers.
      for (const at of placesOf(wv, Buffer.of(0x4d, 3, 4, 0x33))) wv[at + 3] = 0x04
      return wv
    },
    durationMs: 1000,
    notes: ['media.channel-mask-wrong'],
  },
  {
    name: 'no length.wv',
    make: async (studio) => {
      const wv = await record(studio, 'plain.wv', second(), ...wavPack)
      for (const at of placesOf(wv, Buffer.from('wvpk'))) wv.writeUInt32LE(0xffffffff, at + 12)
      return wv
    },
    durationMs: 1000,
  },
]

/** Makes the file of a kind in each of the formats, and returns what is wrong with it. */
export async function tryKind(
  kind: Kind,
  studio: Studio,
  media: MediaMaker,
  formats: readonly AudioFormat[],
): Promise<readonly string[]> {
  const { name, make, durationMs, notes = [], flac = [] } = kind
  const path = studio.path(name)
  await writeFile(path, await make(studio))
  const wrong: string[] = []
  for (const format of formats) {
    const request = requestFor(path, { options: { format, quality: 'V2' } })
    const made = await media.make(request, never)
    await rm(made.path)
    if (Math.abs(made.durationMs - durationMs) > 10) wrong.push(`${format}: ${made.durationMs} ms`)
    const codes = made.notes.map(({ code }) => code)
    const exact = { keep: notes, flac: [...notes, ...flac] }
    const expected = format === 'keep' || format === 'flac' ? exact[format] : notes
    const missing = expected.filter((code) => !codes.some((one) => one === code))
    const added = codes.filter((code) => !expected.includes(code))
    if (missing.length > 0) wrong.push(`${format}: without ${missing.join(', ')}`)
    if (added.length > 0 && format in exact) wrong.push(`${format}: ${added.join(', ')}`)
  }
  return wrong
}
