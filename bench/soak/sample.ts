import { readdir, readFile, readlink } from 'node:fs/promises'
import { askMemory } from './memory.ts'

/** What one process holds at one moment. */
export interface Sample {
  /** Resident memory after garbage was collected, in MB. */
  readonly resident: number
  /** Of it, what JavaScript holds. */
  readonly held: number
  readonly descriptors: number
  /** Of these, sockets: connections and what listens. */
  readonly sockets: number
}

const MB = 1_000_000

/** Memory by `collect.ts`, the rest from /proc: Linux alone. */
export async function takeSample(folder: string, pid: number): Promise<Sample> {
  const { resident, held } = await askMemory(folder, pid)
  const names = await readdir(`/proc/${pid}/fd`)
  const targets = await Promise.all(
    names.map((name) => readlink(`/proc/${pid}/fd/${name}`).catch(() => '')),
  )
  const sockets = targets.filter((target) => target.startsWith('socket:')).length
  return { resident: resident / MB, held: held / MB, descriptors: names.length, sockets }
}

/** Seconds of a processor that a process has used, in user and system mode. */
export async function readCpuSeconds(pid: number): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}
