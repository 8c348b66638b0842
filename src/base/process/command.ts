import { spawn, spawnSync } from 'node:child_process'
import { bareEnvironment, sessionEnvironment } from './environment.ts'
import { Excerpt } from './excerpt.ts'
import { killTree, limitOf } from './kill-tree.ts'

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
    const { code, killedBy } = await new Promise<{ code: number | null; killedBy: string | null }>(
      (resolve, reject) => {
        child.once('error', reject)
        child.once('close', (code, killedBy) => resolve({ code, killedBy }))
      },
    )
    limit?.throwIfAborted()
    return {
      code,
      killedBy: killedBy || undefined,
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
 * The same for a worker that has nothing else to do meanwhile: no event is heard until the program has ended, and
 * thousands of lines cost a fraction of what they do as events. It belongs to this process's own group and dies
 * with it (see `serveParent`). What it prints on standard output is not kept, and of standard error no line that
 * `skip` takes; that sees them all. Throws when the program cannot be started.
 */
export function runCommandHere(
  command: string,
  args: readonly string[],
  skip: (line: string) => boolean,
): HeardCommand {
  const { error, status, signal, stderr } = spawnSync(command, args, {
    env: bareEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: MAX_OUTPUT_BYTES,
    windowsHide: true,
  })
  const endless = error !== undefined && 'code' in error && error.code === 'ENOBUFS'
  if (error && !endless) throw error
  const said = new Excerpt(undefined, skip)
  const step = 64 * 1024
  for (let at = 0; at < stderr.length; at += step) said.write(stderr.subarray(at, at + step))
  said.end()
  return { code: status, killedBy: signal || undefined, endless, stderr: said.text }
}
