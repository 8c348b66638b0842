import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { S3Store } from '../../../src/storage/s3/s3-store.ts'
import { writeMusic } from '../../end-to-end/fleet/songs.ts'
import { makeTempDir } from '../../support/program.ts'
import { ceph, describeS3, newBucket } from '../../support/servers/s3-server.ts'
import { expectWhole, hostAt, readBucket } from './support.ts'

/* An archive that lies in a bucket, by the real program on several hosts. */

describeS3('an archive in a bucket by Ceph', ceph, (running) => {
  test('one host backs up into it, another finds all kept, and neither keeps audio of its own', async () => {
    const dir = await makeTempDir()
    const access = await newBucket(running())
    const into = `s3://${access.bucket}/keep`
    const [list] = await writeMusic(dir, { lists: 1, tracks: 4, open: 0 })
    const backup = ['backup', list!.path, '-l', list!.library, '-i', into, '--offline', '--json']
    const first = hostAt(join(dir, 'first'), running())
    expect(outcomesIn(await first.run(...backup))).toEqual({ kept: 4 })
    expect(audioBelow(join(dir, 'first'))).toEqual([])
    const second = hostAt(join(dir, 'second'), running())
    expect(outcomesIn(await second.run(...backup))).toEqual({ 'already-kept': 4 })
    expect(audioBelow(join(dir, 'second'))).toEqual([])
    expect(await second.run('archives')).toBe(`${into}\n`)
    await using store = new S3Store(access, 'keep')
    const state = await readBucket(store)
    expect(state.files).toHaveLength(4)
    expect(JSON.parse(await second.run('lists', into, '--json'))).toMatchObject({ name: 'list 0' })
    expect(await second.run('history', into, '--json')).toContain('list 0')
    expect(await second.run('export', into, '--as', 'csv')).toContain('Basalt Amber')
    for (const command of ['verify', 'lists', 'sync'])
      expect(await second.start(command, `${into}y`).ended).toMatchObject({ code: 2 })
    // Files that are kept; texts are read too.
    expect(JSON.parse(await second.run('verify', into, '--json'))).toMatchObject({ whole: 4 })
    const folder = join(dir, 'Keep')
    await second.run('archives', 'fetch', into, folder)
    expect(JSON.parse(await second.run('verify', folder, '--json'))).toMatchObject({ whole: 4 })
    expect(state.texts.map(({ path }) => path)).toContain('list 0/report.json')
    expect(state.turn).toBeUndefined()
    await expectWhole(state, store)
  })

  test('killed again and again, on one host or another: each track is kept once, and whole', async () => {
    const dir = await makeTempDir()
    const access = await newBucket(running())
    const [list] = await writeMusic(dir, { lists: 1, tracks: 8, open: 0 })
    const into = `s3://${access.bucket}`
    const backup = ['backup', list!.path, '-l', list!.library, '-i', into, '--offline', '--json']
    let kills = 0
    for (const host = hostAt(join(dir, 'host'), running()); ; kills++) {
      const { child, ended } = host.start(...backup)
      let kept = 0
      child.stdout.on('data', async (chunk) => {
        kept += String(chunk).split('"outcome"').length - 1
        // At any moment: between the bytes, the commit and the word of it.
        if (kept > kills * 3) await sleep((kills * 37) % 120).then(() => child.kill('SIGKILL'))
      })
      const { signal, code, stderr } = await ended
      if (signal === 'SIGKILL') continue
      expect(code, stderr).toBe(0)
      break
    }
    expect(kills).toBeGreaterThan(1)
    await using store = new S3Store(access)
    const state = await readBucket(store)
    expect(state.files).toHaveLength(8)
    expect(new Set(state.files.map(({ sha256 }) => sha256)).size).toBe(8)
    await expectWhole(state, store)
  })
})

/** How many outcomes of each kind the last report has. */
function outcomesIn(stdout: string): Readonly<Record<string, number>> {
  const events = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const { outcomes } = events.findLast(({ kind }) => kind === 'report').report
  const byKind = Object.groupBy(
    outcomes as readonly { readonly kind: string }[],
    ({ kind }) => kind,
  )
  return Object.fromEntries(Object.entries(byKind).map(([kind, all]) => [kind, all?.length ?? 0]))
}

function audioBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return all.filter((path) => path.endsWith('.mp3'))
}
