import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { backUpInput } from '../../src/app/backups/back-up.ts'
import { completeRequest } from '../../src/model/backup/request.ts'

test.each(['s3://bucket/keep', 'https://example.org/keep'])(
  'an address is no place for an archive, and no folder is called so: %s',
  async (into) => {
    const request = completeRequest({ inputs: ['none.txt'], into, offline: true })
    const environment = { cacheDir: '/nonexistent', processors: 1 }
    const { signal } = new AbortController()
    await expect(backUpInput(request, environment, signal).next()).rejects.toMatchObject({
      reason: { code: 'app.archive-in-bucket', params: { into } },
      advice: { code: 'app.mirror-instead' },
    })
    expect(existsSync(into.split('/')[0] ?? '')).toBe(false)
  },
)
