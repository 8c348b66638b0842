import { readFile } from 'node:fs/promises'
import { runCommand } from '../../src/base/process/command.ts'

/** Seconds. */
export interface Cost {
  /** Of the processor, user and system. */
  readonly cpu: number
  readonly wall: number
}

/** What a command costs with all that it starts. */
export async function costOf(command: string, args: readonly string[]): Promise<Cost> {
  const before = { cpu: await childrenSeconds(), wall: performance.now() }
  const { code, stderr } = await runCommand(command, args)
  if (code !== 0) throw new Error(`${command}: ${stderr}`)
  return {
    cpu: (await childrenSeconds()) - before.cpu,
    wall: (performance.now() - before.wall) / 1000,
  }
}

export const sum = (costs: readonly Cost[]): Cost => ({
  cpu: costs.reduce((all, { cpu }) => all + cpu, 0),
  wall: costs.reduce((all, { wall }) => all + wall, 0),
})

/** The least of several runs: what others do on the machine only ever adds. */
export const least = (costs: readonly Cost[]): Cost => ({
  cpu: Math.min(...costs.map(({ cpu }) => cpu)),
  wall: Math.min(...costs.map(({ wall }) => wall)),
})

/** Processor time of all ended descendants: fields 16 and 17 of proc(5), in hundredths of a second. */
async function childrenSeconds(): Promise<number> {
  const line = await readFile('/proc/self/stat', 'utf8').catch(() => {
    throw new Error('Processor time is read from /proc: run this on Linux.')
  })
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[13]) + Number(fields[14])) / 100
}
