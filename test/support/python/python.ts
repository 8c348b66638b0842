import { execFileSync } from 'node:child_process'
import { describe } from 'vitest'

/** Python as it comes with most systems: its standard library alone is used. */
const hasPython = (() => {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    console.warn(
      'SKIPPED, no python3: tests of the script that restores files without Songkeep, and of real terminals',
    )
    return false
  }
})()

export const describePython = (name: string, tests: () => void) =>
  describe.skipIf(!hasPython)(`${name} (python3)`, tests)
