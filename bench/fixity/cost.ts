import { spawnSync } from 'node:child_process'
import { performance } from 'node:perf_hooks'

/** Processor time and time by the clock, in seconds. */
export interface Cost {
  readonly cpu: number
  readonly wall: number
}

/** What work in this process costs, its threads included. */
export async function costOf(work: () => unknown): Promise<Cost> {
  const [before, start] = [process.cpuUsage(), performance.now()]
  await work()
  const { user, system } = process.cpuUsage(before)
  return { cpu: (user + system) / 1e6, wall: (performance.now() - start) / 1000 }
}

/** What a program and those that it starts cost; undefined where it is not there. */
export function costOfProgram(command: string, args: readonly string[]): Cost | undefined {
  const script = 'TIMEFORMAT="%U %S %R"; time "$0" "$@" >/dev/null 2>&1'
  const { status, stderr } = spawnSync('bash', ['-c', script, command, ...args], {
    encoding: 'utf8',
  })
  if (status === 127) return undefined
  const [user = 0, system = 0, wall = 0] = stderr.trim().split('\n').at(-1)!.split(' ').map(Number)
  return { cpu: user + system, wall }
}

/** Of several rounds the least: what others do on the machine only ever adds. */
export const least = (costs: readonly Cost[]): Cost => ({
  cpu: Math.min(...costs.map(({ cpu }) => cpu)),
  wall: Math.min(...costs.map(({ wall }) => wall)),
})
