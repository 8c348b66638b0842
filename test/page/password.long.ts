import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { expectAccessible, openBrowser, openPage } from './support/browser.ts'
import { buildPage } from './support/build-page.ts'
import { findEnglish } from './support/german.ts'
import { takePictures } from './support/pictures.ts'
import { startServing } from './support/serve.ts'

test('where a password is set, nothing is shown before it is given, and nothing after it was taken back', async () => {
  buildPage()
  const home = await mkdtemp(join(tmpdir(), 'songkeep-page-'))
  const serving = await startServing(home, 0, { SONGKEEP_PASSWORD: 'long and winding' })
  const browser = await openBrowser()
  try {
    const { page, faults } = await openPage(browser, serving.address)
    const password = page.getByLabel('Password')
    const logIn = page.getByRole('button', { name: 'Log in' })
    await password.waitFor()
    expect(await password.evaluate((field) => field === document.activeElement)).toBe(true)
    await expectAccessible(page, 'login')
    await takePictures(page, 'login')
    expect(await findEnglish(page, 'login')).toEqual([])
    expect(await page.getByText('Keep your playlists').count()).toBe(0)
    await password.fill('short and straight')
    await logIn.click()
    await page.getByText('That password is wrong.').waitFor()
    await password.fill('long and winding')
    await logIn.click()
    await page.getByRole('heading', { name: 'Keep your playlists' }).waitFor()
    await page.getByText('Runs on your own computer.').waitFor()
    await page.reload()
    await page.getByRole('heading', { name: 'Keep your playlists' }).waitFor()
    await page.getByRole('button', { name: 'Log out' }).click()
    await password.waitFor()
    expect(faults).toEqual([])
    expect(serving.said()).not.toMatch(/winding|straight/)
  } finally {
    await browser.close()
    await serving.stop()
    await rm(home, { recursive: true, force: true })
  }
})
