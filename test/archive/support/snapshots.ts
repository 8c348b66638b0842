import { cpSync } from 'node:fs'
import disk from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { basename, join } from 'node:path'

/** What changes a disk: what is written into a file shows before the next of them. */
const CHANGES = ['open', 'rename', 'rm', 'rmdir', 'mkdir', 'writeFile', 'copyFile', 'appendFile']

/**
 * Copies an archive into a numbered folder of `into` before each change that this process makes to the disk: what a
 * kill at that moment would leave.
 */
export function takeSnapshots(dir: string, into: string): void {
  const functions = disk as unknown as Record<string, (...args: unknown[]) => unknown>
  let count = 0
  for (const name of CHANGES) {
    const original = functions[name]
    if (!original) throw new Error(`No such function: ${name}`)
    functions[name] = (...args) => {
      const isReading = name === 'open' && (args[1] ?? 'r') === 'r'
      if (!isReading)
        cpSync(dir, join(into, String(count++)), {
          recursive: true,
          filter: (path) => basename(path) !== 'lock',
        })
      return original(...args)
    }
  }
  syncBuiltinESMExports()
}
