import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { backUpInput } from '../../src/app/backups/back-up.ts'
import type { Environment } from '../../src/app/environment.ts'
import { completeRequest } from '../../src/model/backup/request.ts'

const credentials = { accessKeyId: 'a', secretAccessKey: 'b' }

test.each<[string, Partial<Environment>, string, number?]>([
  ['https://example.org/keep', {}, 'preserve.wrong-target'],
  ['s3://', {}, 'preserve.wrong-target'],
  ['s3://bucket/../keep', {}, 'preserve.wrong-target'],
  ['s3://bucket/keep', {}, 'preserve.no-s3-keys'],
  ['s3://bucket/keep', { s3: { credentials }, offline: true }, 'archive.bucket-offline'],
  ['s3://bucket/keep', { s3: { credentials } }, 'archive.not-in-bucket', 10],
])('before anything is read, %s with %j is refused: %s', async (into, given, code, parity) => {
  const request = completeRequest({ inputs: ['none.txt'], into, offline: true, parity })
  const places = { cacheDir: '/nonexistent', dataDir: '/nonexistent', processors: 1 }
  const { signal } = new AbortController()
  const run = backUpInput(request, { ...places, ...given }, signal)
  await expect(run.next()).rejects.toMatchObject({ reason: { code } })
  expect(existsSync(into.split('/')[0] ?? '')).toBe(false)
})
