import { expect, test } from 'vitest'
import { AllowedFolders } from '../../../src/app/settings/allowed-folders.ts'
import { makeTempDir } from '../../support/program.ts'

test.each([
  ['whoever has started the server', false, 'app.open-folder'],
  ['an account, which cannot do that', true, 'app.ask-for-folder'],
] as const)('a folder outside is refused with what %s may do', async (_, isBlind, code) => {
  const folders = new AllowedFolders([await makeTempDir()], undefined, { isBlind })
  await expect(folders.list('/etc')).rejects.toMatchObject({
    reason: { code: 'app.folder-outside' },
    advice: { code },
  })
})
