import { rm } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { runCommand } from '../../../src/base/process/command.ts'
import { type MediaMaker, openMedia } from '../../../src/media/media.ts'
import { type AudioFormat, audioFormats } from '../../../src/model/media.ts'
import { reasonOf } from '../../../src/model/reason.ts'
import { english } from '../../../src/words/english.ts'
import { describeShared } from '../../support/shared.ts'
import { listTracks } from '../../support/tracks.ts'
import { hasNative, never, openStudio, requestFor } from '../studio.ts'

/** FFmpeg's arguments by the ending of the file. */
const encoders: readonly (readonly [ending: string, args: string])[] = [
  ['mp3', '-c:a libmp3lame -q:a 2'],
  ['mp3', '-c:a libmp3lame -b:a 128k -write_xing 0 -id3v2_version 3'],
  ['flac', '-c:a flac'],
  ['ogg', '-c:a libvorbis -q:a 5'],
  ['opus', '-c:a libopus -b:a 96k'],
  ['m4a', '-c:a aac -b:a 160k'],
  ['m4a', '-c:a alac'],
  ['wav', '-c:a pcm_s24le'],
  ['aiff', '-c:a pcm_s16be -write_id3v2 1'],
  ['wma', '-c:a wmav2 -b:a 128k'],
  ['wv', '-c:a wavpack'],
  ['mka', '-c:a libvorbis -q:a 5'],
  ['webm', '-c:a libopus -b:a 96k'],
  ['tta', '-c:a tta'],
  ['spx', '-c:a libspeex -ar 32000 -ac 1'],
]

const seconds = 5

describeShared('of whole files of real tracks', 'data/music', () => {
  describe.skipIf(!hasNative)('made by FFmpeg', () => {
    const studio = openStudio('ffmpeg')

    test('none is refused, and each is as long as what it was made of', async () => {
      await using maker = await openMedia({ ffmpeg: 'ffmpeg', width: 2, workDir: studio.path('w') })
      const tracks = await listTracks()
      const jobs = tracks.flatMap((track, row) =>
        encoders.map(([ending, args], column) => ({
          path: studio.path(`${row}-${column}.${ending}`),
          track,
          args,
          // Every encoder's files go to every format.
          format: audioFormats[(row + column) % audioFormats.length] ?? 'mp3',
        })),
      )
      const said: string[] = []
      const work = async (first: number) => {
        for (const [at, { path, track, args, format }] of jobs.entries()) {
          if (at % 2 !== first) continue
          await record(track, args, path)
          const wrong = await judge(maker, path, format)
          if (wrong) said.push(`${args} of ${track} to ${format}: ${wrong}`)
          await rm(path)
        }
      }
      await Promise.all([work(0), work(1)])
      expect(jobs.length).toBeGreaterThanOrEqual(75)
      expect(said.sort()).toEqual([])
    })
  })
})

async function judge(maker: MediaMaker, path: string, format: AudioFormat): Promise<string> {
  const request = requestFor(path, { options: { format, quality: 'V2' } })
  return await maker.make(request, never).then(
    async (made) => {
      await rm(made.path)
      const isLong = Math.abs(made.durationMs - seconds * 1000) <= MAX_APART_MS
      return isLong ? '' : `${made.durationMs} ms long`
    },
    (error: unknown) => english(reasonOf(error)),
  )
}

/** Formats without gapless lengths begin and end with a frame of silence: WMA's are the longest. */
const MAX_APART_MS = 150

/** From where the music is: some tracks begin quietly. */
async function record(track: string, args: string, path: string): Promise<void> {
  const { code, stderr } = await runCommand('ffmpeg', [
    ...['-nostdin', '-v', 'error', '-y', '-ss', '20', '-t', String(seconds), '-i', track],
    ...['-map', '0:a', ...args.split(' '), path],
  ])
  if (code !== 0) throw new Error(stderr)
}
