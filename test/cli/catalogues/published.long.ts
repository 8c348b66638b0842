import { readdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../../catalogue/support/catalogue.ts'
import { startProgram } from '../../support/program.ts'
import { ceph, describeS3, newBucket, type RunningS3 } from '../../support/servers/s3-server.ts'

/* Publishing, fetching and using a catalogue by the real program, killed on the way. */

const wordsOf = (at: number) => `${(at * 7919) % 100_003} ${(at * 104_729) % 1_299_709}`

/** Enough for a second of work. */
async function writeRecords(folder: string, name: string, size: number): Promise<string> {
  const path = join(folder, `${name}.jsonl`)
  const lines = Array.from({ length: size }, (_, at) =>
    JSON.stringify({
      id: `${name}-${at}`,
      title: `${name} ${wordsOf(at)}`,
      artists: [`Artist ${at % 977}`],
    }),
  )
  await writeFile(path, lines.join('\n'))
  return path
}

function machine(variables: NodeJS.ProcessEnv = {}) {
  const cache = makeFolder()
  const start = (...args: readonly string[]) =>
    startProgram(args, cache, '', { SONGKEEP_OFFLINE: '', ...variables })
  const run = async (...args: readonly string[]) => {
    const ended = await start(...args).ended
    expect(ended, ended.stderr).toMatchObject({ code: 0 })
    return ended.stdout
  }
  return { cache, start, run }
}

const keysOf = ({ endpoint, accessKeyId, secretAccessKey }: RunningS3) => ({
  SONGKEEP_S3_ENDPOINT: endpoint,
  SONGKEEP_S3_ACCESS_KEY_ID: accessKeyId,
  SONGKEEP_S3_SECRET_ACCESS_KEY: secretAccessKey,
})

/** Runs it again and again, killed after ever more progress, until it comes to its end. */
async function runKilled(start: () => ReturnType<typeof startProgram>): Promise<number> {
  for (let kills = 0; ; kills++) {
    const { child, ended } = start()
    let lines = 0
    child.stdout.on('data', (chunk) => {
      lines += String(chunk).split('"progress"').length - 1
      if (lines > 1 + kills * 8) child.kill('SIGKILL')
    })
    const { signal, code, stderr } = await ended
    if (signal === 'SIGKILL') continue
    expect(code, stderr).toBe(0)
    return kills
  }
}

describeS3('the commands', ceph, (running) => {
  test('a catalogue goes from machine to machine, though both are killed on the way', async () => {
    const { bucket } = await newBucket(running())
    const place = `s3://${bucket}/catalogue`
    const publisher = machine(keysOf(running()))
    const catalogue = join(publisher.cache, 'catalogue')
    const records = await writeRecords(publisher.cache, 'First', 20_000)
    await publisher.run('catalogue', 'build', '--out', catalogue, records)
    const publicKey = (await publisher.run('catalogue', 'key')).trim()
    expect(publicKey).toMatch(/^ed25519:[\w-]{43}$/)
    expect((await publisher.run('catalogue', 'key')).trim()).toBe(publicKey)
    const kills = await runKilled(() =>
      publisher.start('catalogue', 'publish', catalogue, place, '--json'),
    )

    const reader = machine(keysOf(running()))
    const refused = await reader.start('catalogue', 'fetch', place).ended
    expect(refused.code).toBe(2)
    expect(refused.stderr).toContain(`--key ${publicKey}`)
    const fetchKills = await runKilled(() =>
      reader.start('catalogue', 'fetch', place, '--key', publicKey, '--json'),
    )
    expect(Math.min(kills, fetchKills)).toBeGreaterThan(1)
    expect(await reader.run('catalogue', 'info', place, '--verify')).toContain('20,000')

    const queries = join(reader.cache, 'queries.jsonl')
    await writeFile(queries, `{"id":"q","title":"First ${wordsOf(5)}","artists":["Artist 5"]}\n`)
    const answer = JSON.parse(await reader.run('match', queries, '--catalogue', place))
    expect(answer).toMatchObject({ decision: 'match', best: { id: 'First-5' } })

    // What is published next is fetched when it is used next; and offline, what is there.
    const more = await writeRecords(publisher.cache, 'Second', 500)
    await publisher.run('catalogue', 'update', '--out', catalogue, more)
    await publisher.run('catalogue', 'publish', catalogue, place)
    await writeFile(queries, `{"id":"q","title":"Second ${wordsOf(5)}","artists":["Artist 5"]}\n`)
    const next = JSON.parse(await reader.run('match', queries, '--catalogue', place))
    expect(next).toMatchObject({ decision: 'match', best: { id: 'Second-5' } })
    const offline = machine({
      ...keysOf(running()),
      SONGKEEP_OFFLINE: '1',
      SONGKEEP_DATA: join(reader.cache, 'data'),
    })
    expect(JSON.parse(await offline.run('match', queries, '--catalogue', place))).toMatchObject({
      decision: 'match',
    })
    const stays = await offline.start('catalogue', 'fetch', place).ended
    expect(stays).toMatchObject({ code: 2 })
  })
})

test('a folder that a web server gives out is a place to fetch from', async () => {
  const publisher = machine()
  const [catalogue, published] = [join(publisher.cache, 'catalogue'), join(publisher.cache, 'web')]
  const records = await writeRecords(publisher.cache, 'First', 2000)
  await publisher.run('catalogue', 'build', '--out', catalogue, records)
  const publicKey = (
    await publisher.run('catalogue', 'key', join(publisher.cache, 'key.pem'))
  ).trim()
  await publisher.run(
    'catalogue',
    'publish',
    catalogue,
    published,
    '--key',
    join(publisher.cache, 'key.pem'),
  )
  const server = createServer(async (request, response) => {
    const path = join(published, decodeURIComponent(request.url ?? '').slice('/music/'.length))
    const bytes = await readFile(path).catch(() => undefined)
    response.writeHead(bytes ? 200 : 404).end(bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/music/`
  try {
    const reader = machine()
    const into = join(reader.cache, 'here')
    await reader.run('catalogue', 'fetch', address, into, '--key', publicKey)
    expect(await reader.run('catalogue', 'info', into, '--verify')).toContain('2,000')
    expect((await readdir(into)).filter((name) => name.includes('fetching'))).toEqual([])
    const none = await reader.start('catalogue', 'fetch', `${address}none`, '--key', publicKey)
      .ended
    expect(none).toMatchObject({ code: 2 })
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})
