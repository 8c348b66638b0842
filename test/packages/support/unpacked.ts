import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { shared } from '../../support/shared.ts'

/** Fixtures of a specification, unpacked into a folder that is gone after the tests. */
export async function unpackShared(name: string): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'songkeep-fixtures-'))
  afterAll(() => rm(dir, { recursive: true, force: true }))
  execFileSync('tar', ['-xzf', shared('data/preservation', name), '-C', dir])
  return dir
}
