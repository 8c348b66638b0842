import type {
  ArchivedPlaylist,
  ArchiveInfo,
  BroughtBack,
  TrashedLists,
} from '../../../../src/api/contract.ts'

/** What is to be done with lists, by their folders. */
export type Wanted =
  | { readonly kind: 'remove'; readonly folders: readonly string[] }
  | { readonly kind: 'join'; readonly folder: string; readonly other?: string | undefined }

/** What was done with lists: it stands there until the next change, with the way back. */
export type Done =
  | {
      readonly kind: 'changed'
      readonly trashed: TrashedLists
      /** Of a merge: entries that were new. */
      readonly added?: number
    }
  | { readonly kind: 'back'; readonly back: BroughtBack }

export interface RowProps {
  readonly archive: ArchiveInfo
  readonly playlist: ArchivedPlaylist
  readonly isChosen: boolean
  readonly choose: (folder: string, isChosen: boolean) => void
  readonly ask: (wanted: Wanted) => void
  readonly canJoin: boolean
  readonly renamed: () => void
}
