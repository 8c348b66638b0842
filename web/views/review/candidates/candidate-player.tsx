import type { CandidateDetails, Row } from '../../../../src/api/contract.ts'
import type { Recording } from '../../../../src/model/recording.ts'
import { addressOf } from '../../../api/client.ts'
import { OutsideLink } from '../../../parts/evidence/outside-link.tsx'
import { mayPlay } from '../../../parts/players/media-hosts.ts'
import { Player } from '../../../parts/players/player.tsx'
import { useText } from '../../../text/text.ts'

interface Props {
  readonly view: string
  readonly row: Row
  readonly candidate: CandidateDetails
  readonly number: number
  readonly mediaHosts: readonly string[]
}

/** The candidate's sound where it lies: the user's own file, or an open host's. */
export function CandidatePlayer({
  view,
  row,
  candidate: { listen, match },
  number,
  mediaHosts,
}: Props) {
  const text = useText().review
  const { title } = match.recording
  if (!listen) return <p className="soft">{text.noSound}</p>
  if (listen.kind === 'local') {
    const path = `${view}/audio/${encodeURIComponent(row.key)}/${number}`
    return (
      <Player
        src={addressOf(path) + partOf(match.recording)}
        title={text.hear(number + 1, title)}
      />
    )
  }
  if (!mayPlay(listen.url, mediaHosts))
    return (
      <p>
        <OutsideLink url={listen.url} words={text.hearThere} />
      </p>
    )
  return <Player src={listen.url} title={text.hear(number + 1, title)} />
}

/** Of an album in one file the track alone: https://www.w3.org/TR/media-frags/#naming-time. */
function partOf({ media }: Recording): string {
  if (media?.kind !== 'file' || !media.segment) return ''
  const { start, end, rate } = media.segment
  return `#t=${start / rate}${end === undefined ? '' : `,${end / rate}`}`
}
