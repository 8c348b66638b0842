import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkRequest } from '../../../src/app/jobs/check-request.ts'
import { AllowedFolders } from '../../../src/app/settings/allowed-folders.ts'
import { startBackup } from '../../support/backup.ts'
import { makeTempDir } from '../../support/program.ts'
import { makeWav } from '../../support/sound.ts'

test('a list that says to be kept from a folder that the page may not open is not synced', async () => {
  const dir = await makeTempDir()
  await mkdir(join(dir, 'Music'))
  await writeFile(join(dir, 'Music/The Testers - Amber.wav'), makeWav(1, 1))
  await writeFile(join(dir, 'list.csv'), 'Title,Artist\nAmber,The Testers\n')
  for await (const _ of startBackup(dir, { format: 'keep' })) void _
  const request = { kind: 'sync', into: join(dir, 'Keep') } as const
  const check = (folders: readonly string[], more = {}) =>
    checkRequest(
      { ...request, ...more },
      { folders: new AllowedFolders(folders), stagedImports: {} as never },
    )
  await expect(check([dir])).resolves.toMatchObject(request)
  const outside = { reason: { code: 'app.folder-outside' } }
  await expect(check([join(dir, 'Keep')])).rejects.toMatchObject(outside)
  const own = { libraries: [join(dir, 'Keep')] }
  await expect(check([join(dir, 'Keep')], own)).resolves.toMatchObject(own)
})
