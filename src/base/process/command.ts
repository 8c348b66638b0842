import { spawn } from 'node:child_process'
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
  /** The command belongs to this process's own group and dies with it: see `serveParent`. */
  readonly sharesGroup?: boolean
  /** Lines of standard error that are not to be kept; it sees them all. */
  readonly skip?: (line: string) => boolean
}

/**
 * Runs a program to its end, with nothing on its standard input and no shell between.
 * An exit code is a result. Rejects when it cannot be started, on abort (with the signal's reason)
 * and after the time limit; it and all that it started are dead by then.
 */
export async function runCommand(
  command: string,
  args: readonly string[],
  { signal, timeoutMs, sharesGroup = false, skip }: CommandOptions = {},
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
  const stderr = new Excerpt(child.stderr, skip)
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
