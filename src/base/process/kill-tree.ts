import { type ChildProcess, spawn } from 'node:child_process'
import { bareEnvironment } from './environment.ts'

/** The signal that comes first: the caller's, or a `TimeoutError` after the limit. */
export function limitOf(signal?: AbortSignal, timeoutMs?: number): AbortSignal | undefined {
  if (timeoutMs === undefined) return signal
  const timeout = AbortSignal.timeout(Math.ceil(timeoutMs))
  return signal ? AbortSignal.any([signal, timeout]) : timeout
}

/** Ends a process and all that it started. */
export function killTree(child: ChildProcess, ownGroup: boolean) {
  if (child.pid === undefined) return
  try {
    if (ownGroup) process.kill(-child.pid, 'SIGKILL')
    else if (process.platform === 'win32')
      spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], {
        env: bareEnvironment(),
        stdio: 'ignore',
      })
    else child.kill('SIGKILL')
  } catch {
    // It ended by itself meanwhile.
  }
}
