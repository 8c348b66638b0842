import { readFile, writeFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { type MediaMaker, openMedia } from '../../../src/media/media.ts'
import { scanMp3 } from '../../../src/media/mp3/frames.ts'
import { hasChangedGain } from '../../../src/media/mp3/mp3-gain.ts'
import { writeFrames } from '../../../src/tags/id3/id3v2-frames.ts'
import { makeWav, never, openStudio, requestFor } from '../studio.ts'

const studio = openStudio()
const args = '-c:a libmp3lame -b:a 128k -id3v2_version 0 -f mp3'.split(' ')

/** Adds to the eight bits of `global_gain` of each channel and granule (ISO 11172-3, 2.4.1.7), as mp3gain does. */
function changeGain(bytes: Buffer, from: number, to: number, steps: number) {
  const bit = (at: number) => (bytes[at >> 3]! >> (7 - (at & 7))) & 1
  const [sideInfo, firstGain, apart] = [4 * 8, 20 + 21, 59]
  for (let frame = from; frame < to; ) {
    const padding = (bytes[frame + 2]! >> 1) & 1
    for (let part = 0; part < 4; part++) {
      const at = frame * 8 + sideInfo + firstGain + part * apart
      const gain = Number.parseInt(Array.from({ length: 8 }, (_, i) => bit(at + i)).join(''), 2)
      for (let i = 0; i < 8; i++) {
        const mask = 0x80 >> ((at + i) & 7)
        const isSet = (Math.max(0, gain + steps) >> (7 - i)) & 1
        bytes[(at + i) >> 3] = isSet ? bytes[(at + i) >> 3]! | mask : bytes[(at + i) >> 3]! & ~mask
      }
    }
    frame += 417 + padding
  }
}

function makeApe(items: Readonly<Record<string, string>>): Buffer {
  const body = Object.entries(items).map(([key, value]) => {
    const head = Buffer.alloc(8)
    head.writeUInt32LE(value.length)
    return Buffer.concat([head, Buffer.from(`${key}\0${value}`)])
  })
  const frame = (flags: number) => {
    const bytes = Buffer.alloc(32)
    bytes.write('APETAGEX')
    bytes.writeUInt32LE(2000, 8)
    bytes.writeUInt32LE(Buffer.concat(body).length + 32, 12)
    bytes.writeUInt32LE(body.length, 16)
    bytes.writeUInt32LE(flags, 20)
    return bytes
  }
  return Buffer.concat([frame(0xa0000000), ...body, frame(0x80000000)])
}

const id3v1 = Buffer.from('TAG'.padEnd(128, '\0'))
const minmax = { REPLAYGAIN_TRACK_GAIN: '-3.2 dB', MP3GAIN_MINMAX: '089,187' }

/** As `mp3gain -s i` writes it, and what others make of that. */
const inId3 = (description: string, undo: string, encoding: 1 | 3 = 3) => {
  const text = `${description}\0${undo}`
  const data =
    encoding === 3
      ? Buffer.from(`\x03${text}`)
      : Buffer.concat([
          Buffer.of(1),
          ...text
            .split('\0')
            .flatMap((part, at) => [
              ...(at > 0 ? [Buffer.of(0, 0)] : []),
              Buffer.from(`\ufeff${part}`, 'utf16le'),
            ]),
        ])
  return Buffer.from(
    writeFrames([
      { id: 'TIT2', data: Buffer.from('\x03Own title') },
      { id: 'TXXX', data },
    ]),
  )
}

describe('an MP3 whose gain was changed inside of its frames', () => {
  let media: MediaMaker
  let changed: Buffer
  beforeAll(async () => {
    media = await openMedia({ ffmpeg: 'wasm', width: 1, workDir: studio.path('work') })
    const path = await studio.record('changed.mp3', makeWav({ seconds: 2 }), ...args)
    changed = await readFile(path)
    const { audioStart, audioEnd } = (await scanMp3(path))!
    changeGain(changed, audioStart, audioEnd, -3)
    return () => media[Symbol.asyncDispose]()
  })

  const make = (name: string, ...tail: readonly Buffer[]) => makeTagged(name, Buffer.of(), tail)

  async function makeTagged(name: string, head: Buffer, tail: readonly Buffer[] = []) {
    const path = studio.path(name)
    await writeFile(path, Buffer.concat([head, changed, ...tail]))
    return await media.make(requestFor(path), never)
  }

  test.each([
    ['at the end', [makeApe({ ...minmax, MP3GAIN_UNDO: '+003,+003,N' })]],
    ['before an ID3v1 tag', [makeApe({ ...minmax, mp3gain_undo: '+000,+003,W' }), id3v1]],
  ])('is kept with a note where a tag %s says so', async (name, tail) => {
    const made = await make(name, ...tail)
    expect(made).toMatchObject({
      how: 'copied',
      notes: [{ code: 'media.gain-changed' }],
    })
  })

  test.each([
    ['in UTF-8', inId3('MP3GAIN_UNDO', '+003,+003,N')],
    ['in UTF-16, in small letters', inId3('mp3gain_undo', '-002,+000,W', 1)],
  ])('is kept with a note where ID3v2 says so, %s', async (name, head) => {
    const made = await makeTagged(`id3 ${name}`, head)
    expect(made).toMatchObject({
      how: 'copied',
      notes: [{ code: 'media.gain-changed' }],
      tags: { title: 'Own title' },
    })
    // How to undo it stays.
    expect(await hasChangedGain(made.path)).toBe(true)
  })

  test.each([
    ['that nothing was changed', inId3('MP3GAIN_UNDO', '+000,+000,N')],
    ['how loud it was', inId3('MP3GAIN_MINMAX', '089,187')],
    ['something else', inId3('MP3GAIN_UNDONE', '+003,+003,N')],
  ])('is damaged where ID3v2 says %s', async (name, head) => {
    const made = makeTagged(`id3 ${name}`, head)
    await expect(made).rejects.toMatchObject({
      fault: 'damaged',
      reason: { code: 'media.checksum-differs' },
    })
  })

  test.each([
    ['says nothing', []],
    ['says that nothing was changed', [makeApe({ ...minmax, MP3GAIN_UNDO: '+000,+000,N' })]],
    ['was only measured', [makeApe(minmax)]],
  ])('is damaged where it %s', async (name, tail) => {
    await expect(make(name, ...tail)).rejects.toMatchObject({
      fault: 'damaged',
      reason: { code: 'media.checksum-differs' },
    })
  })

  test.each([
    ['items without end', (ape: Buffer) => ape.fill(0xff, 32, 36)],
    [
      'a size larger than the file',
      (ape: Buffer) => ape.fill(0x7f, ape.length - 20, ape.length - 16),
    ],
    ['a size of nothing', (ape: Buffer) => ape.fill(0, ape.length - 20, ape.length - 16)],
    ['nothing but its end', (ape: Buffer) => ape.subarray(-32)],
  ])('is looked for without believing a tag with %s', async (name, harm) => {
    const path = studio.path(name)
    await writeFile(path, harm(makeApe({ A: '', MP3GAIN_UNDO: '+003,+003,N' })))
    expect(await hasChangedGain(path)).toBe(false)
  })
})
