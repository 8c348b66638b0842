import { createStore } from '../../../api/store.ts'
import type { InputItem, Inputs } from './item.ts'

const nothing: Inputs = { items: [], state: { kind: 'nothing' } }

/** What was put in. It outlives the view: whoever looks at the settings in between finds it again. */
export const inputs = createStore<Inputs>(nothing)

/** Whether a list may be read from Spotify's public page: as it is settled, until it is said otherwise. */
export const publicPage = createStore<boolean | undefined>(undefined)

export function changeItems(change: (item: InputItem) => InputItem): void {
  const now = inputs.read()
  inputs.set({ ...now, items: now.items.map(change) })
}

export function clearInputs(): void {
  inputs.set(nothing)
  publicPage.set(undefined)
}
