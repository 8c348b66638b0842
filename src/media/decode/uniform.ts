import { createReadStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import type { Ffmpeg } from '../ffmpeg/ffmpeg.ts'
import type { ByteRange, FfmpegResult } from '../ffmpeg/ffmpeg-job.ts'
import { countChannels, type DecodedFormat, usualLayout } from '../layout.ts'
import { askFfmpeg } from '../probe/ask-ffmpeg.ts'
import { explainFailure, findComplaint } from './decode-errors.ts'
import type { DecodeRequest } from './decode-job.ts'

type UniformRequest = DecodeRequest & { readonly output: string }

/**
 * Decodes a file whose format changes midway, or whose links FFmpeg does not follow, into samples of one format: the
 * highest rate and the most channels that it has. Returns the formats that became one, in order. Throws AudioError.
 */
export async function makeUniform(
  ffmpeg: Ffmpeg,
  request: UniformRequest,
  formats: readonly DecodedFormat[],
  signal: AbortSignal,
): Promise<readonly DecodedFormat[]> {
  if (!request.links) {
    const args = [
      '-map',
      '0:a:0',
      '-af',
      convertTo(commonOf(formats)),
      '-c:a',
      'pcm_f32be',
      '-f',
      'au',
    ]
    await run(ffmpeg, request, { range: request.range, output: request.output, args }, signal)
    return formats
  }
  const pieces: Piece[] = []
  for (const range of request.links) pieces.push(await askPiece(ffmpeg, request, range, signal))
  const common = commonOf(pieces.map(({ format }) => format))
  await using file = await open(request.output, 'w')
  await file.write(auHeader(common))
  const output = `${request.output}.part`
  try {
    for (const { range, head } of pieces) {
      const filter = [...(head ? [head] : []), convertTo(common)].join(',')
      const args = ['-map', '0:a:0', '-af', filter, '-c:a', 'pcm_f32be', '-f', 'f32be']
      await run(ffmpeg, request, { range, output, args }, signal)
      for await (const chunk of createReadStream(output, { signal })) await file.write(chunk)
    }
  } finally {
    await rm(output, { force: true })
  }
  return distinct(pieces.map(({ format }) => format))
}

async function askPiece(
  ffmpeg: Ffmpeg,
  { input }: DecodeRequest,
  range: ByteRange,
  signal: AbortSignal,
): Promise<Piece> {
  const { format, head, log, code } = await askFfmpeg(ffmpeg, { input, range }, signal)
  if (!format) throw explainFailure(log, code)
  return { range, format, head }
}

/** What the links become. */
interface Piece {
  readonly range: ByteRange
  readonly format: DecodedFormat
  readonly head?: string
}

interface Output {
  readonly range?: ByteRange
  readonly output?: string
  readonly args: readonly string[]
}

async function run(
  ffmpeg: Ffmpeg,
  { input, audio, allowed }: DecodeRequest,
  piece: Output,
  signal: AbortSignal,
): Promise<FfmpegResult> {
  const timeLimitMs = 10 * 60_000 + (audio.bytes / 1e6) * 3_000
  const result = await ffmpeg.run({ input, ...piece, timeLimitMs }, signal)
  const complaint = findComplaint(result.log)
  if (result.code !== 0 || (complaint !== undefined && !allowed?.test(complaint)))
    throw explainFailure(result.log, result.code)
  return result
}

const convertTo = ({ sampleRate, layout }: DecodedFormat) =>
  `aresample=${sampleRate},aformat=channel_layouts=${layout}`

function commonOf(formats: readonly DecodedFormat[]): DecodedFormat {
  const [widest] = formats.toSorted((a, b) => countChannels(b.layout) - countChannels(a.layout))
  return {
    sampleRate: Math.max(...formats.map(({ sampleRate }) => sampleRate)),
    layout: usualLayout(widest?.layout ?? 'stereo'),
  }
}

const distinct = (formats: readonly DecodedFormat[]) =>
  formats.filter(
    ({ sampleRate, layout }, i) =>
      sampleRate !== formats[i - 1]?.sampleRate || layout !== formats[i - 1]?.layout,
  )

/** Of a Sun AU file of 32-bit floats whose length is not known: https://pubs.opengroup.org/external/auformat.html */
function auHeader({ sampleRate, layout }: DecodedFormat): Buffer {
  const header = Buffer.alloc(24)
  header.write('.snd', 0, 'latin1')
  for (const [i, value] of [24, 0xffffffff, 6, sampleRate, countChannels(layout)].entries())
    header.writeUInt32BE(value, 4 + i * 4)
  return header
}
