import { runCommand } from '../base/process/command.ts'
import { serveParent } from '../base/process/serve-parent.ts'
import { UserError } from '../model/errors.ts'
import { runWasm } from './ffmpeg-wasm.ts'

export interface FfmpegRequest {
  readonly input: string
  readonly output: string
  readonly args: readonly string[]
  /** Sound where nothing is said. */
  readonly reads?: 'picture'
  /** The program to run; without it the WebAssembly build does the work. */
  readonly native?: string
}

export interface FfmpegReply {
  readonly code: number
  readonly log: string
}

/**
 * What may be opened: sound files, nothing else. Playlists and other formats that name further files
 * (HLS, DASH, concat, IMF) and everything that asks the network are not on these lists.
 */
const formats =
  'aac,ac3,aiff,amr,ape,asf,au,caf,dsf,dts,eac3,flac,iff,matroska,webm,mov,mp3,mpc,mpc8,ogg,oma,tak,tta,w64,wav,wv'

/** JPEG and PNG by their content, for covers. */
const pictureFormats = 'jpeg_pipe,png_pipe'

const before = [
  ['-hide_banner', '-nostdin', '-nostats', '-y'],
  ['-loglevel', 'level+verbose'],
  // Bytes that one allocation may have: a header may claim anything.
  ['-max_alloc', String(128 * 1024 * 1024)],
  ['-protocol_whitelist', 'file,pipe'],
  // Checksums that the format has (FLAC, WavPack, …) are compared: a wrong one is an error in the log.
  ['-err_detect', 'crccheck'],
].flat()

serveParent(async ({ input, output, args, reads, native }: FfmpegRequest): Promise<FfmpegReply> => {
  const command = (from: string, to: string) => [
    ...before,
    ...['-format_whitelist', reads === 'picture' ? pictureFormats : formats],
    '-i',
    `file:${from}`,
    ...args,
    `file:${to}`,
  ]
  if (native === undefined) return await runWasm(command, input, output)
  const { code, killedBy, stderr } = await runCommand(native, command(input, output), {
    sharesGroup: true,
  })
  if (killedBy) throw new UserError(`FFmpeg crashed over this file (${killedBy})`)
  return { code: code ?? 1, log: stderr }
})
