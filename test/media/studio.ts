import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe } from 'vitest'
import { type Ffmpeg, openFfmpeg } from '../../src/media/ffmpeg/ffmpeg.ts'
import { type Encoder, findEncoder } from '../../src/media/ffmpeg/find-encoder.ts'
import type { MediaRequest } from '../../src/media/media.ts'
import { TRIES_ALL } from '../support/runs.ts'

/** A WAV file of a tone with some noise, so that no codec packs it to nothing. */
export function makeWav({
  seconds = 1,
  rate = 44_100,
  channels = 2,
  bits = 16,
}: {
  readonly seconds?: number
  readonly rate?: number
  readonly channels?: number
  readonly bits?: 16 | 24
} = {}): Buffer {
  const width = bits / 8
  const samples = Math.round(seconds * rate)
  const data = Buffer.alloc(samples * channels * width)
  let random = 1
  for (let i = 0; i < samples * channels; i++) {
    random = (random * 48_271) % 0x7fffffff
    const tone = Math.sin((2 * Math.PI * 440 * Math.floor(i / channels)) / rate)
    const value = 0.4 * tone + 0.2 * (random / 0x7fffffff - 0.5)
    data.writeIntLE(Math.round(value * (2 ** (bits - 1) - 1)), i * width, width)
  }
  const header = Buffer.alloc(44)
  header.write('RIFF', 0)
  header.writeUInt32LE(36 + data.length, 4)
  header.write('WAVEfmt ', 8)
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(channels, 22)
  header.writeUInt32LE(rate, 24)
  header.writeUInt32LE(rate * channels * width, 28)
  header.writeUInt16LE(channels * width, 32)
  header.writeUInt16LE(bits, 34)
  header.write('data', 36)
  header.writeUInt32LE(data.length, 40)
  return Buffer.concat([header, data])
}

export const never = new AbortController().signal

export interface Studio {
  readonly dir: string
  readonly ffmpeg: Ffmpeg
  path(name: string): string
  /** Writes a WAV file, or by FFmpeg whatever the arguments ask for, and returns its path. */
  record(name: string, wav: Buffer, ...args: string[]): Promise<string>
}

/** A folder of its own with an FFmpeg, for all tests of a file. */
export function openStudio(ffmpegPath = 'wasm'): Studio {
  const studio = {} as { dir: string; ffmpeg: Ffmpeg }
  beforeAll(async () => {
    studio.dir = await mkdtemp(join(tmpdir(), 'songkeep-media-'))
    studio.ffmpeg = openFfmpeg(await findEncoder({ ffmpeg: ffmpegPath }), 2)
  })
  afterAll(async () => {
    await studio.ffmpeg[Symbol.asyncDispose]()
    await rm(studio.dir, { recursive: true })
  })
  const path = (name: string) => join(studio.dir, name)
  return Object.assign(studio, {
    path,
    async record(name: string, wav: Buffer, ...args: string[]) {
      if (args.length === 0) {
        await writeFile(path(name), wav)
        return path(name)
      }
      const input = path(`${name}.wav`)
      await writeFile(input, wav)
      const job = { input, output: path(name), args, timeLimitMs: 60_000 }
      const { code, log } = await studio.ffmpeg.run(job, never)
      if (code !== 0) throw new Error(log)
      return path(name)
    },
  })
}

const native = await findEncoder({ ffmpeg: 'ffmpeg' }).catch(() => undefined)
if (TRIES_ALL && !native)
  console.warn('SKIPPED, no ffmpeg with libmp3lame on PATH: tests of the native encoder')

export const hasNative = native !== undefined

/**
 * The same tests for the build from npm and, where all is tried (`npm run test:long`), for the program on this machine
 * if there is one.
 */
export function describeEncoders(name: string, tests: (ffmpeg: string) => void) {
  const encoders: [Encoder['kind'], string][] = [['wasm', 'wasm']]
  if (TRIES_ALL) encoders.push(['native', 'ffmpeg'])
  for (const [kind, ffmpeg] of encoders)
    describe.skipIf(kind === 'native' && !native)(`${name} (${kind})`, () => tests(ffmpeg))
}

export const requestFor = (path: string, changes: Partial<MediaRequest> = {}): MediaRequest => ({
  path,
  track: { title: 'As listed', artists: ['Listed'] },
  recording: { id: path, source: 'library', title: 'As found', artists: ['Found'] },
  licence: { id: 'own-copy', name: 'your own copy' },
  options: { format: 'mp3', quality: 'V2' },
  ...changes,
})
