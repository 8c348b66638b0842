import { join } from 'node:path'
import { expect, test } from 'vitest'
import { MAX_SHARDS } from '../../../src/catalogue/split/max-shards.ts'
import { wordsIn } from '../../../src/words/languages.ts'
import { runCommand } from '../../support/command-line.ts'
import { makeTempDir } from '../../support/program.ts'

test.each(['split x', 'build x'])(
  'catalogue %s takes no more shards than can be cut',
  async (line) => {
    const cache = join(await makeTempDir(), 'cache')
    const args = ['catalogue', ...line.split(' '), '--out', 'y', '--shards', String(MAX_SHARDS + 1)]
    const { code, stderr } = await runCommand(args, cache)
    expect(code).toBe(2)
    expect(stderr).toContain(wordsIn('en').commandLine.errors.wholeNumber(1, MAX_SHARDS))
  },
)
