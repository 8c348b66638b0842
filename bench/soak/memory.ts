import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Right after garbage was collected, in bytes. */
export interface Memory {
  /** Of the whole process. */
  readonly resident: number
  /** By JavaScript: objects, and the buffers that belong to them. */
  readonly held: number
}

export const memoryFile = (folder: string, pid: number) => join(folder, `memory-${pid}.json`)

const PATIENCE_MS = 30_000

/** Asks a process that has `collect.ts` in it. */
export async function askMemory(folder: string, pid: number): Promise<Memory> {
  const path = memoryFile(folder, pid)
  await rm(path, { force: true })
  process.kill(pid, 'SIGUSR2')
  for (let waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += 20) {
    const text = await readFile(path, 'utf8').catch(() => '')
    if (text !== '') return JSON.parse(text) as Memory
    await sleep(20)
  }
  throw new Error(`Process ${pid} does not say what memory it holds.`)
}
