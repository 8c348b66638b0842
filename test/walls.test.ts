import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findCrossings, listSources } from '../checks/check-walls.ts'

const root = join(import.meta.dirname, '..')

const use = (from: string) => `export * from '${from}'`

describe('the table of walls', () => {
  test.each([
    ['a stage imports another', 'src/match/a.ts', use('../archive/archive.ts')],
    ['a stage asks for another at run time', 'src/source/a.ts', "await import('../match/rank.ts')"],
    ['a type is enough', 'src/rights/a.ts', "import type { A } from '../media/media.ts'"],
    ['a room brings its own database driver', 'src/jobs/a.ts', use('pg')],
    ['a queue knows music', 'src/jobs/a.ts', use('../archive/archive.ts')],
    ['the contract touches the platform', 'src/api/a.ts', use('node:fs')],
    ['the contract knows a room', 'src/api/a.ts', use('../report/links.ts')],
    ['the page knows a room', 'web/views/a.ts', use('../../src/report/links.ts')],
    ['the page touches the platform', 'web/a.ts', use('node:fs')],
    ['a stage imports a job', 'src/source/a.ts', use('../jobs/queue.ts')],
    ['a stage imports the walk', 'src/source/a.ts', use('../backup/backup.ts')],
    ['a stage imports an upper floor', 'src/report/a.ts', use('../cli/main.ts')],
    ['a stage imports the front door', 'src/report/a.ts', use('../index.ts')],
    ['the walk imports the context', 'src/backup/a.ts', use('../app/version.ts')],
    ['the walk knows the queue', 'src/backup/a.ts', use('../jobs/queue.ts')],
    ['a noun imports anything', 'src/model/a.ts', use('../text/fold.ts')],
    ['a sentence knows a room', 'src/words/a.ts', use('../report/links.ts')],
    ['a tool knows music', 'src/base/a.ts', use('../match/rank.ts')],
    ['a pure room touches the platform', 'src/match/a.ts', use('node:fs')],
    ['a format touches the platform', 'src/playlist/formats/a.ts', use('node:fs')],
    ['a room starts a process', 'src/media/a.ts', use('node:child_process')],
    ['a tool starts a process', 'src/base/a.ts', use('node:child_process')],
    ['a room opens a connection', 'src/source/a.ts', use('node:net')],
    ['a room speaks http', 'src/media/a.ts', use('node:https')],
    ['a stage brings its own client', 'src/source/a.ts', use('undici')],
    ['another tool opens a connection', 'src/base/a.ts', use('node:tls')],
    ['another tool brings a client', 'src/base/a.ts', use('undici')],
    ['the process room opens a connection', 'src/base/process/a.ts', use('node:net')],
    ['the network room knows music', 'src/base/http/a.ts', use('../../source/all.ts')],
    ['the network room starts a process', 'src/base/http/a.ts', use('node:child_process')],
    ['the server brings a client', 'src/server/routes/a.ts', use('undici')],
    ['the server starts a process', 'src/server/a.ts', use('node:child_process')],
    ['the server reaches a stage', 'src/server/routes/a.ts', use('../../archive/archive.ts')],
    ['the server reaches the queue', 'src/server/a.ts', use('../jobs/queue.ts')],
    ['the server knows the command line', 'src/server/a.ts', use('../cli/main.ts')],
    ['the context knows the server', 'src/app/a.ts', use('../server/server.ts')],
    ['a file lies in no room', 'src/elsewhere/a.ts', ''],
  ])('refuses: %s', (_, file, text) => {
    expect(findCrossings(file, text)).toHaveLength(1)
  })

  test.each([
    ['a stage stands on text', 'src/source/a.ts', use('../text/fold.ts')],
    ['the page knows the contract', 'web/views/a.ts', use('../../src/api/contract.ts')],
    ['the page knows the nouns', 'web/a.ts', use('../src/model/match.ts')],
    ['the page speaks', 'web/a.ts', use('../src/words/say.ts')],
    ['the walk opens every stage', 'src/backup/a.ts', use('../archive/archive.ts')],
    ['the server stands on the context', 'src/server/a.ts', use('../app/context.ts')],
    ['the server listens', 'src/server/a.ts', "export { createServer } from 'node:http'"],
    ['the network room opens connections', 'src/base/http/a.ts', use('node:net')],
    ['the process room starts processes', 'src/base/process/a.ts', use('node:child_process')],
    ['a library does not touch the platform', 'src/playlist/formats/a.ts', use('saxes')],
  ])('allows: %s', (_, file, text) => {
    expect(findCrossings(file, text)).toEqual([])
  })

  test('is kept by every file', () => {
    const files = listSources(root)
    expect(files.length).toBeGreaterThan(500)
    const crossings = files.flatMap((file) =>
      findCrossings(file, readFileSync(join(root, file), 'utf8')),
    )
    expect(crossings).toEqual([])
  })
})

describe('what the linter refuses besides', () => {
  const refused = [
    ['the server asks', 'src/server/a.ts', "export { request } from 'node:http'"],
    ['the server dials', 'src/server/b.ts', "export { connect } from 'node:net'"],
    ['a room fetches', 'src/source/c.ts', "export const page = fetch('https://example.org')"],
    ['a room reads the environment', 'src/media/d.ts', 'export const home = process.env.HOME'],
    ['a file imports another', 'src/text/e.ts', "export { f } from './f.ts'\nexport const e = 1"],
    ['that imports it', 'src/text/f.ts', "export { e } from './e.ts'\nexport const f = 1"],
  ] as const
  const allowed = ['src/server/g.ts', "export { createServer } from 'node:http'"] as const
  let dir: string
  let said: string

  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'songkeep-walls-'))
    copyFileSync(join(root, 'biome.json'), join(dir, 'biome.json'))
    for (const [path, line] of [...refused.map(([, ...file]) => file), allowed]) {
      mkdirSync(dirname(join(dir, path)), { recursive: true })
      writeFileSync(join(dir, path), `${line}\n`)
    }
    const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
    const args = ['lint', '--vcs-enabled=false', '--max-diagnostics=none', '--colors=off', '.']
    const run = spawnSync(process.execPath, [biome, ...args], { cwd: dir, encoding: 'utf8' })
    said = run.stdout + run.stderr
  })

  afterAll(() => rmSync(dir, { recursive: true }))

  test.each(refused)('%s', (_, path) => {
    expect(said).toMatch(
      new RegExp(`^${path}:\\d+:\\d+ lint/\\w+/no(?:Restricted|ProcessEnv|ImportCycles)`, 'm'),
    )
  })

  test('not that the server listens', () => {
    expect(said).not.toContain(`${allowed[0]}:`)
  })
})
