import { expect, onTestFinished, test, vi } from 'vitest'
import { makeTempDir, startProgram } from '../../support/program.ts'

/** Nobody listens there. */
const ADDRESS = '127.0.0.1:1'
const SONGKEEP_DATABASE_URL = `postgres://anna:hush@${ADDRESS}/songs`

/** More than it takes, for a machine that is busy; less than servers and workers wait. */
const SOON_MS = 25_000

test.each([[['jobs']], [['accounts', 'list']]])(
  '%j: a database that is away is told soon, with its address and what to do',
  async (args) => {
    const begun = performance.now()
    const { ended } = startProgram(args, await makeTempDir(), '', { SONGKEEP_DATABASE_URL })
    const { code, stdout, stderr } = await ended
    expect(performance.now() - begun).toBeLessThan(SOON_MS)
    expect(code).toBe(2)
    expect(stderr).toContain(ADDRESS)
    expect(stderr).toContain('SONGKEEP_DATABASE_URL')
    expect(stdout + stderr).not.toContain('hush')
  },
)

test.each([
  [['worker'], {}, `${ADDRESS} does not answer yet`],
  [['worker'], { SONGKEEP_LOG: 'json' }, '"database.awaited"'],
  [['serve', '--port', '0', '--jobs', '0'], {}, `${ADDRESS} does not answer yet`],
])('%j %j waits for it, and says so before', async (args, variables, sign) => {
  const given = { SONGKEEP_DATABASE_URL, ...variables }
  const { child } = startProgram(args, await makeTempDir(), '', given)
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  child.stderr.on('data', (chunk) => (said += chunk))
  await vi.waitFor(() => expect(said).toContain(sign), { timeout: SOON_MS })
  expect(said).not.toContain('cannot be used')
  expect(child.exitCode).toBeNull()
})
