/** What is written of a runner: others of this machine can tell whether its process is still there. */
export const withProcess = (runner: string, pid: number) => `${pid}.${runner}`

/** False only where it is sure. Another process may have got the number since: then the lease decides. */
export function isAlive(runner: string): boolean {
  try {
    process.kill(Number.parseInt(runner, 10), 0)
    return true
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
  }
}
