import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { runCommand } from '../../base/process/command.ts'
import { WorkerDiedError, WorkerProcess } from '../../base/process/worker.ts'
import { StorageError, UserError } from '../../words/user-error.ts'
import { AudioError } from '../sound-error.ts'
import type { FfmpegJob, FfmpegResult } from './ffmpeg-job.ts'
import type { FfmpegReply, FfmpegRequest } from './ffmpeg-worker.ts'

/** Which FFmpeg does the work: a program on this machine, or the WebAssembly build from npm. */
export interface Encoder {
  readonly kind: 'native' | 'wasm'
  readonly version: string
  /** Of a native one: as configured, or `ffmpeg` when it was found on PATH. */
  readonly path?: string
}

/** FFmpeg by its command line, always outside this process: it decodes what strangers made. */
export interface Ffmpeg extends AsyncDisposable {
  readonly encoder: Encoder
  /** Rejects on abort and after the time limit. A crash is a UserError: another input may do well. */
  run(job: FfmpegJob, signal: AbortSignal): Promise<FfmpegResult>
}

const WASM = 'wasm'

/**
 * The FFmpeg that is configured (a path, or `wasm` for the build from npm); without a wish the one on
 * PATH if it can write MP3, else the build from npm. Throws UserError when the one asked for is no use.
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
  const hint = 'Name a working ffmpeg, or leave it out: the build from npm is used then.'
  // One start tells both: the banner its version, the list what it can write.
  const { code, stdout, stderr } = await runCommand(path, ['-encoders'], {
    timeoutMs: 20_000,
  }).catch((error) => {
    throw new UserError(`${path} does not start: ${error.message}`, hint)
  })
  const version = /^ffmpeg version (\S+)/m.exec(stderr)?.[1]
  if (code !== 0 || !version) throw new UserError(`${path} is no FFmpeg`, hint)
  if (!/ libmp3lame /.test(stdout))
    throw new UserError(`${path} cannot write MP3 (libmp3lame)`, hint)
  return { kind: 'native', version, path }
}

/**
 * Workers, `width` at most, each started when first needed. A job lost by a crash is not tried again.
 */
export function openFfmpeg(encoder: Encoder, width: number): Ffmpeg {
  const idle: Worker[] = []
  const all = new Set<Worker>()
  const waiting: (() => void)[] = []
  let busy = 0

  async function withWorker<Result>(work: (worker: Worker) => Promise<Result>): Promise<Result> {
    if (busy >= width) await new Promise<void>((resolve) => waiting.push(resolve))
    else busy++
    const worker = idle.pop() ?? startWorker()
    all.add(worker)
    try {
      return await work(worker)
    } finally {
      if (worker.alive) idle.push(worker)
      else all.delete(worker)
      const next = waiting.shift()
      if (next) next()
      else busy--
    }
  }

  return {
    encoder,
    run: (job, signal) =>
      withWorker(async (worker) => {
        const { timeLimitMs, ...request } = job
        const native = encoder.path === undefined ? {} : { native: encoder.path }
        try {
          return await worker.call({ ...request, ...native }, signal, timeLimitMs)
        } catch (error) {
          if (error instanceof WorkerDiedError)
            throw new AudioError('damaged', `FFmpeg crashed over this file (${error.message})`)
          if (error instanceof Error && error.name === 'TimeoutError')
            throw new AudioError(
              'too-large',
              `FFmpeg did not finish within ${timeLimitMs / 60_000} minutes`,
            )
          // All that a worker blames on its file.
          if (error instanceof UserError && !(error instanceof StorageError))
            throw new AudioError('damaged', error.message)
          throw error
        }
      }),
    async [Symbol.asyncDispose]() {
      await Promise.all([...all].map((worker) => worker[Symbol.asyncDispose]()))
    },
  }
}

type Worker = WorkerProcess<FfmpegRequest, FfmpegReply>

function startWorker(): Worker {
  // Sources run unbuilt, the published package built: the worker has this file's own ending.
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  return new WorkerProcess(new URL(`./ffmpeg-worker.${ending}`, import.meta.url), 512)
}
