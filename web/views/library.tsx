import { ArchiveList } from './library/archive-list.tsx'
import { ArchivePage } from './library/archive-page.tsx'
import '../styles/evidence.css'
import '../styles/library.css'

/** What is kept: all archives that this machine knows of, or the playlists of one. */
export function LibraryView({ archive }: { readonly archive?: string | undefined }) {
  return archive === undefined ? <ArchiveList /> : <ArchivePage id={archive} />
}
