import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkRequest } from '../../../src/app/jobs/check-request.ts'
import { AllowedFolders } from '../../../src/app/settings/allowed-folders.ts'
import { completeRequest } from '../../../src/model/backup/request.ts'
import { makeTempDir } from '../../support/program.ts'

test('a file that names shards leads the page to no server, and to no folder outside', async () => {
  const dir = await makeTempDir()
  const allowed = join(dir, 'allowed')
  for (const each of ['allowed/shard-1', 'outside'])
    await mkdir(join(dir, each), { recursive: true })
  const check = async (...shards: readonly string[]) => {
    await writeFile(
      join(allowed, 'shards.json'),
      JSON.stringify({ format: 'songkeep-shards', shards }),
    )
    const request = completeRequest({ inputs: [], into: join(allowed, 'Keep') })
    return await checkRequest({ ...request, kind: 'backup', catalogues: [allowed] } as never, {
      folders: new AllowedFolders([allowed]),
      stagedImports: {} as never,
    })
  }
  await expect(check('shard-1')).resolves.toMatchObject({ catalogues: [allowed] })
  for (const named of [
    'http://127.0.0.1:4750',
    'http://169.254.169.254',
    '../outside',
    join(dir, 'outside'),
  ])
    await expect(check('shard-1', named), named).rejects.toMatchObject({
      reason: { code: expect.stringMatching(/^app\.(?:folder-outside|no-whole-path)$/) },
    })
})
