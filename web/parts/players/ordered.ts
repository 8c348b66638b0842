import { createStore } from '../../api/store.ts'
import type { PlayList } from './playable.ts'

/** What the reader has asked to hear last: each press is an object of its own. */
export interface PlayOrder {
  readonly list: PlayList
  /** Where in the list it begins. */
  readonly at: number
}

/** Undefined where nothing is to be heard: the player at the foot is not there then. */
export const ordered = createStore<PlayOrder | undefined>(undefined)

/** Plays a list from a place in it on; the player at the foot goes on while the reader looks at other views. */
export function playList(list: PlayList, at = 0): void {
  if (list.items.length > 0) ordered.set({ list, at })
}
