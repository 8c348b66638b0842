import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { AudioError } from '../../../src/media/audio-error.ts'
import { openFfmpeg } from '../../../src/media/ffmpeg/ffmpeg.ts'
import { findEncoder } from '../../../src/media/ffmpeg/find-encoder.ts'
import { UserError } from '../../../src/words/user-error.ts'
import { describeEncoders, makeWav, never, openStudio } from '../studio.ts'

const mp3 = ['-c:a', 'libmp3lame', '-q:a', '5', '-f', 'mp3']
const timeLimitMs = 60_000

describe('finding an encoder', () => {
  test('the build from npm is always there', async () => {
    expect(await findEncoder({ ffmpeg: 'wasm' })).toMatchObject({
      kind: 'wasm',
      version: expect.stringMatching(/^@ffmpeg\/core \d+\.\d+\.\d+$/),
    })
  })

  test('one asked for that is not there, or is something else, is an error', async () => {
    const missing = findEncoder({ ffmpeg: '/nowhere/ffmpeg' })
    await expect(missing).rejects.toBeInstanceOf(UserError)
    await expect(missing).rejects.toMatchObject({
      reason: { code: 'media.ffmpeg-not-started', params: { path: '/nowhere/ffmpeg' } },
      advice: { code: 'media.name-working-ffmpeg' },
    })
    await expect(findEncoder({ ffmpeg: process.execPath })).rejects.toMatchObject({
      reason: { code: 'media.not-ffmpeg', params: { path: process.execPath } },
    })
  })

  test('without a wish there is one', async () => {
    expect((await findEncoder({})).version).not.toBe('')
  })
})

describeEncoders('FFmpeg', (kind) => {
  const studio = openStudio(kind)

  test('makes a file of a file and says how', async () => {
    const input = await studio.record('plain.wav', makeWav())
    const output = studio.path('plain.mp3')
    const { code, log } = await studio.ffmpeg.run({ input, output, args: mp3, timeLimitMs }, never)
    expect(code).toBe(0)
    expect(log).toContain('44100 samples')
    expect((await stat(output)).size).toBeGreaterThan(5_000)
  })

  test('takes a path for what it is, whatever it looks like', async () => {
    const input = await studio.record('http:-i %d "é" 日本.wav', makeWav())
    const output = studio.path('-y é %03d.mp3')
    const { code } = await studio.ffmpeg.run({ input, output, args: mp3, timeLimitMs }, never)
    expect(code).toBe(0)
    expect((await stat(output)).size).toBeGreaterThan(5_000)
  })

  test('opens no other file, whatever the input names', async () => {
    const other = await studio.record('other.wav', makeWav())
    const url = pathToFileURL(other).href
    const lists = {
      'hls.flac': `#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nother.wav\n#EXT-X-ENDLIST\n`,
      'concat.wav': `ffconcat version 1.0\nfile other.wav\n`,
      'sdp.ogg': 'v=0\no=- 0 0 IN IP4 127.0.0.1\nc=IN IP4 127.0.0.1\nm=audio 5004 RTP/AVP 0\n',
      'dash.mp3': `<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011"><BaseURL>${url}</BaseURL></MPD>`,
    }
    for (const [name, text] of Object.entries(lists)) {
      const input = studio.path(name)
      const output = studio.path(`${name}.out`)
      await writeFile(input, text)
      const { code } = await studio.ffmpeg.run({ input, output, args: mp3, timeLimitMs }, never)
      expect([name, code]).not.toEqual([name, 0])
      expect(await readFile(output).catch(() => Buffer.of())).toHaveLength(0)
    }
  })

  test('is stopped by an abort and by its time limit, and serves on', async () => {
    const input = await studio.record('long.wav', makeWav({ seconds: 40 }))
    const job = (name: string) => ({ input, output: studio.path(name), args: mp3, timeLimitMs })
    const abort = new AbortController()
    const running = studio.ffmpeg.run(job('aborted.mp3'), abort.signal)
    setTimeout(() => abort.abort(new Error('enough')), 200)
    await expect(running).rejects.toThrow('enough')
    const slow = studio.ffmpeg.run({ ...job('late.mp3'), timeLimitMs: 200 }, never)
    await expect(slow).rejects.toMatchObject({
      fault: 'too-large',
      reason: { code: 'media.ffmpeg-timeout', params: { timeLimitMs: 200 } },
    })
    const short = await studio.record('short.wav', makeWav())
    const { code } = await studio.ffmpeg.run({ ...job('short.mp3'), input: short }, never)
    expect(code).toBe(0)
  })

  test('works on as many files at once as there are, with two workers', async () => {
    const input = await studio.record('many.wav', makeWav())
    const outputs = Array.from({ length: 7 }, (_, i) => studio.path(`many-${i}.mp3`))
    const results = await Promise.all(
      outputs.map((output) => studio.ffmpeg.run({ input, output, args: mp3, timeLimitMs }, never)),
    )
    expect(results.map(({ code }) => code)).toEqual(outputs.map(() => 0))
    const [first, ...others] = await Promise.all(outputs.map((output) => readFile(output)))
    for (const other of others) expect(other).toEqual(first)
  })

  test('fails where the output cannot be written', async () => {
    const input = await studio.record('unwritten.wav', makeWav())
    const job = { input, output: studio.path('no/such/folder.mp3'), args: mp3, timeLimitMs }
    const result = await studio.ffmpeg.run(job, never).catch(() => ({ code: 1 }))
    expect(result.code).not.toBe(0)
  })
})

describe.skipIf(process.platform === 'win32')('a crash', () => {
  const studio = openStudio()

  test.each([
    ['of FFmpeg', 'kill -SEGV $$', 'SIGSEGV'],
    ['of its worker', 'kill -KILL $PPID', 'SIGKILL'],
  ])('%s fails that file alone', async (_, death, says) => {
    const path = studio.path(`crash-${says}`)
    await writeFile(path, `#!/bin/sh\ncase "$*" in *crash.wav*) ${death};; esac\n`)
    await chmod(path, 0o755)
    await using ffmpeg = openFfmpeg({ kind: 'native', version: '0', path }, 1)
    const job = (name: string) => ({ input: name, output: 'out', args: [], timeLimitMs })
    const crash = ffmpeg.run(job('crash.wav'), never)
    await expect(crash).rejects.toBeInstanceOf(AudioError)
    await expect(crash).rejects.toMatchObject({
      fault: 'damaged',
      reason: {
        code: 'media.ffmpeg-crashed',
        params: { detail: expect.stringMatching(new RegExp(`^${says}`)) },
      },
    })
    expect(await ffmpeg.run(job('good.wav'), never)).toMatchObject({ code: 0 })
  })
})

test.skipIf(process.platform === 'win32')(
  'a program of the user’s has bounded memory',
  async () => {
    const dir = await mkdtemp(join(tmpdir(), 'songkeep-limit-'))
    const path = join(dir, 'limited')
    await writeFile(path, '#!/bin/sh\nulimit -v >&2\n')
    await chmod(path, 0o755)
    await using ffmpeg = openFfmpeg({ kind: 'native', version: '0', path }, 1)
    const { log } = await ffmpeg.run({ input: 'in', output: 'out', args: [], timeLimitMs }, never)
    expect(Number(log)).toBeLessThanOrEqual(4 * 1024 * 1024)
    await rm(dir, { recursive: true })
  },
)
