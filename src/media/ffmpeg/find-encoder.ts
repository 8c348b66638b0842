import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { runCommand } from '../../base/process/command.ts'
import { reason, reasonOf } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'

/** Which FFmpeg does the work: a program on this machine, or the WebAssembly build from npm. */
export interface Encoder {
  readonly kind: 'native' | 'wasm'
  readonly version: string
  /** Of a native one: as configured, or `ffmpeg` when it was found on PATH. */
  readonly path?: string
}

const WASM = 'wasm'

/**
 * The FFmpeg that is configured (a path, or `wasm` for the build from npm); where none is, the one on
 * PATH if it can write MP3, else the build from npm. Throws UserError when the configured one is of no use.
 */
export async function findEncoder(config: { readonly ffmpeg?: string }): Promise<Encoder> {
  if (config.ffmpeg === WASM) return wasmEncoder()
  if (config.ffmpeg !== undefined) return await askNative(config.ffmpeg)
  return await askNative('ffmpeg').catch(wasmEncoder)
}

function wasmEncoder(): Encoder {
  const core = createRequire(import.meta.url).resolve('@ffmpeg/core')
  const { version } = JSON.parse(readFileSync(join(core, '../../../package.json'), 'utf8'))
  return { kind: 'wasm', version: `@ffmpeg/core ${version}` }
}

async function askNative(path: string): Promise<Encoder> {
  const advice = reason('media.name-working-ffmpeg')
  // One start tells both: the banner its version, the list what it can write.
  const { code, stdout, stderr } = await runCommand(path, ['-encoders'], {
    timeoutMs: 20_000,
  }).catch((error) => {
    const params = { path, why: reasonOf(error) }
    throw new UserError(reason('media.ffmpeg-not-started', params), advice)
  })
  const version = /^ffmpeg version (\S+)/m.exec(stderr)?.[1]
  if (code !== 0 || !version) throw new UserError(reason('media.not-ffmpeg', { path }), advice)
  if (!/ libmp3lame /.test(stdout))
    throw new UserError(reason('media.ffmpeg-without-mp3', { path }), advice)
  return { kind: 'native', version, path }
}
