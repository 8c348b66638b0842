import type { NewInput, Preview, Settings } from '../../../../src/api/contract.ts'
import { get, send } from '../../../api/client.ts'
import { createCell } from '../../../api/store.ts'
import { type Uploaded, upload } from '../../../api/upload.ts'
import { changeDraft, draft, dropDraft } from '../plan/draft.ts'

/** One thing that the reader has put in. */
export type Item =
  | { readonly kind: 'link'; readonly id: number; readonly link: string }
  | {
      readonly kind: 'file'
      readonly id: number
      readonly name: string
      readonly file: Blob
      /** Bytes that have left. */
      readonly sent: number
      /** Until it was read: what is read is gone at the server. */
      readonly uploaded?: Uploaded
    }

export interface Given {
  readonly items: readonly Item[]
  readonly state:
    | { readonly kind: 'nothing' | 'sending' | 'reading' | 'stopped' }
    | { readonly kind: 'understood'; readonly preview: Preview }
    | { readonly kind: 'failed'; readonly error: unknown }
    /** A file that has been moved or changed since it was dropped. */
    | { readonly kind: 'unreadable'; readonly name: string }
}

/** An order takes no more. */
export const mostItems = 200

/** It outlives the view: whoever looks at the settings in between finds it again. */
export const given = createCell<Given>({ items: [], state: { kind: 'nothing' } })

let lastId = 0
let running: AbortController | undefined
/** Whether a list may be read from Spotify's public page: as it is settled, until it is said otherwise. */
export const publicPage = createCell<boolean | undefined>(undefined)

export function addLinks(links: readonly string[]): void {
  const known = new Set(given.read().items.map((item) => (item.kind === 'link' ? item.link : '')))
  add(
    links.filter((link) => !known.has(link)).map((link) => ({ kind: 'link', id: ++lastId, link })),
  )
}

export function addFiles(files: readonly { readonly name: string; readonly file: Blob }[]): void {
  add(files.map(({ name, file }) => ({ kind: 'file', id: ++lastId, name, file, sent: 0 })))
}

function add(items: readonly Item[]): void {
  if (items.length === 0) return
  const now = given.read()
  given.set({ ...now, items: [...now.items, ...items].slice(0, mostItems) })
  void understand()
}

export function removeItem(id: number): void {
  const now = given.read()
  given.set({ ...now, items: now.items.filter((item) => item.id !== id) })
  void understand()
}

export function removeAll(): void {
  running?.abort()
  given.set({ items: [], state: { kind: 'nothing' } })
  publicPage.set(undefined)
  dropDraft()
}

/** Stops what is being sent or read; all that was put in stays. */
export function stopUnderstanding(): void {
  running?.abort()
  given.set({ ...given.read(), state: { kind: 'stopped' } })
}

export function allowPublicPage(allowed: boolean): void {
  if (allowed === publicPage.read()) return
  publicPage.set(allowed)
  const { plan } = draft.read()
  if (plan) changeDraft({ plan: { ...plan, settings: { ...plan.settings, publicPage: allowed } } })
  if (given.read().items.some(({ kind }) => kind === 'link')) void understand()
}

/** Sends what is not there yet, and asks what is understood of all of it together. */
export async function understand(): Promise<void> {
  running?.abort()
  running = new AbortController()
  const { signal } = running
  if (given.read().items.length === 0) {
    given.set({ items: [], state: { kind: 'nothing' } })
    return
  }
  const show = (state: Given['state']) => {
    if (!signal.aborted) given.set({ ...given.read(), state })
  }
  try {
    show({ kind: 'sending' })
    for (const item of given.read().items)
      if (item.kind === 'file' && !item.uploaded) await sendFile(item, signal)
    show({ kind: 'reading' })
    if (publicPage.read() === undefined) publicPage.set(await readPublicPage(signal))
    const inputs = given.read().items.flatMap(inputOf)
    const body = { inputs, publicPage: publicPage.read() || undefined }
    // From here on the server may have let go of them, whatever it answers: they are sent anew the next time.
    given.set({ ...given.read(), items: given.read().items.map(withoutUpload) })
    const preview = await send<Preview>('POST', 'preview', body, signal)
    show({ kind: 'understood', preview })
  } catch (error) {
    if (error instanceof Unreadable) show({ kind: 'unreadable', name: error.message })
    else show({ kind: 'failed', error })
  }
}

class Unreadable extends Error {}

async function readPublicPage(signal: AbortSignal): Promise<boolean> {
  const { settings } = await get<{ settings: Settings }>('settings', signal)
  return settings.publicPage
}

async function sendFile(item: Extract<Item, { kind: 'file' }>, signal: AbortSignal): Promise<void> {
  const change = (facts: { sent?: number; uploaded?: Uploaded }) => {
    const now = given.read()
    const items = now.items.map((each) => (each.id === item.id ? { ...each, ...facts } : each))
    given.set({ ...now, items })
  }
  await item.file
    .slice(0, 1)
    .arrayBuffer()
    .catch(() => {
      throw new Unreadable(item.name)
    })
  const uploaded = await upload(item.file, item.name, (sent) => change({ sent }), signal)
  change({ uploaded, sent: item.file.size })
}

function inputOf(item: Item): NewInput[] {
  if (item.kind === 'link') return [{ kind: 'link', link: item.link }]
  return item.uploaded ? [{ kind: 'upload', id: item.uploaded.id, name: item.uploaded.name }] : []
}

function withoutUpload(item: Item): Item {
  if (item.kind === 'link') return item
  const { uploaded, ...rest } = item
  return rest
}
