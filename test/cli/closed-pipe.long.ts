import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exitCodes } from '../../src/cli/exit-codes.ts'
import { makeTempDir, startProgram } from '../support/program.ts'

test.each(['stdout', 'stderr'] as const)(
  'a reader of %s that leaves early ends it quietly',
  async (output) => {
    const dir = await makeTempDir()
    const list = join(dir, 'list.txt')
    await writeFile(list, Array.from({ length: 400 }, (_, at) => `Nobody - Song ${at}`).join('\n'))
    const into = join(dir, 'Keep')
    const args = ['backup', list, '-l', dir, '-i', into, ...(output === 'stdout' ? ['--json'] : [])]
    const { child, ended } = startProgram(args, join(dir, 'cache'))
    child[output].destroy()
    const { code, stdout, stderr } = await ended
    expect(code).toBe(exitCodes.closedPipe)
    expect(stdout + stderr).not.toMatch(/\n\s+at |EPIPE/)
  },
)
