import type { NewInput, Preview, Settings } from '../../../../src/api/contract.ts'
import { get, send } from '../../../api/client.ts'
import { createStore } from '../../../api/store.ts'
import { type Uploaded, upload } from '../../../api/upload.ts'
import { changeDraft, draft, dropDraft } from '../plan/draft.ts'

/** One thing that the reader has put in. */
export type InputItem =
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

export interface Inputs {
  readonly items: readonly InputItem[]
  readonly state:
    | { readonly kind: 'nothing' | 'sending' | 'reading' | 'stopped' }
    | { readonly kind: 'understood'; readonly preview: Preview }
    | { readonly kind: 'failed'; readonly error: unknown }
    /** A file that has been moved or changed since it was dropped. */
    | { readonly kind: 'unreadable'; readonly name: string }
}

/** The name of what is no file: the server calls it by what is read of it. */
export const PASTED = '-'

/** An order takes no more. */
export const MAX_ITEMS = 200

/** It outlives the view: whoever looks at the settings in between finds it again. */
export const inputs = createStore<Inputs>({ items: [], state: { kind: 'nothing' } })

let lastId = 0
let running: AbortController | undefined
/** Whether a list may be read from Spotify's public page: as it is settled, until it is said otherwise. */
export const publicPage = createStore<boolean | undefined>(undefined)

export function addLinks(links: readonly string[]): void {
  const known = new Set(inputs.read().items.map((item) => (item.kind === 'link' ? item.link : '')))
  add(
    links.filter((link) => !known.has(link)).map((link) => ({ kind: 'link', id: ++lastId, link })),
  )
}

export function addFiles(files: readonly { readonly name: string; readonly file: Blob }[]): void {
  add(files.map(({ name, file }) => ({ kind: 'file', id: ++lastId, name, file, sent: 0 })))
}

function add(items: readonly InputItem[]): void {
  if (items.length === 0) return
  const now = inputs.read()
  inputs.set({ ...now, items: [...now.items, ...items].slice(0, MAX_ITEMS) })
  void readInputs()
}

export function removeItem(id: number): void {
  const now = inputs.read()
  inputs.set({ ...now, items: now.items.filter((item) => item.id !== id) })
  void readInputs()
}

export function removeAll(): void {
  running?.abort()
  inputs.set({ items: [], state: { kind: 'nothing' } })
  publicPage.set(undefined)
  dropDraft()
}

/** Stops what is being sent or read; all that was put in stays. */
export function stopReading(): void {
  running?.abort()
  inputs.set({ ...inputs.read(), state: { kind: 'stopped' } })
}

export function allowPublicPage(allowed: boolean): void {
  if (allowed === publicPage.read()) return
  publicPage.set(allowed)
  const { plan } = draft.read()
  if (plan) changeDraft({ plan: { ...plan, settings: { ...plan.settings, publicPage: allowed } } })
  if (inputs.read().items.some(({ kind }) => kind === 'link')) void readInputs()
}

/** Sends what is not there yet, and asks what is understood of all of it together. */
export async function readInputs(): Promise<void> {
  running?.abort()
  running = new AbortController()
  const { signal } = running
  if (inputs.read().items.length === 0) {
    inputs.set({ items: [], state: { kind: 'nothing' } })
    return
  }
  const show = (state: Inputs['state']) => {
    if (!signal.aborted) inputs.set({ ...inputs.read(), state })
  }
  try {
    show({ kind: 'sending' })
    for (const item of inputs.read().items)
      if (item.kind === 'file' && !item.uploaded) await sendFile(item, signal)
    show({ kind: 'reading' })
    if (publicPage.read() === undefined) publicPage.set(await readPublicPage(signal))
    const body = {
      inputs: inputs.read().items.flatMap(inputOf),
      publicPage: publicPage.read() || undefined,
    }
    // From here on the server may have let go of them, whatever it answers: they are sent anew the next time.
    inputs.set({ ...inputs.read(), items: inputs.read().items.map(withoutUpload) })
    const preview = await send<Preview>('POST', 'preview', body, signal)
    show({ kind: 'understood', preview })
  } catch (error) {
    if (error instanceof UnreadableFileError) show({ kind: 'unreadable', name: error.message })
    else show({ kind: 'failed', error })
  }
}

class UnreadableFileError extends Error {}

async function readPublicPage(signal: AbortSignal): Promise<boolean> {
  const { settings } = await get<{ settings: Settings }>('settings', signal)
  return settings.publicPage
}

async function sendFile(
  item: Extract<InputItem, { kind: 'file' }>,
  signal: AbortSignal,
): Promise<void> {
  const change = (facts: { sent?: number; uploaded?: Uploaded }) => {
    const now = inputs.read()
    const items = now.items.map((each) => (each.id === item.id ? { ...each, ...facts } : each))
    inputs.set({ ...now, items })
  }
  await item.file
    .slice(0, 1)
    .arrayBuffer()
    .catch(() => {
      throw new UnreadableFileError(item.name)
    })
  const uploaded = await upload(item.file, item.name, (sent) => change({ sent }), signal)
  change({ uploaded, sent: item.file.size })
}

function inputOf(item: InputItem): NewInput[] {
  if (item.kind === 'link') return [{ kind: 'link', link: item.link }]
  return item.uploaded ? [{ kind: 'upload', id: item.uploaded.id, name: item.uploaded.name }] : []
}

function withoutUpload(item: InputItem): InputItem {
  if (item.kind === 'link') return item
  const { uploaded, ...rest } = item
  return rest
}
