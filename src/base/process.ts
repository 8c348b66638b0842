import { type ChildProcess, fork, spawn } from 'node:child_process'
import { StringDecoder } from 'node:string_decoder'
import { Worker as Thread } from 'node:worker_threads'
import { StorageError, UserError } from '../model/errors.ts'

/** What a program said and how it ended. */
export interface CommandResult {
  /** The exit code, or null when a signal ended it. */
  readonly code: number | null
  /** `SIGSEGV` and the like, where a signal ended it. */
  readonly killedBy?: string
  readonly stdout: string
  /** Of long output the beginning and the end are kept. */
  readonly stderr: string
}

export interface CommandOptions {
  readonly signal?: AbortSignal
  readonly timeoutMs?: number
  /** The command belongs to this process's own group and dies with it: see `serveParent`. */
  readonly sharesGroup?: boolean
}

/**
 * Runs a program to its end, with nothing on its standard input and no shell between.
 * An exit code is a result. Rejects when it cannot be started, on abort (with the signal's reason)
 * and after the time limit; it and all that it started are dead by then.
 */
export async function runCommand(
  command: string,
  args: readonly string[],
  { signal, timeoutMs, sharesGroup = false }: CommandOptions = {},
): Promise<CommandResult> {
  const limit = limitOf(signal, timeoutMs)
  limit?.throwIfAborted()
  const ownGroup = !sharesGroup && process.platform !== 'win32'
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: ownGroup,
    windowsHide: true,
  })
  const stop = () => killTree(child, ownGroup)
  limit?.addEventListener('abort', stop, { once: true })
  const stdout = new Excerpt(child.stdout)
  const stderr = new Excerpt(child.stderr)
  try {
    const { code, killedBy } = await new Promise<{ code: number | null; killedBy: string | null }>(
      (resolve, reject) => {
        child.once('error', reject)
        child.once('close', (code, killedBy) => resolve({ code, killedBy }))
      },
    )
    limit?.throwIfAborted()
    return {
      code,
      ...(killedBy && { killedBy }),
      stdout: stdout.text,
      stderr: stderr.text,
    }
  } finally {
    limit?.removeEventListener('abort', stop)
  }
}

/** The signal that comes first: the caller's, or a `TimeoutError` after the limit. */
function limitOf(signal?: AbortSignal, timeoutMs?: number): AbortSignal | undefined {
  if (timeoutMs === undefined) return signal
  const timeout = AbortSignal.timeout(Math.ceil(timeoutMs))
  return signal ? AbortSignal.any([signal, timeout]) : timeout
}

function killTree(child: ChildProcess, ownGroup: boolean) {
  if (child.pid === undefined) return
  try {
    if (ownGroup) process.kill(-child.pid, 'SIGKILL')
    else if (process.platform === 'win32')
      spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' })
    else child.kill('SIGKILL')
  } catch {
    // It ended by itself meanwhile.
  }
}

/** Keeps the beginning and the end of what is said: about a broken input that can be megabytes. */
export class Excerpt {
  static readonly #half = 64 * 1024
  #head = ''
  #tail = ''
  #cut = false

  constructor(stream?: NodeJS.ReadableStream | null) {
    const decoder = new StringDecoder('utf8')
    stream?.on('data', (chunk: Buffer) => this.add(decoder.write(chunk)))
  }

