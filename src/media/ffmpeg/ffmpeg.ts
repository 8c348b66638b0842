import { WorkerDiedError, WorkerProcess } from '../../base/process/worker.ts'
import { reason } from '../../model/reason.ts'
import { StorageError, UserError } from '../../words/user-error.ts'
import { AudioError } from '../audio-error.ts'
import type { FfmpegJob, FfmpegResult } from './ffmpeg-job.ts'
import type { FfmpegReply, FfmpegRequest } from './ffmpeg-worker.ts'
import type { Encoder } from './find-encoder.ts'

/** FFmpeg by its command line, always outside this process, since it decodes files of strangers. */
export interface Ffmpeg extends AsyncDisposable {
  readonly encoder: Encoder
  /** Rejects on abort. A crash and the end of its time are an AudioError: another input may do well. */
  run(job: FfmpegJob, signal: AbortSignal): Promise<FfmpegResult>
}

/**
 * Workers, `width` at most, each started when first needed. A job lost by a crash is not tried again.
 */
export function openFfmpeg(encoder: Encoder, width: number): Ffmpeg {
  const pool = new WorkerPool(width)
  return {
    encoder,
    run: (job, signal) =>
      pool.with(async (worker) => {
        const { timeLimitMs, onProgress, ...request } = job
        onProgress?.(0)
        const sent = { ...request, native: encoder.path }
        const call = worker.call(sent, signal, timeLimitMs, onProgress)
        return await call.catch((error: unknown) => {
          throw explainEnd(error, timeLimitMs)
        })
      }),
    [Symbol.asyncDispose]: () => pool[Symbol.asyncDispose](),
  }
}

/** All that a worker blames on its file is an AudioError. */
function explainEnd(error: unknown, timeLimitMs: number): unknown {
  if (error instanceof WorkerDiedError)
    return new AudioError('damaged', reason('media.ffmpeg-crashed', { detail: error.message }))
  if (error instanceof Error && error.name === 'TimeoutError')
    return new AudioError('too-large', reason('media.ffmpeg-timeout', { timeLimitMs }))
  if (error instanceof UserError && !(error instanceof StorageError))
    return new AudioError('damaged', error.reason)
  return error
}

type Worker = WorkerProcess<FfmpegRequest, FfmpegReply>

class WorkerPool implements AsyncDisposable {
  readonly #width: number
  readonly #all = new Set<Worker>()
  readonly #idle: Worker[] = []
  readonly #waiting: (() => void)[] = []
  #busy = 0

  constructor(width: number) {
    this.#width = width
  }

  /** Waits for a free place, and lends a worker for as long as `work` takes. One that died is not used again. */
  async with<Result>(work: (worker: Worker) => Promise<Result>): Promise<Result> {
    if (this.#busy >= this.#width) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    else this.#busy++
    const worker = this.#idle.pop() ?? startWorker()
    this.#all.add(worker)
    try {
      return await work(worker)
    } finally {
      if (worker.alive) this.#idle.push(worker)
      else this.#all.delete(worker)
      const next = this.#waiting.shift()
      if (next) next()
      else this.#busy--
    }
  }

  async [Symbol.asyncDispose]() {
    await Promise.all([...this.#all].map((worker) => worker[Symbol.asyncDispose]()))
  }
}

function startWorker(): Worker {
  // Sources run unbuilt, the published package built: the worker has this file's own extension.
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  return new WorkerProcess(new URL(`./ffmpeg-worker.${extension}`, import.meta.url), 512)
}
