import { expect } from 'vitest'
import { runCommand } from '../../../src/base/process/command.ts'
import { decode } from '../../../src/media/decode/decode.ts'
import { probeFile } from '../../../src/tags/read/probe-file.ts'
import { never, type Studio } from '../studio.ts'

const native = await runCommand('ffmpeg', ['-version']).catch(() => undefined)
if (!native) console.warn('SKIPPED, no ffmpeg on PATH: loudness beside FFmpeg’s own measurement')

export const hasEbur128 = native !== undefined

export async function analyse({ ffmpeg, path }: Studio, input: string) {
  const { audio } = await probeFile(input)
  return await decode(ffmpeg, { input, audio, scratch: path('scratch') }, never)
}

/** What we measure is within 0.1 of what FFmpeg's own ebur128 says: loudness, range and peak. */
export async function expectAsEbur128(studio: Studio, path: string): Promise<void> {
  const args = ['-nostdin', '-i', path, '-af', 'ebur128=peak=sample', '-f', 'null', '-']
  const { stderr } = await runCommand('ffmpeg', args)
  const summary = stderr.slice(stderr.lastIndexOf('Summary:'))
  const number = (key: string) => Number(new RegExp(`${key}: +(\\S+)`).exec(summary)?.[1])
  const { loudness } = await analyse(studio, path)
  const apart = {
    loudness: Math.abs((loudness?.integratedLufs ?? 0) - number('I')),
    range: Math.abs((loudness?.rangeLu ?? 0) - number('LRA')),
    peak: Math.abs(20 * Math.log10(loudness?.peak ?? 0) - number('Peak')),
  }
  // What is told has one decimal, and no binary fraction is a tenth.
  for (const [name, by] of Object.entries(apart))
    expect(by, `${name} of ${path}`).toBeLessThan(0.101)
}
