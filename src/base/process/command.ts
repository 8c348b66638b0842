import { type ChildProcess, spawn } from 'node:child_process'
import { bareEnvironment, sessionEnvironment } from './environment.ts'
import { Excerpt } from './excerpt.ts'
import { killTree, limitOf } from './kill-tree.ts'
import { UnnamedFile } from './unnamed-file.ts'

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
  /** It asks something of the user's session, and gets the variables by which that is reached. */
  readonly inSession?: boolean
}

/**
 * Runs a program to its end, with nothing on its standard input and no shell between.
 * An exit code is a result. Rejects when it cannot be started, on abort (with the signal's reason)
 * and after the time limit; it and all that it started are dead by then.
 */
export async function runCommand(
  command: string,
  args: readonly string[],
  { signal, timeoutMs, inSession }: CommandOptions = {},
): Promise<CommandResult> {
  const limit = limitOf(signal, timeoutMs)
  limit?.throwIfAborted()
  const ownGroup = process.platform !== 'win32'
  const child = spawn(command, args, {
    env: inSession ? sessionEnvironment() : bareEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: ownGroup,
    windowsHide: true,
  })
  const stop = () => killTree(child, ownGroup)
  limit?.addEventListener('abort', stop, { once: true })
  const stdout = new Excerpt(child.stdout)
  const stderr = new Excerpt(child.stderr)
  try {
    const { code, killedBy } = await ended(child)
    limit?.throwIfAborted()
    return {
      code,
      killedBy,
      stdout: stdout.text,
      stderr: stderr.text,
    }
  } finally {
    limit?.removeEventListener('abort', stop)
  }
}

/** In bytes: a program that says more is killed. Of a day of sound FFmpeg says 130 MB. */
const MAX_OUTPUT_BYTES = 160 * 1024 * 1024

export interface HeardCommand extends Omit<CommandResult, 'stdout'> {
  /** It did not stop talking, and was killed. */
  readonly endless: boolean
}

/**
 * The same for a worker that has nothing else to do meanwhile. The program talks into a file, which is read when it
 * has ended: to hear thousands of lines one by one costs many times as much. It belongs to this process's own group
 * and dies with it (see `serveParent`). What it prints on standard output is not kept, and of standard error no line
 * that `skip` takes; that sees them all. Rejects when the program cannot be started.
 */
export async function runCommandHere(
  command: string,
  args: readonly string[],
  skip: (line: string) => boolean,
): Promise<HeardCommand> {
  using log = new UnnamedFile()
  const child = spawn(command, args, {
    env: bareEnvironment(),
    stdio: ['ignore', 'ignore', log.fd],
    windowsHide: true,
  })
  let endless = false
  const watch = setInterval(() => {
    if (log.size <= MAX_OUTPUT_BYTES) return
    endless = true
    child.kill('SIGKILL')
  }, 1000)
  const { code, killedBy } = await ended(child).finally(() => clearInterval(watch))
  const said = new Excerpt(undefined, skip)
  for (const piece of log.read()) said.write(piece)
  said.end()
  return { code, killedBy, endless, stderr: said.text }
}

/** Rejects when it could not be started. */
const ended = (child: ChildProcess) =>
  new Promise<Pick<CommandResult, 'code' | 'killedBy'>>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code, killedBy: signal ?? undefined }))
  })
