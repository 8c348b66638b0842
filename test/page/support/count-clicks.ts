import type { Page } from 'playwright-core'

/** What a person has done since the page was opened. */
export interface Effort {
  /** Clicks, taps, and files or folders chosen in the browser's own window. */
  readonly clicks: number
  /** Changes of text in a field, typed or pasted. */
  readonly typed: number
}

export interface EffortCount {
  read(): Promise<Effort>
  /** Opens the browser's own window by a click, and chooses in it: two clicks. */
  choose(open: () => Promise<void>, files: string | readonly string[]): Promise<void>
}

/** Counts what the browser itself says that its user did: nothing that a script of the page does is counted. */
export async function countEffort(page: Page): Promise<EffortCount> {
  let chosen = 0
  await page.evaluate(() => {
    const counted = { clicks: 0, typed: 0 }
    Object.assign(globalThis, { counted })
    const options = { capture: true }
    addEventListener('pointerdown', ({ isTrusted }) => isTrusted && counted.clicks++, options)
    addEventListener(
      'keydown',
      ({ key, isTrusted }) => isTrusted && /^(?:Enter| )$/.test(key) && counted.clicks++,
      options,
    )
    addEventListener('input', ({ target }) => isText(target) && counted.typed++, options)
    const isText = (target: unknown) =>
      target instanceof HTMLTextAreaElement ||
      (target instanceof HTMLInputElement && !/^(?:file|checkbox|radio)$/.test(target.type))
  })
  return {
    async read() {
      const { clicks, typed } = await page.evaluate(
        () => (globalThis as unknown as { readonly counted: Effort }).counted,
      )
      return { clicks: clicks + chosen, typed }
    },
    async choose(open, files) {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), open()])
      await chooser.setFiles(files as string | string[])
      chosen++
    },
  }
}
