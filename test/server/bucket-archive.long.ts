import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { openBucketPlace } from '../../src/app/archives/bucket/place.ts'
import { archiveId, rememberArchive } from '../../src/app/archives/known-archives.ts'
import { type Environment, readEnvironment } from '../../src/app/environment.ts'
import { openContext } from '../../src/app/open-context.ts'
import { openArchive } from '../../src/archive/archive.ts'
import { storeArchive } from '../../src/archive/bucket/store-archive.ts'
import { keep, playlistOf, trackOf } from '../archive/support/sample.ts'
import { makeArchive, pathOf } from '../preserve/mirror/support.ts'
import { type Asked, ask, makeHome, removeHome, serve } from '../support/servers/page-server.ts'
import { ceph, describeS3, newBucket } from '../support/servers/s3-server.ts'
import { png, withPicture } from '../tags/pictures.ts'

const picture = png(8)

async function addPictured(dir: string) {
  const list = playlistOf(
    'Mix',
    ['Song 1', 'Song 2', 'Song 3'].map((title) => trackOf(title)),
  )
  await using archive = await openArchive(dir)
  await keep(archive, list, 3, withPicture(picture, 'image/png'))
  await archive.checkpoint()
}

/* The page of a server whose archive lies in a bucket: nothing of its audio is on the server's disk. */

describeS3('an archive at Ceph on the page', ceph, (running) => {
  let home: string
  let bucket: string
  let environment: Environment

  beforeAll(async () => {
    home = await makeHome()
    const access = await newBucket(running())
    bucket = `s3://${access.bucket}/keep`
    environment = readEnvironment({
      SONGKEEP_CACHE: join(home, 'cache'),
      SONGKEEP_CONFIG: join(home, 'config'),
      SONGKEEP_DATA: join(home, 'data'),
      SONGKEEP_S3_ENDPOINT: running().endpoint,
      SONGKEEP_S3_ACCESS_KEY_ID: running().accessKeyId,
      SONGKEEP_S3_SECRET_ACCESS_KEY: running().secretAccessKey,
    })
    await mkdir(environment.dataDir!, { recursive: true })
    // As another host has left it.
    const dir = join(home, 'elsewhere')
    await makeArchive(dir, 2, 1, 1000)
    await addPictured(dir)
    const there = { ...environment, dataDir: join(home, 'there') }
    await using place = await openBucketPlace(bucket, there)
    await storeArchive(dir, place, { signal: new AbortController().signal })
    await rememberArchive(environment, bucket)
    return () => removeHome(home)
  })

  const open = async () => {
    const context = await openContext(environment, { width: 1, folders: [bucket] })
    const server = await serve(context, home)
    const get = async (path: string, asked?: Asked) =>
      await ask(server.address, `/api/archives${path}`, asked)
    return {
      context,
      get,
      async [Symbol.asyncDispose]() {
        await server[Symbol.asyncDispose]()
        await context[Symbol.asyncDispose]()
      },
    }
  }

  test('it is listed by its bucket, its lists are shown, and its files heard', async () => {
    await using server = await open()
    const id = archiveId(bucket)
    expect(JSON.parse((await server.get(`/${id}`)).text)).toMatchObject({
      archive: { id, dir: bucket, name: 'keep', present: true, files: 3 },
    })
    const listed = JSON.parse((await server.get('')).text)
    expect(listed.archives ?? listed).toMatchObject([{ id, dir: bucket }])
    const path = encodeURIComponent(pathOf(1)).replaceAll('%2F', '/')
    const heard = await server.get(`/${id}/files/${path}`)
    expect([heard.status, heard.text.slice(0, 9)]).toEqual([200, 'content 1'])
  })

  test('the cover of a file is read from the bucket', async () => {
    await using server = await open()
    const id = archiveId(bucket)
    const path = (at: number) => pathOf(at).split('/').map(encodeURIComponent).join('/')
    const { status, headers, bytes } = await server.get(`/${id}/covers/${path(3)}`)
    expect([status, headers['content-type']]).toEqual([200, 'image/png'])
    expect(bytes).toEqual(Buffer.from(picture))
    expect((await server.get(`/${id}/covers/${path(1)}`)).status).toBe(404)
  })

  test('what needs a folder is refused as such, and changes nothing', async () => {
    await using server = await open()
    const id = archiveId(bucket)
    const body = JSON.stringify({ folders: ['Mix'] })
    for (const what of ['removal', 'trash']) {
      const answer = await server.get(`/${id}/${what}`, { method: 'POST', body })
      expect([answer.status, answer.json.reason.code]).toEqual([422, 'archive.not-in-bucket'])
    }
    expect((await server.get(`/${id}/trash`)).json).toEqual({ trashed: [] })
  })

  test('it is checked by a job; a bucket that nobody has named is refused', async () => {
    await using server = await open()
    const { jobs } = server.context
    await expect(
      jobs.add({ kind: 'verify', into: 's3://somebody/else' }, 'page'),
    ).rejects.toMatchObject({ reason: { code: 'app.folder-outside' } })
    const { id } = await jobs.add({ kind: 'verify', into: bucket }, 'page')
    await expect.poll(async () => (await jobs.find(id))?.state, { timeout: 30_000 }).toBe('done')
  })
})
