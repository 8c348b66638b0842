import type { None } from '../none.ts'

/** How many entries of two lists are the same, of those of the longer one. */
interface Share {
  /** The list that the archive holds. */
  readonly name: string
  readonly same: number
  readonly of: number
}

/** Codes of `backup/identity`, of whose newer version a playlist is, and what their sentences are filled with. */
export interface BackupListReasons {
  /** What may be answered: a playlist is the newer version of a list of the archive, or a new list. */
  'backup.newer-version': Share & { readonly at?: string }
  'backup.new-list': None
  /** Taken for a newer version unasked. `at`: when it was last kept, ISO 8601; `percent` of the entries are enough. */
  'backup.list-continued': Share & { readonly at?: string; readonly percent: number }
  /** Kept as a list of its own unasked, though the archive holds one of that name. */
  'backup.list-apart': Share & { readonly id: string }
  /** Its service, or the user, calls it otherwise now. */
  'backup.list-renamed': { readonly before: string }
  /** The user has joined the list `name` with it, which had so many entries that it lacked. */
  'backup.lists-joined': { readonly name: string; readonly added: number }
  /** The user gave an id that no list had. */
  'backup.list-begun': { readonly id: string }
  /** A name that several lists of the archive have. */
  'backup.several-lists': { readonly name: string }
  'backup.give-list-id': { readonly ids: readonly string[] }
  'backup.list-for-one': { readonly playlists: number }
  'backup.list-empty': None
}
