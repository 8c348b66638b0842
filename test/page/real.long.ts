import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { readLibrary, writeCsv } from '../end-to-end/service-text.ts'
import { describeShared, shared } from '../support/shared.ts'
import { openBrowser, openPage } from './support/browser.ts'
import { buildPage } from './support/build-page.ts'
import { startServing } from './support/serve.ts'

describeShared('a real export and real music, on the page', 'data/playlists/spotify-export', () => {
  test('are understood, kept and heard', async () => {
    buildPage()
    const home = await mkdtemp(join(tmpdir(), 'songkeep-page-'))
    const files = (await readLibrary(shared('data/music'))).slice(0, 3)
    await mkdir(join(home, 'Music'))
    for (const { path } of files) await cp(path, join(home, 'Music', basename(path)))
    await writeFile(join(home, 'Three of them.csv'), writeCsv(files))
    const account = shared('data/playlists/spotify-export/account-2025')
    const serving = await startServing(home)
    const browser = await openBrowser()
    try {
      const { page, faults, strangers } = await openPage(browser, serving.address)
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles([
          ...['Playlist1.json', 'YourLibrary.json'].map((name) => join(account, name)),
          join(home, 'Three of them.csv'),
        ])
      await page.getByRole('heading', { name: 'What Songkeep found' }).waitFor()
      await page.getByRole('checkbox', { name: /Playlist 4/ }).waitFor()
      await page.getByRole('button', { name: 'None', exact: true }).click()
      await page.getByRole('checkbox', { name: /Three of them/ }).check()
      await page.getByRole('checkbox', { name: /Playlist 4/ }).check()
      await page.getByRole('textbox', { name: 'Into' }).fill(join(home, 'Keep'))
      await page.getByRole('button', { name: /^Back up \d+ tracks/ }).click()
      await page.getByText('The run is finished').waitFor()
      await page.getByRole('link', { name: 'See the result' }).click()
      const which = page.getByRole('combobox', { name: 'Playlist' })
      await which.selectOption({ label: 'Three of them' })
      await page.getByText('All 3 tracks kept').waitFor()
      await page.locator('main li button').first().click()
      const player = page.locator('audio').first()
      await player.evaluate((audio: HTMLAudioElement) => audio.play())
      await expect
        .poll(() => player.evaluate((audio: HTMLAudioElement) => audio.currentTime), {
          timeout: 20_000,
        })
        .toBeGreaterThan(0.3)
      expect({ faults, strangers }).toEqual({ faults: [], strangers: [] })
    } finally {
      await browser.close()
      await serving.stop()
      await rm(home, { recursive: true, force: true })
    }
  })
})
