import { availableParallelism } from 'node:os'
import { Worker as Thread } from 'node:worker_threads'
import type { FileSum } from '../hash.ts'
import type { DigestReply, DigestRequest } from './digest-thread.ts'

/**
 * Reads files and computes their digests in threads of its own, one file each: as many at once as there are processors,
 * with no more memory than a piece of a file each. Threads that have nothing to do do not keep the program running.
 */
export class DigestPool implements AsyncDisposable {
  /** How many files are read at once; more requests wait for their turn. */
  readonly width: number
  readonly #idle: DigestThread[] = []
  readonly #all = new Set<DigestThread>()
  readonly #waiting: ((thread: DigestThread) => void)[] = []
  #isClosed = false

  constructor(width = availableParallelism()) {
    this.width = width
  }

  /**
   * Throws where the path is no regular file, or cannot be read; a link is refused. On abort it throws the signal's
   * reason, and the thread reads no further.
   */
  async digest(path: string, signal?: AbortSignal): Promise<FileSum> {
    signal?.throwIfAborted()
    const thread = await this.#take()
    try {
      signal?.throwIfAborted()
      return await thread.digest(path, signal)
    } finally {
      this.#giveBack(thread)
    }
  }

  async #take(): Promise<DigestThread> {
    if (this.#isClosed) throw new Error('The pool of threads is closed')
    const idle = this.#idle.pop()
    if (idle) return idle
    if (this.#all.size >= this.width) return new Promise((resolve) => this.#waiting.push(resolve))
    return this.#start()
  }

  #start(): DigestThread {
    const thread = new DigestThread()
    this.#all.add(thread)
    return thread
  }

  #giveBack(thread: DigestThread) {
    if (!thread.isAlive) this.#all.delete(thread)
    const next = this.#waiting.shift()
    if (next) next(thread.isAlive ? thread : this.#start())
    else if (thread.isAlive) this.#idle.push(thread)
  }

  async [Symbol.asyncDispose]() {
    this.#isClosed = true
    await Promise.all([...this.#all].map((thread) => thread.end()))
  }
}

class DigestThread {
  readonly #stop = new Int32Array(new SharedArrayBuffer(4))
  readonly #thread: Thread
  isAlive = true

  constructor() {
    // Sources run unbuilt, the published package built: the thread has this file's own extension.
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
    this.#thread = new Thread(new URL(`./digest-thread.${extension}`, import.meta.url), {
      workerData: this.#stop.buffer,
      env: {},
    })
    this.#thread.unref()
  }

  async digest(path: string, signal?: AbortSignal): Promise<FileSum> {
    const stop = () => void Atomics.store(this.#stop, 0, 1)
    Atomics.store(this.#stop, 0, 0)
    signal?.addEventListener('abort', stop, { once: true })
    this.#thread.ref()
    try {
      const reply = await this.#ask({ path })
      signal?.throwIfAborted()
      if (reply.kind === 'error') throw Object.assign(new Error(reply.message), reply.fields)
      if (reply.kind === 'stopped') throw new Error('The reading was stopped')
      return { sha256: reply.sha256, bytes: reply.bytes }
    } finally {
      signal?.removeEventListener('abort', stop)
      this.#thread.unref()
    }
  }

  /** Rejects when the thread ends. */
  #ask(request: DigestRequest): Promise<DigestReply> {
    return new Promise((resolve, reject) => {
      const settle = (act: () => void) => {
        this.#thread.off('message', hear).off('error', fail).off('exit', leave)
        act()
      }
      const hear = (reply: DigestReply) => settle(() => resolve(reply))
      const fail = (error: unknown) => {
        this.isAlive = false
        settle(() => reject(error))
      }
      const leave = () => fail(new Error('The thread that reads files has ended'))
      this.#thread.on('message', hear).on('error', fail).on('exit', leave)
      this.#thread.postMessage(request)
    })
  }

  /** A reading that goes on ends with its piece. */
  async end(): Promise<void> {
    this.isAlive = false
    await this.#thread.terminate()
  }
}