  add(text: string) {
    const room = Math.max(0, Excerpt.#half - this.#head.length)
    this.#head += text.slice(0, room)
    this.#tail += text.slice(room)
    if (this.#tail.length < Excerpt.#half * 2) return
    this.#tail = this.#tail.slice(-Excerpt.#half)
    this.#cut = true
  }

  get text() {
    return this.#cut ? `${this.#head}\n[…]\n${this.#tail}` : this.#head + this.#tail
  }
}

interface Call {
  readonly id: number
  readonly request: unknown
}

type Answer =
  | { readonly id: number; readonly reply: unknown }
  | { readonly id: number; readonly error: SentError }

interface SentError {
  readonly message: string
  readonly stack: string | undefined
  readonly kind: 'storage' | 'user' | 'other'
  readonly hint: string | undefined
}

/** The process died under the work that it had: a crash, or something killed it. */
export class WorkerDied extends Error {
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
  #lastId = 0

  /** `memoryMb` bounds its JavaScript heap; what it allocates outside is its own care. */
  constructor(module: URL, memoryMb: number) {
    this.#child = fork(module, [], {
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
   * with that reason; rejects with `WorkerDied` when it ends by itself, else with what the module threw.
   */
  async call(request: Request, signal?: AbortSignal, timeoutMs?: number): Promise<Reply> {
    const limit = limitOf(signal, timeoutMs)
    limit?.throwIfAborted()
    const id = ++this.#lastId
    const stop = () => this.#kill()
    limit?.addEventListener('abort', stop, { once: true })
    this.#child.ref()
    this.#child.channel?.ref()
    let hear: ((message: unknown) => void) | undefined
    try {
      const answered = new Promise<Answer>((resolve, reject) => {
        hear = (message) => isAnswerTo(id, message) && resolve(message)
        this.#child.on('message', hear)
        if (!this.#alive) return
        const call: Call = { id, request }
        this.#child.send(call, (error) => error && reject(new WorkerDied(error.message)))
      })
      const died = this.#ended.then((why) => {
        throw new WorkerDied(`${why}: ${lastLine(this.#said.text)}`)
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

  /** An idle worker does not keep the program running. */
  #rest() {
    this.#child.unref()
    this.#child.channel?.unref()
    for (const stream of [this.#child.stdin, this.#child.stderr])
      if (stream && 'unref' in stream && typeof stream.unref === 'function') stream.unref()
  }

  #kill() {
    if (this.#alive) killTree(this.#child, this.#ownGroup)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.ref()
    this.#kill()
    await this.#ended
  }
}

function isAnswerTo(id: number, message: unknown): message is Answer {
  return typeof message === 'object' && message !== null && 'id' in message && message.id === id
}

const lastLine = (text: string) => text.trimEnd().split('\n').at(-1)?.slice(0, 500) ?? ''

function revive({ message, stack, kind, hint }: SentError): Error {
  const error =
    kind === 'storage'
      ? new StorageError(message, hint)
      : kind === 'user'
        ? new UserError(message, hint)
        : new Error(message)
  if (stack !== undefined) error.stack = stack
  return error
}

/**
 * The worker's side: answers each call with what `handle` returns or throws, and dies with its parent.
 * While `handle` computes, no event is heard; so a thread waits for the end of standard input, which
 * comes when the parent is gone, and kills this process with all that it started.
 */
export function serveParent<Request, Reply>(handle: (request: Request) => Promise<Reply>): void {
  new Thread(watch, { eval: true })
  process.on('uncaughtException', (error) => {
    process.stderr.write(`${error.stack ?? error.message}\n`, () =>
      process.kill(process.pid, 'SIGKILL'),
    )
  })
  process.on('message', async ({ id, request }: Call) => {
    process.send?.(await answer(id, () => handle(request as Request)))
  })
}

const watch = `
const { readSync } = require('node:fs')
try { while (readSync(0, Buffer.alloc(1)) > 0); } catch {}
// Without process groups, as on Windows, what this process started is killed one by one.
if (process.platform === 'win32')
  require('node:child_process').spawnSync('taskkill', ['/pid', String(process.pid), '/T', '/F'])
else process.kill(-process.pid, 'SIGKILL')
`

async function answer(id: number, work: () => Promise<unknown>): Promise<Answer> {
  try {
    return { id, reply: await work() }
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown))
    const { message, stack } = error
    const hint = error instanceof UserError ? error.hint : undefined
    const kind =
      error instanceof StorageError ? 'storage' : error instanceof UserError ? 'user' : 'other'
    return { id, error: { message, stack, kind, hint } }
  }
}
