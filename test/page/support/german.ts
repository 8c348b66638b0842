import type { Page } from 'playwright-core'
import { listEnglish } from '../../support/words/english.ts'
import { takePictures } from './pictures.ts'

/** What the view as it is now says in English on the German page. It is in English again afterwards. */
export async function findEnglish(page: Page, where: string): Promise<readonly string[]> {
  const before = await page.evaluate(() => document.documentElement.lang)
  await chooseLanguage(page, 'de')
  const said = await readText(page)
  await takePictures(page, `${where}-de`)
  await chooseLanguage(page, before === 'de' ? 'de' : 'en')
  return listEnglish(said).map((phrase) => `${where}: ${phrase}`)
}

/** Within the page, as a window that is open keeps the mouse from the foot of the page. */
async function chooseLanguage(page: Page, language: 'de' | 'en'): Promise<void> {
  await page.evaluate((value) => {
    const choice = document.querySelector<HTMLSelectElement>('select:has(option[lang=de])')
    if (!choice) throw new Error('There is no choice of language.')
    choice.value = value
    choice.dispatchEvent(new Event('change', { bubbles: true }))
  }, language)
  await page.waitForFunction((value) => document.documentElement.lang === value, language)
}

/** All that is seen, and what is only heard. */
async function readText(page: Page): Promise<string> {
  return await page.evaluate(() => {
    const named = ['aria-label', 'placeholder', 'title', 'alt'].flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)].map((each) => each.getAttribute(name)),
    )
    // For who has no script nothing chooses a language: it is said in both.
    const body = document.body.cloneNode(true) as HTMLElement
    for (const each of body.querySelectorAll('noscript')) each.remove()
    return [document.title, body.textContent, ...named].join('\n').replace(/\s+/g, ' ')
  })
}
