import { adviseOfFolder } from '../../../../src/model/lists/advise.ts'
import { changeDraft, draft, dropDraft } from '../plan/draft.ts'
import { type InputItem, MAX_ITEMS } from './item.ts'
import type { EmptyFolder } from './read-dropped.ts'
import { readInputs, stopRequest } from './read-inputs.ts'
import { clearInputs, inputs, publicPage } from './store.ts'

type NewItem = InputItem extends infer Item
  ? Item extends InputItem
    ? Omit<Item, 'id'>
    : never
  : never

let lastId = 0

export function addLinks(links: readonly string[]): void {
  addNamed('link', links)
}

export function addPaths(paths: readonly string[]): void {
  addNamed('path', paths)
}

function addNamed(kind: 'link' | 'path', names: readonly string[]): void {
  const known = inputs.read().items.flatMap((item) => (item.kind === kind ? item.name : []))
  add(names.filter((name) => !known.includes(name)).map((name) => ({ kind, name })))
}

export function addFiles(files: readonly { readonly name: string; readonly file: Blob }[]): void {
  add(files.map(({ name, file }) => ({ kind: 'file', name, file, sent: 0 })))
}

/** Folders without a playlist stand there with what to give instead. */
export function addEmptyFolders(folders: readonly EmptyFolder[]): void {
  add(
    folders.map(({ name, hasMusic }) => ({
      kind: 'folder',
      name,
      refused: adviseOfFolder(name, hasMusic),
    })),
  )
}

/** What was put in before the page was loaded anew; it is not read again. */
export function putBack(items: readonly NewItem[]): void {
  inputs.set({ items: items.map(numbered), state: { kind: 'reading' } })
}

const numbered = (item: NewItem): InputItem => ({ ...item, id: ++lastId })

function add(items: readonly NewItem[]): void {
  if (items.length === 0) return
  const now = inputs.read()
  inputs.set({ ...now, items: [...now.items, ...items.map(numbered)].slice(0, MAX_ITEMS) })
  void readInputs()
}

export function removeItem(id: number): void {
  const now = inputs.read()
  const removed = now.items.find((item) => item.id === id)
  inputs.set({ ...now, items: now.items.filter((item) => item !== removed) })
  if (inputs.read().items.length === 0) removeAll()
  else if (!removed?.refused) void readInputs()
}

export function removeAll(): void {
  stopRequest()
  clearInputs()
  dropDraft()
}

/** Stops what is being sent or read; all that was put in stays. */
export function stopReading(): void {
  stopRequest()
  inputs.set({ ...inputs.read(), state: { kind: 'stopped' } })
}

export function allowPublicPage(allowed: boolean): void {
  if (allowed === publicPage.read()) return
  publicPage.set(allowed)
  const { plan } = draft.read()
  if (plan) changeDraft({ plan: { ...plan, settings: { ...plan.settings, publicPage: allowed } } })
  if (inputs.read().items.some(({ kind }) => kind === 'link')) void readInputs()
}
