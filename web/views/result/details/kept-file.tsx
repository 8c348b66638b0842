import type { ArchivedFile } from '../../../../src/model/archived-file.ts'
import { addressOf } from '../../../api/client.ts'
import { fileAddress } from '../../../parts/archives/archive-addresses.ts'
import { Aside, Description, DescriptionList } from '../../../parts/evidence/description-list.tsx'
import { Player } from '../../../parts/players/player.tsx'
import { useText } from '../../../text/text.ts'
import type { PlaylistLocation } from '../playlist-location.ts'
import { HostAnswer, Origin } from './origin.tsx'

/** Of a fingerprint: enough to see whether two are the same. */
const FINGERPRINT_CHARACTERS = 40

/** The file as it lies in the archive, to be heard, and where it came from. */
export function KeptFile({
  kept,
  location,
}: {
  readonly kept: ArchivedFile
  readonly location: PlaylistLocation
}) {
  const { evidence: text, format } = useText()
  const { path, chosen, fingerprint, loudness } = kept
  const address =
    location.archive === undefined ? undefined : addressOf(fileAddress(location.archive, path))
  const name = <bdi>{path}</bdi>
  return (
    <>
      {address !== undefined && <Player src={address} title={kept.track.title} />}
      <DescriptionList>
        <Description term={text.file}>
          {address === undefined ? (
            name
          ) : (
            <a href={address} download>
              {name}
            </a>
          )}
        </Description>
        <Description term={text.made}>
          {format.time(kept.keptAt)}: {text.making[kept.how](kept.quality)};{' '}
          {text.size(kept.durationMs, kept.bytes)}
        </Description>
        <Description term={text.from}>
          <Origin chosen={chosen} />
        </Description>
        {chosen.answer && (
          <Description term={text.answer}>
            <HostAnswer answer={chosen.answer} />
          </Description>
        )}
        {chosen.notes.length > 0 && (
          <Description term={text.notes}>{chosen.notes.map(text.word).join('; ')}</Description>
        )}
        <Description term={text.checksum}>
          <code>{kept.sha256}</code>
          {chosen.sha256 !== kept.sha256 && (
            <Aside>
              {text.original} <code>{chosen.sha256}</code>
            </Aside>
          )}
        </Description>
        {fingerprint && (
          <Description term={text.fingerprint}>
            <code>{fingerprint.code.slice(0, FINGERPRINT_CHARACTERS)}…</code>{' '}
            <small>{text.fingerprintOf(fingerprint.algorithm)}</small>
          </Description>
        )}
        {loudness && (
          <Description term={text.loudness}>
            {text.loudnessOf(loudness.integratedLufs, loudness.gainDb, loudness.peak)}
          </Description>
        )}
      </DescriptionList>
    </>
  )
}
