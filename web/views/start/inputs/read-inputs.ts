import type { NewInput, Preview, Settings } from '../../../../src/api/contract.ts'
import { get, RequestError, send } from '../../../api/client.ts'
import { upload } from '../../../api/upload.ts'
import type { InputItem, Inputs } from './item.ts'
import { refuseFile } from './refuse-file.ts'
import { changeItems, inputs, publicPage } from './store.ts'

let running: AbortController | undefined

export function stopRequest(): void {
  running?.abort()
}

/** Sends what is not there yet, and asks what is understood of all of it together. */
export async function readInputs(): Promise<void> {
  stopRequest()
  running = new AbortController()
  const { signal } = running
  const show = (state: Inputs['state']) => {
    if (!signal.aborted) inputs.set({ ...inputs.read(), state })
  }
  try {
    show({ kind: 'sending' })
    // What an address or a path leads to may be another thing now.
    changeItems((item) =>
      item.kind === 'link' || item.kind === 'path' ? { ...item, refused: undefined } : item,
    )
    for (const item of inputs.read().items) await sendItem(item, signal)
    const items = inputs.read().items.filter(({ refused }) => !refused)
    if (items.length === 0) return show({ kind: 'nothing' })
    show({ kind: 'reading' })
    show({ kind: 'understood', preview: await ask(items, signal) })
  } catch (error) {
    show({ kind: 'failed', error })
  }
}

async function ask(items: readonly InputItem[], signal: AbortSignal): Promise<Preview> {
  if (publicPage.read() === undefined) publicPage.set(await readPublicPage(signal))
  const body = { inputs: items.flatMap(inputOf), publicPage: publicPage.read() || undefined }
  // From here on the server may have let go of them, whatever it answers: they are sent anew the next time.
  changeItems(withoutUpload)
  const preview = await send<Preview>('POST', 'preview', body, signal)
  for (const { at, ...refused } of preview.refused)
    changeItems((item) => (item.id === items[at]?.id ? { ...item, refused } : item))
  return preview
}

async function readPublicPage(signal: AbortSignal): Promise<boolean> {
  const { settings } = await get<{ settings: Settings }>('settings', signal)
  return settings.publicPage
}

/** Sends a file that is not at the server; one that is surely no playlist never leaves the browser. */
async function sendItem(item: InputItem, signal: AbortSignal): Promise<void> {
  if (item.kind !== 'file' || item.uploaded || item.refused) return
  const change = (facts: Partial<InputItem>) =>
    changeItems((each) => (each.id === item.id ? ({ ...each, ...facts } as InputItem) : each))
  const refused = await refuseFile(item.file, item.name)
  signal.throwIfAborted()
  if (refused) return change({ refused })
  try {
    const uploaded = await upload(item.file, item.name, (sent) => change({ sent }), signal)
    change({ uploaded, sent: item.file.size })
  } catch (error) {
    if (!(error instanceof RequestError) || error.status !== 413 || !error.fault) throw error
    change({ refused: error.fault })
  }
}

function inputOf(item: InputItem): NewInput[] {
  switch (item.kind) {
    case 'link':
      return [{ kind: 'link', link: item.name }]
    case 'path':
      return [{ kind: 'path', path: item.name }]
    case 'staged':
      return [item.reading]
    case 'file':
      return item.uploaded
        ? [{ kind: 'upload', id: item.uploaded.id, name: item.uploaded.name }]
        : []
    case 'folder':
      return []
  }
}

function withoutUpload(item: InputItem): InputItem {
  if (item.kind !== 'file') return item
  const { uploaded, ...rest } = item
  return rest
}
