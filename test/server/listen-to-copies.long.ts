import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fetch } from 'undici'
import { beforeAll, expect, test } from 'vitest'
import { archiveId, rememberArchive } from '../../src/app/archives/known-archives.ts'
import { type Environment, readEnvironment } from '../../src/app/environment.ts'
import { openContext } from '../../src/app/open-context.ts'
import { S3Store } from '../../src/storage/s3/s3-store.ts'
import { sourceOf } from '../contract/store.ts'
import { makeArchive, mirrorTo, pathOf } from '../preserve/mirror/support.ts'
import { ask, makeHome, removeHome, serve } from '../support/servers/page-server.ts'
import { ceph, describeS3, newBucket } from '../support/servers/s3-server.ts'

/* Kept files that are heard from a copy in a bucket: through the server, or by addresses that it signs. */

describeS3('copies at Ceph are listened to', ceph, (running) => {
  let home: string
  let dir: string
  let store: S3Store
  let environment: Environment

  beforeAll(async () => {
    home = await makeHome()
    dir = join(home, 'keep')
    const access = await newBucket(running())
    store = new S3Store(access, 'copy')
    environment = {
      ...readEnvironment({
        SONGKEEP_CACHE: join(home, 'cache'),
        SONGKEEP_CONFIG: join(home, 'config'),
        SONGKEEP_DATA: join(home, 'data'),
        SONGKEEP_S3_ENDPOINT: running().endpoint,
        SONGKEEP_S3_ACCESS_KEY_ID: running().accessKeyId,
        SONGKEEP_S3_SECRET_ACCESS_KEY: running().secretAccessKey,
      }),
    }
    await makeArchive(dir, 4, 1, 100_000)
    await mirrorTo(dir, { target: `s3://${access.bucket}/copy` }, environment)
    await rememberArchive(environment, dir)
    return () => removeHome(home)
  })

  const fileAt = (number: number) =>
    `/api/archives/${archiveId(dir)}/files/${encodeURIComponent(pathOf(number)).replaceAll('%2F', '/')}`
  const open = async (listen?: 'direct') => {
    const context = await openContext(
      { ...environment, s3: { ...environment.s3, listen } },
      { width: 1, folders: [dir] },
    )
    const server = await serve(context, home)
    return {
      address: server.address,
      get: (number: number, headers = {}, method = 'GET') =>
        ask(server.address, fileAt(number), { headers, method }),
      async [Symbol.asyncDispose]() {
        await server[Symbol.asyncDispose]()
        await context[Symbol.asyncDispose]()
      },
    }
  }
  const content = (number: number) => `content ${number}${'x'.repeat(100_000)}`

  test('a file that is gone here comes from the bucket, whole and in parts', async () => {
    await rm(join(dir, pathOf(1)))
    await using server = await open()
    const whole = await server.get(1)
    expect([whole.status, whole.text]).toEqual([200, content(1)])
    expect(whole.headers).toMatchObject({
      'content-type': 'audio/mpeg',
      'accept-ranges': 'bytes',
      'content-length': String(content(1).length),
    })
    const part = await server.get(1, { range: 'bytes=3-8' })
    expect([part.status, part.text]).toEqual([206, content(1).slice(3, 9)])
    expect(part.headers['content-range']).toBe(`bytes 3-8/${content(1).length}`)
    expect((await server.get(1, { range: 'bytes=999999-' })).status).toBe(416)
    expect(await server.get(1, {}, 'HEAD')).toMatchObject({ status: 200, text: '' })
    const { etag = '' } = whole.headers
    expect((await server.get(1, { 'if-none-match': etag })).status).toBe(304)
    // What is here is sent from here.
    expect((await server.get(2)).text).toBe(content(2))
  })

  test('what the bucket has is not sent where it is not what was kept', async () => {
    await rm(join(dir, pathOf(3)))
    await store.put(pathOf(3), sourceOf('something else'), { signal: new AbortController().signal })
    await using server = await open()
    expect((await server.get(3)).status).toBe(404)
  })

  test('browsers are sent to the bucket where they can reach it', async () => {
    await using server = await open('direct')
    const answer = await server.get(2)
    expect(answer).toMatchObject({ status: 307, text: '' })
    expect(answer.headers['cache-control']).toBe('no-store')
    const { location = '' } = answer.headers
    expect(new URL(location).origin).toBe(running().endpoint)
    expect(new URL(location).searchParams.get('X-Amz-Expires')).toBe('600')
    expect(location).not.toContain(running().secretAccessKey)
    const heard = await fetch(location, { headers: { range: 'bytes=0-8' } })
    expect([heard.status, await heard.text()]).toEqual([206, 'content 2'])
    expect(heard.headers.get('content-type')).toBe('audio/mpeg')
    expect(heard.headers.get('content-disposition')).toContain('inline; filename="02 Artist')
    const page = await ask(server.address, '/')
    expect(page.headers['content-security-policy']).toMatch(
      new RegExp(`media-src 'self'[^;]* ${running().endpoint}[;\\s]`),
    )
    // A text of the list's own is never in question.
    expect((await ask(server.address, fileAt(2).replace(/[^/]*$/, 'report.json'))).text).toBe('{}')
  })
})
