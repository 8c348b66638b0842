/**
 * Loaded into a process before its own program (`node --import`): on SIGUSR2 it collects garbage and writes down what
 * memory is left. So what has grown is what is held, not what the collector has not come to yet.
 */
import { renameSync, writeFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { type Memory, memoryFile } from './memory.ts'

const folder = process.env.SOAK_FOLDER
if (folder) {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  process.on('SIGUSR2', () => {
    // What the first one lets go of by finalisers, the second one frees.
    collect()
    setImmediate(() => {
      collect()
      const { rss, heapUsed, external } = process.memoryUsage()
      const memory: Memory = { resident: rss, held: heapUsed + external }
      const path = memoryFile(folder, process.pid)
      writeFileSync(`${path}.new`, JSON.stringify(memory))
      renameSync(`${path}.new`, path)
    })
  })
}
