import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { runCommand, runCommandHere } from '../../src/base/process/command.ts'
import { WorkerProcess } from '../../src/base/process/worker.ts'
import { openFfmpeg } from '../../src/media/ffmpeg/ffmpeg.ts'
import { findEncoder } from '../../src/media/ffmpeg/find-encoder.ts'

const never = new AbortController().signal
const secrets = {
  SONGKEEP_PASSWORD: 'secret-1',
  SONGKEEP_SPOTIFY_CLIENT_ID: 'secret-2',
  AWS_SECRET_ACCESS_KEY: 'secret-3',
  GITHUB_TOKEN: 'secret-4',
  DATABASE_URL: 'postgres://me:secret-5@host/db',
}
const print = 'for (const [k, v] of Object.entries(process.env)) console.error(k + "=" + v)'

describe('what another process knows of the environment', () => {
  beforeAll(() => {
    for (const [name, value] of Object.entries({ ...secrets, DISPLAY: ':7', LANG: 'C' }))
      vi.stubEnv(name, value)
    return () => vi.unstubAllEnvs()
  })

  /** It knows where programs are, and no secret. */
  const expectBare = (printed: string) => {
    expect(printed).toMatch(/^PATH=./im)
    expect(printed).not.toMatch(/secret|SONGKEEP_/)
  }

  test('a command: what it needs', async () => {
    const { stderr } = await runCommand(process.execPath, ['-e', print])
    expectBare(stderr)
    expect(stderr).toContain('LANG=C')
    expect(stderr).not.toContain('DISPLAY')
  })

  test('a command of the session: how to reach that besides', async () => {
    const { stderr } = await runCommand(process.execPath, ['-e', print], { inSession: true })
    expectBare(stderr)
    expect(stderr).toContain('DISPLAY=:7')
  })

  test('what a worker starts', async () => {
    expectBare((await runCommandHere(process.execPath, ['-e', print], () => false)).stderr)
  })

  test('a worker', async () => {
    const module = new URL('../fixtures/base/worker.ts', import.meta.url)
    await using worker = new WorkerProcess<object, string>(module, 64)
    expectBare(await worker.call({ kind: 'environment' }))
  })

  describe.skipIf(process.platform === 'win32')('a program in the place of FFmpeg', () => {
    test('when it is looked for, and when it works', async () => {
      const dir = await mkdtemp(join(tmpdir(), 'songkeep-environment-'))
      const path = join(dir, 'ffmpeg')
      const said = 'echo "ffmpeg version 9"; env'
      await writeFile(
        path,
        `#!/bin/sh\n{ ${said}; } >&2\n{ env; echo " libmp3lame "; } >"${dir}/$#"\ncat "${dir}/$#"\n`,
      )
      await chmod(path, 0o755)
      const encoder = await findEncoder({ ffmpeg: path })
      const asked = await runCommand('/bin/cat', [join(dir, '1')])
      expectBare(asked.stdout)
      await using ffmpeg = openFfmpeg(encoder, 1)
      const job = { input: 'in', output: 'out', args: [], timeLimitMs: 60_000 }
      const { log } = await ffmpeg.run(job, never)
      expect(log).toContain('ffmpeg version 9')
      expectBare(log)
      await rm(dir, { recursive: true })
    })
  })
})
