import type { Details } from '../../../src/api/contract.ts'
import { WhereElse } from '../../parts/evidence/where-else.tsx'
import { listVideos, YoutubePlayer } from '../../parts/players/youtube-player.tsx'
import { useText } from '../../text/text.ts'

/** What the track itself sounds like elsewhere: its video here, the rest as links. */
export function TrackLinks({ details: { outcome } }: { readonly details: Details }) {
  const { evidence: text } = useText()
  const links = outcome && 'links' in outcome ? (outcome.links ?? []) : []
  if (links.length === 0) return null
  return (
    <section className="elsewhere">
      <h3>{text.whereElse}</h3>
      {listVideos(links).map((link) => (
        <YoutubePlayer key={link.url} link={link} />
      ))}
      <WhereElse links={links} />
    </section>
  )
}
