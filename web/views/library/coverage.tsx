import type { ArchivedPlaylist } from '../../../src/api/contract.ts'
import { usePictureText } from '../../parts/pictures/use-picture-text.ts'
import { sumGroups } from '../../parts/rows/groups.ts'
import { Legend, OutcomeBar } from '../../parts/rows/outcome-bar.tsx'
import { countTracks } from './lists/arrange-lists.ts'

/** How much of all lists of an archive is kept, as one bar. */
export function Coverage({ playlists }: { readonly playlists: readonly ArchivedPlaylist[] }) {
  const text = usePictureText()
  const counts: Record<string, number> = {}
  for (const playlist of playlists)
    for (const [state, count] of Object.entries(playlist.counts))
      counts[state] = (counts[state] ?? 0) + count
  const { kept, all } = countTracks({ counts })
  if (all === 0) return null
  const said = text.coverage(kept, all)
  return (
    <section className="coverage" aria-labelledby="coverage-title">
      <h2 id="coverage-title">{text.coverageTitle}</h2>
      <p>{said}</p>
      <OutcomeBar counts={sumGroups(counts)} label={said} />
      <Legend counts={sumGroups(counts)} />
    </section>
  )
}
