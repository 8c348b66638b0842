import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { vi } from 'vitest'
import type { WorkerLine, WorkerTask } from './fleet-worker.ts'

/** Killed when it is disposed. */
export interface StartedWorker extends AsyncDisposable {
  readonly lines: readonly WorkerLine[]
  /** When its requests began: milliseconds since 1970. */
  readonly begun: readonly number[]
  readonly ended: number
  /** No goodbye. */
  kill(): void
  /** Lets it end by itself. */
  stop(): Promise<void>
}

/** Starts a process of its own. */
export async function startWorker(task: WorkerTask): Promise<StartedWorker> {
  const program = join(import.meta.dirname, 'fleet-worker.ts')
  const child = spawn(process.execPath, [program, JSON.stringify(task)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.on('error', () => {})
  const closed = new Promise<void>((resolve) => child.on('close', () => resolve()))
  const lines: WorkerLine[] = []
  createInterface(child.stdout).on('line', (line) => lines.push(JSON.parse(line)))
  await vi.waitFor(() => lines.length > 0 || Promise.reject(new Error('not ready')), 30_000)
  return {
    lines,
    get begun() {
      return lines.flatMap((line) => (line.kind === 'begun' ? [line.at] : []))
    },
    get ended() {
      return lines.filter(({ kind }) => kind === 'ended').length
    },
    kill: () => void child.kill('SIGKILL'),
    async stop() {
      child.stdin.end()
      await closed
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL')
      await closed
    },
  }
}
