import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { expectAccessible, openBrowser, openPage } from './support/browser.ts'
import { buildPage } from './support/build-page.ts'
import { findEnglish } from './support/german.ts'
import { takePictures } from './support/pictures.ts'
import { runSongkeep, startServing } from './support/serve.ts'

const PASSWORD = 'long and winding'

async function makeAccounts(home: string): Promise<void> {
  for (const [name, role] of [
    ['olga', 'owner'],
    ['gus', 'guest'],
  ] as const)
    expect(await runSongkeep(home, ['accounts', 'add', name, '--role', role], PASSWORD)).toEqual({
      code: 0,
    })
}

test('where there are accounts, a name is asked for too, and a guest is shown the library alone', async () => {
  buildPage()
  const home = await mkdtemp(join(tmpdir(), 'songkeep-page-'))
  await makeAccounts(home)
  const serving = await startServing(home, 0, { SONGKEEP_ACCOUNTS: join(home, 'accounts') })
  const browser = await openBrowser()
  try {
    const { page, faults } = await openPage(browser, serving.address)
    const name = page.getByLabel('Name')
    const signIn = async (as: string, password: string) => {
      await name.fill(as)
      await page.getByLabel('Password').fill(password)
      await page.getByRole('button', { name: 'Log in' }).click()
    }
    await name.waitFor()
    await expectAccessible(page, 'sign-in')
    await takePictures(page, 'sign-in')
    expect(await findEnglish(page, 'sign-in')).toEqual([])
    await signIn('olga', 'short and straight')
    await page.getByText('The name or the password is wrong.').waitFor()
    await signIn('olga', PASSWORD)
    await page.getByRole('heading', { name: 'Keep your playlists' }).waitFor()
    await page.getByText('Signed in as olga').waitFor()
    await page.getByRole('button', { name: 'Log out' }).click()
    await name.waitFor()
    await signIn('gus', PASSWORD)
    await page.getByText('Signed in as gus').waitFor()
    await page.getByRole('heading', { name: 'Library' }).waitFor()
    expect(await page.getByRole('navigation').getByRole('link').allTextContents()).toEqual([
      'Library',
    ])
    expect(await page.getByText('Keep your playlists').count()).toBe(0)
    expect(faults).toEqual([])
    expect(serving.said()).not.toMatch(/winding|straight/)
  } finally {
    await browser.close()
    await serving.stop()
    await rm(home, { recursive: true, force: true })
  }
})
