import type { MissingGroup, MissingTrack } from '../../../src/model/lists/missing.ts'
import { titleOfGroup } from '../../../src/words/missing-text.ts'
import { formatArtists } from '../../../src/words/names.ts'
import { OutsideLink } from '../../parts/evidence/outside-link.tsx'
import { useText } from '../../text/text.ts'
import { useMissingText } from './use-missing-text.ts'

/** All groups, one below another: nothing is folded, so that paper and the browser's own search have it all. */
export function MissingGroups({ groups }: { readonly groups: readonly MissingGroup[] }) {
  const text = useMissingText()
  const { format } = useText()
  return groups.map((group) => {
    const title = titleOfGroup(group, text.words)
    return (
      <section key={`${group.kind} ${title} ${group.tracks[0]?.key}`} className="missing-group">
        <h2>
          <bdi>{title}</bdi> <small>{format.count(group.tracks.length)}</small>
        </h2>
        <ul>
          {group.tracks.map((track) => (
            <MissingItem key={track.key} track={track} withAlbum={group.kind !== 'album'} />
          ))}
        </ul>
      </section>
    )
  })
}

function MissingItem({
  track,
  withAlbum,
}: {
  readonly track: MissingTrack
  readonly withAlbum: boolean
}) {
  const text = useMissingText()
  const { format } = useText()
  const { title, artists, album, durationMs, isOpen, links } = track
  const facts = [
    withAlbum ? album : undefined,
    durationMs === undefined ? undefined : format.duration(durationMs),
    isOpen ? text.words.open : undefined,
  ].filter((fact) => fact !== undefined && fact !== '')
  return (
    <li>
      <span>
        <bdi className="title">{title}</bdi> <bdi>{formatArtists(artists)}</bdi>{' '}
        <small>
          <bdi>{facts.join(' · ')}</bdi>
        </small>
      </span>
      {links.length > 0 && (
        <span className="missing-links">
          {links.map(({ service, url }) => (
            <OutsideLink key={url} url={url} words={service} />
          ))}
        </span>
      )}
    </li>
  )
}
