import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runCommand } from '../../src/base/process/command.ts'
import { AudioError, type AudioFault } from '../../src/media/audio-error.ts'
import { findEncoder } from '../../src/media/ffmpeg/find-encoder.ts'
import { openMedia } from '../../src/media/media.ts'
import type { AudioFormat, Fingerprint } from '../../src/model/media.ts'
import { describeShared, shared } from '../support/shared.ts'
import { sizeOf } from '../support/size.ts'
import { never, openStudio, requestFor } from './studio.ts'

const native = await findEncoder({ ffmpeg: 'ffmpeg' }).catch(() => undefined)
if (!native) console.warn('SKIPPED, no ffmpeg on PATH that makes the damaged files')

const lengthMs = 75_000

interface Variant {
  readonly file: string
  /** FFmpeg's arguments; `RATE` is the source's sample rate. */
  readonly args: string
  /** What is done to the file's bytes afterwards. */
  readonly damage?: (bytes: Buffer) => Buffer
  /** Made of the next track. */
  readonly other?: true
  /** None: it has to be kept. */
  readonly refused?: readonly AudioFault[]
}

const cut = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length * 0.6))
const flip = (bytes: Buffer) => {
  const copy = Buffer.from(bytes)
  for (let i = 1; i <= 8; i++) {
    const at = Math.floor(copy.length * (0.2 + i * 0.08))
    copy[at] = (copy[at] ?? 0) ^ 0xff
  }
  return copy
}

const variants: Readonly<Record<string, Variant>> = {
  'an MP3 cut': {
    file: 'a.mp3',
    args: '-c:a libmp3lame -b:a 128k',
    damage: cut,
    refused: ['truncated'],
  },
  'a FLAC cut': { file: 'b.flac', args: '', damage: cut, refused: ['truncated', 'damaged'] },
  'an MP3 with flipped bytes': {
    file: 'c.mp3',
    args: '-c:a libmp3lame -b:a 128k',
    damage: flip,
    refused: ['damaged'],
  },
  'a Vorbis with flipped bytes': {
    file: 'd.ogg',
    args: '-c:a libvorbis -b:a 128k',
    damage: flip,
    refused: ['damaged'],
  },
  silence: { file: 'e.flac', args: '-af volume=0', refused: ['silent'] },
  'wrong length': { file: 'f.mp3', args: '-t 45 -b:a 128k', refused: ['wrong-length'] },
  'another track': { file: 'g.mp3', args: '-b:a 128k', other: true, refused: ['wrong-recording'] },
  'pitched by 3 %': {
    file: 'h.flac',
    args: '-af asetrate=RATE*1.03,aresample=RATE',
    refused: ['wrong-recording'],
  },
  'mono at 64 kbit/s': { file: 'i.mp3', args: '-ac 1 -b:a 64k' },
  'AAC at 64 kbit/s': { file: 'j.m4a', args: '-c:a aac -b:a 64k' },
}

describeShared('of variants of real tracks', 'data/music', () => {
  describe.skipIf(!native)('made by FFmpeg', () => {
    const studio = openStudio('ffmpeg')

    test('the bad ones are refused with the right reason, the good ones kept', async () => {
      const tracks = await listTracks()
      const formats: readonly AudioFormat[] = ['keep', 'mp3', 'flac']
      await using media = await openMedia({ width: 2, workDir: studio.path('work') })
      const rows = await Promise.all(
        [0, 1].map(async (half) => {
          const said: string[] = []
          for (const [at, track] of tracks.entries()) {
            if (at % 2 !== half) continue
            const whole = await makeFile(track, studio.path(`${at}.flac`), '')
            const known = await media.make(requestFor(whole), never)
            for (const [name, variant] of Object.entries(variants)) {
              const path = studio.path(`${at}-${variant.file}`)
              const from = variant.other ? tracks[(at + 1) % tracks.length] : track
              await makeFile(from ?? track, path, variant.args)
              if (variant.damage) await writeFile(path, variant.damage(await readFile(path)))
              const format = formats[at % 3] ?? 'keep'
              const fault = await judge(media, path, format, known.fingerprint)
              const wanted = variant.refused ?? ['kept']
              said.push(
                `${(wanted as readonly string[]).includes(fault) ? 'right' : 'WRONG'} ${name} (${at}, ${format}): ${fault}`,
              )
            }
          }
          return said
        }),
      )
      const table = rows.flat().sort()
      console.log(table.join('\n'))
      expect(table).toHaveLength(tracks.length * Object.keys(variants).length)
      expect(table.filter((row) => !row.startsWith('right'))).toEqual([])
    })
  })
})

type Maker = Awaited<ReturnType<typeof openMedia>>

async function judge(
  media: Maker,
  path: string,
  format: AudioFormat,
  reference: Fingerprint | undefined,
): Promise<string> {
  const remote = { url: 'https://good.example/', format: 'mp3', original: true } as const
  const recording = {
    id: path,
    source: 'good.example',
    title: 'As found',
    artists: ['Found'],
    durationMs: lengthMs,
    media: { kind: 'remote', files: [remote] } as const,
  }
  const options = { format, quality: 'V2' } as const
  const request = requestFor(path, { recording, options, reference })
  return await media.make(request, never).then(
    () => 'kept',
    (error: unknown) => (error instanceof AudioError ? error.fault : String(error)),
  )
}

/** The first 75 seconds of a track, by FFmpeg's arguments. */
async function makeFile(track: string, path: string, args: string): Promise<string> {
  const rate = track.includes('muldjord') ? '44100' : '48000'
  const own = args.replaceAll('RATE', rate).split(' ').filter(Boolean)
  const before = ['-nostdin', '-v', 'error', '-y', '-t', String(lengthMs / 1000), '-i', track]
  const { code, stderr } = await runCommand('ffmpeg', [...before, '-map', '0:a', ...own, path])
  if (code !== 0) throw new Error(stderr)
  return path
}

/** Some of them, longer than what is taken of each. */
async function listTracks(): Promise<string[]> {
  const named = async (folder: string) =>
    (await readdir(shared('data/music', folder)))
      .sort()
      .map((name) => join(shared('data/music', folder), name))
  const [own, others] = await Promise.all(['maxstack', 'muldjord'].map(named))
  const long = (own ?? []).filter((path) => !/March Thee|Chimes/.test(path))
  return [...long.slice(0, sizeOf(2, 7)), ...(others ?? []).slice(0, sizeOf(2, 3))]
}
