import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeWav } from '../support/sound.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')
const modules = join(root, 'node_modules')

/** What a project of one's own would have; no types but those of the package. */
const strict = {
  compilerOptions: {
    target: 'es2024',
    lib: ['es2024', 'esnext.disposable', 'dom'],
    module: 'nodenext',
    strict: true,
    skipLibCheck: false,
    types: [],
    noEmit: true,
  },
  include: ['example.ts'],
}

/** A project that has the packed package, and beside it the packages that it depends on. */
async function makeProject(dir: string): Promise<void> {
  const installed = join(dir, 'node_modules')
  await mkdir(join(installed, 'songkeep'), { recursive: true })
  // The page is no part of the library, and `npm run package` builds it.
  await run(join(modules, '.bin/tsc'), ['--project', 'tsconfig.build.json'], { cwd: root })
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', dir], { cwd: root })
  const tarball = (await readdir(dir)).find((name) => name.endsWith('.tgz')) ?? ''
  await run('tar', [
    '-xzf',
    join(dir, tarball),
    '-C',
    join(installed, 'songkeep'),
    '--strip-components=1',
  ])
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  for (const name of Object.keys(manifest.dependencies)) {
    await mkdir(join(installed, name, '..'), { recursive: true })
    await symlink(join(modules, name), join(installed, name))
  }
  const readme = await readFile(join(root, 'README.md'), 'utf8')
  const [, example = ''] = /## As a library.*?```ts\n(.*?)```/s.exec(readme) ?? []
  await writeFile(join(dir, 'package.json'), '{ "type": "module" }')
  await writeFile(join(dir, 'tsconfig.json'), JSON.stringify(strict))
  await writeFile(join(dir, 'example.ts'), example)
  await writeFile(join(dir, 'my-playlist.csv'), 'Title,Artist\nA Tone,The Makers\nGone,Nobody\n')
  await mkdir(join(dir, 'Music'))
  await writeFile(join(dir, 'Music/The Makers - A Tone.wav'), makeWav(6, 1))
}

describe('the README’s example, with the packed package', () => {
  let dir = ''
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'songkeep-package-'))
    await makeProject(dir)
  })
  afterAll(() => rm(dir, { recursive: true, force: true }))

  test('compiles in a strict project without Node’s types', async () => {
    const { stdout } = await run(join(modules, '.bin/tsc'), ['--project', dir]).catch(
      (error: { readonly stdout: string }) => error,
    )
    expect(stdout).toBe('')
  })

  test('matches and backs up, telling how it goes', async () => {
    const env = { ...process.env, SONGKEEP_CACHE: join(dir, 'cache'), SONGKEEP_FFMPEG: 'wasm' }
    const { stdout } = await run(process.execPath, ['example.ts'], { cwd: dir, env })
    expect(stdout).toMatch(/^A Tone: match\. /m)
    expect(stdout).toMatch(/^Gone: none\. /m)
    expect(stdout).toMatch(/^A Tone: encoding$/m)
    expect(stdout).toMatch(/^1: kept$/m)
    expect(stdout).toMatch(/^2: not-found$/m)
    const [, report = ''] = /^The report: (.+)$/m.exec(stdout) ?? []
    expect(await readFile(join(dir, report), 'utf8')).toContain('A Tone')
    expect(await readdir(join(dir, 'Keep/my-playlist'))).toContain('01 The Makers - A Tone.mp3')
  })
})
