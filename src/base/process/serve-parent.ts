import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { Worker as Thread } from 'node:worker_threads'
import { answer, type WorkerCall, type WorkerProgress } from './messages.ts'

/**
 * The worker's side: answers each call with what `handle` returns or throws, and dies with its parent. Meanwhile
 * `handle` may tell how far it is.
 * While `handle` computes, no event is heard; so a thread waits for the end of standard input, which
 * comes when the parent is gone, and kills this process with all that it started.
 */
export function serveParent<Request, Reply>(
  handle: (request: Request, tell: (progress: number) => void) => Promise<Reply>,
): void {
  new Thread(watch, { eval: true })
  process.on('uncaughtException', (error) => {
    process.stderr.write(`${error.stack ?? error.message}\n`, () =>
      process.kill(process.pid, 'SIGKILL'),
    )
  })
  // An end of its own choice would wait for the thread, which waits for the parent.
  process.on('exit', (code) => {
    writeSync(process.stderr.fd, `exit code ${code}\n`)
    process.kill(process.pid, 'SIGKILL')
  })
  process.on('message', async ({ id, request }: WorkerCall) => {
    const tell = (progress: number) => {
      const message: WorkerProgress = { id, progress }
      process.send?.(message)
    }
    process.send?.(await answer(id, () => handle(request as Request, tell)))
    // What Node writes at its end: a worker has none, it is killed.
    flushCompileCache()
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
