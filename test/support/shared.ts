import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, test } from 'vitest'

/** Real material lies beside the checkout on some machines; it is never copied into the project. */
const root = resolve(process.env.SONGKEEP_SHARED ?? join(import.meta.dirname, '../../../shared'))

/** The path of shared material; use it inside `describeShared` only. */
export const shared = (...parts: string[]) => join(root, ...parts)

/**
 * Runs the tests where the material is, and says aloud where it is not: then `tests` is not even called, so that
 * nothing of it is looked for while tests are collected.
 */
export function describeShared(name: string, needs: string, tests: () => void) {
  if (existsSync(shared(needs))) return describe(name, tests)
  console.warn(`SKIPPED, no shared material "${needs}" here: ${name}`)
  describe.skip(name, () => test(`needs ${needs}`, () => {}))
}
