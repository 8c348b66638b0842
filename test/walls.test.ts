import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')

const use = (from: string) => `export * from '${from}'`

/** What is wrong, in a file that would stand there, with a line that does it. */
const refused = [
  ['a stage imports another', 'src/match/a.ts', use('../archive/archive.ts')],
  ['a queue knows music', 'src/jobs/qa.ts', use('../archive/archive.ts')],
  ['the contract touches the platform', 'src/api/qb.ts', use('node:fs')],
  ['the contract knows a room', 'src/api/qc.ts', use('../report/words.ts')],
  ['the page knows a room', 'web/views/qd.ts', use('../../src/report/words.ts')],
  ['the page touches the platform', 'web/qe.ts', use('node:fs')],
  ['a stage imports a job', 'src/source/qf.ts', use('../jobs/queue.ts')],
  ['a stage imports the walk', 'src/source/b.ts', use('../backup.ts')],
  ['a stage imports an upper floor', 'src/report/c.ts', use('../cli/main.ts')],
  ['the walk imports the context', 'src/backup-d.ts', use('./app/back-up.ts')],
  ['a noun imports anything', 'src/model/e.ts', use('../text/fold.ts')],
  ['a tool knows music', 'src/base/f.ts', use('../match/rank.ts')],
  ['a pure room touches the platform', 'src/match/g.ts', use('node:fs')],
  ['a format touches the platform', 'src/playlist/formats/h.ts', use('node:fs')],
  ['a room starts a process', 'src/media/i.ts', use('node:child_process')],
  ['a tool starts a process', 'src/base/j.ts', use('node:child_process')],
  ['a room opens a connection', 'src/source/k.ts', use('node:net')],
  ['a room speaks http', 'src/media/s.ts', use('node:https')],
  ['a stage brings its own client', 'src/source/t.ts', use('undici')],
  ['another tool opens a connection', 'src/base/u.ts', use('node:tls')],
  ['another tool brings a client', 'src/base/v.ts', use('undici')],
  ['the process room opens a connection', 'src/base/process/w.ts', use('node:net')],
  ['the way out knows music', 'src/base/http/x.ts', use('../../source/all.ts')],
  ['the way out starts a process', 'src/base/http/y.ts', use('node:child_process')],
  ['the server asks the network', 'src/server/aa.ts', "export { request } from 'node:http'"],
  ['the server dials', 'src/server/ab.ts', "export { connect } from 'node:net'"],
  ['the server brings a client', 'src/server/routes/ac.ts', use('undici')],
  ['the server starts a process', 'src/server/ad.ts', use('node:child_process')],
  ['the server reaches a stage', 'src/server/routes/ae.ts', use('../../archive/archive.ts')],
  ['the server reaches the queue', 'src/server/af.ts', use('../jobs/queue.ts')],
  ['the server knows the command line', 'src/server/ag.ts', use('../cli/main.ts')],
  ['the context knows the server', 'src/app/ah.ts', use('../server/server.ts')],
  ['a room fetches', 'src/source/l.ts', "export const page = fetch('https://example.org')"],
  ['a room reads the environment', 'src/media/m.ts', 'export const home = process.env.HOME'],
  [
    'two files import each other',
    'src/text/n.ts',
    "export { o } from './o.ts'\nexport const n = 1",
  ],
  ['and the other', 'src/text/o.ts', "export { n } from './n.ts'\nexport const o = 1"],
] as const

const allowed = [
  ['a stage stands on text', 'src/source/p.ts', use('../text/fold.ts')],
  ['the page knows the contract', 'web/views/qg.ts', use('../../src/api/contract.ts')],
  ['the page knows the nouns', 'web/qh.ts', use('../src/model/match.ts')],
  ['the walk opens every stage', 'src/backup-q.ts', use('./archive/archive.ts')],
  ['the server stands on the context', 'src/server/ai.ts', use('../app/context.ts')],
  ['the server listens', 'src/server/aj.ts', "export { createServer } from 'node:http'"],
  ['base/http opens connections', 'src/base/http/z.ts', use('node:net')],
  ['base/process starts processes', 'src/base/process/r.ts', use('node:child_process')],
] as const

describe('the walls between rooms are kept by a machine', () => {
  let dir: string
  let said: string

  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'songkeep-walls-'))
    copyFileSync(join(root, 'biome.json'), join(dir, 'biome.json'))
    for (const [, path, line] of [...refused, ...allowed]) {
      mkdirSync(dirname(join(dir, path)), { recursive: true })
      writeFileSync(join(dir, path), `${line}\n`)
    }
    const args = ['lint', '--vcs-enabled=false', '--max-diagnostics=none', '--colors=off', '.']
    const { stdout, stderr } = spawnSync(process.execPath, [biome, ...args], {
      cwd: dir,
      encoding: 'utf8',
    })
    said = stdout + stderr
  })

  afterAll(() => rmSync(dir, { recursive: true }))

  test.each(refused)('refused: %s', (_, path) => {
    expect(said).toMatch(
      new RegExp(`^${path}:\\d+:\\d+ lint/\\w+/no(?:Restricted|ProcessEnv|ImportCycles)`, 'm'),
    )
  })

  test.each(allowed)('allowed: %s', (_, path) => {
    expect(said).not.toContain(`${path}:`)
  })
})
