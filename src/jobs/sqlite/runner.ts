import { randomUUID } from 'node:crypto'

/** A name for who runs work: others of this machine can tell whether its process is still there. */
export const nameRunner = () => `${process.pid}.${randomUUID()}`

/** False only where it is sure: another process may have got the number since, then the lease decides. */
export function isAlive(runner: string): boolean {
  try {
    process.kill(Number.parseInt(runner, 10), 0)
    return true
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
  }
}
