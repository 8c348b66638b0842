import { type ChildProcess, fork } from 'node:child_process'
import { bareEnvironment } from './environment.ts'
import { Excerpt } from './excerpt.ts'
import { killTree, limitOf } from './kill-tree.ts'
import { isAnswerTo, revive, type WorkerCall, type WorkerReply } from './messages.ts'

/** The process died under the work that it had: a crash, or something killed it. */
export class WorkerDiedError extends Error {
  override readonly name = 'WorkerDied'
}

/**
 * A long-lived Node process that runs one module and answers calls, which that module takes with
 * `serveParent`. It dies with this process, however that ends, and does not keep it alive when idle.
 */
export class WorkerProcess<Request, Reply> implements AsyncDisposable {
  readonly #child: ChildProcess
  readonly #said: Excerpt
  readonly #ended: Promise<string>
  readonly #ownGroup = process.platform !== 'win32'
  #alive = true
  #isEnding = false
  #lastId = 0

  /** `memoryMb` bounds its JavaScript heap; what it allocates outside is its own care. */
  constructor(module: URL, memoryMb: number) {
    this.#child = fork(module, [], {
      env: bareEnvironment(),
      execArgv: [`--max-old-space-size=${memoryMb}`],
      serialization: 'advanced',
      detached: this.#ownGroup,
      // Standard input stays open and silent: when it closes, this process is gone (see serveParent).
      stdio: ['pipe', 'ignore', 'pipe', 'ipc'],
    })
    this.#said = new Excerpt(this.#child.stderr)
    this.#ended = new Promise((resolve) => {
      const end = (why: string) => {
        this.#alive = false
        resolve(why)
      }
      this.#child.once('error', (error) => end(error.message))
      this.#child.once('close', (code, signal) => end(signal ?? `exit code ${code}`))
    })
    this.#child.stdin?.on('error', () => {})
    this.#rest()
  }

  get alive(): boolean {
    return this.#alive
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  /**
   * One call at a time. On abort or after the time limit the process is killed and the call rejects
   * with that reason; rejects with `WorkerDied` when it ends by itself, else with what the module threw. What the
   * module tells of how far it is comes to `onProgress`.
   */
  async call(
    request: Request,
    signal?: AbortSignal,
    timeoutMs?: number,
    onProgress: (progress: number) => void = () => {},
  ): Promise<Reply> {
    const limit = limitOf(signal, timeoutMs)
    limit?.throwIfAborted()
    const id = ++this.#lastId
    const stop = () => this.#kill()
    limit?.addEventListener('abort', stop, { once: true })
    this.#hold()
    let hear: ((message: unknown) => void) | undefined
    try {
      const answered = new Promise<WorkerReply>((resolve, reject) => {
        hear = (message) => {
          if (!isAnswerTo(id, message)) return
          if ('progress' in message) onProgress(message.progress)
          else resolve(message)
        }
        this.#child.on('message', hear)
        if (!this.#alive) return
        const call: WorkerCall = { id, request }
        this.#child.send(call, (error) => error && reject(new WorkerDiedError(error.message)))
      })
      const died = this.#ended.then((why) => {
        throw new WorkerDiedError(`${why}: ${lastLine(this.#said.text)}`)
      })
      const answer = await Promise.race([answered, died])
      limit?.throwIfAborted()
      if ('error' in answer) throw revive(answer.error)
      return answer.reply as Reply
    } catch (error) {
      if (limit?.aborted) await this.#ended
      limit?.throwIfAborted()
      throw error
    } finally {
      limit?.removeEventListener('abort', stop)
      if (hear) this.#child.off('message', hear)
      this.#rest()
    }
  }

  /**
   * Whoever waits for this process keeps the program running; also for the end of its standard error, which
   * comes after its own.
   */
  #hold() {
    this.#child.ref()
    this.#child.channel?.ref()
    if (isHandle(this.#child.stderr)) this.#child.stderr.ref()
  }

  /** An idle worker does not keep the program running. */
  #rest() {
    if (this.#isEnding) return
    this.#child.unref()
    this.#child.channel?.unref()
    for (const stream of [this.#child.stdin, this.#child.stderr])
      if (isHandle(stream)) stream.unref()
  }

  #kill() {
    if (this.#alive) killTree(this.#child, this.#ownGroup)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isEnding = true
    this.#hold()
    this.#kill()
    await this.#ended
  }
}

/** The pipes of a child are sockets, which their type does not say. */
const isHandle = (stream: unknown): stream is { ref(): void; unref(): void } =>
  stream instanceof Object && 'unref' in stream

const lastLine = (text: string) => text.trimEnd().split('\n').at(-1)?.slice(0, 500) ?? ''
