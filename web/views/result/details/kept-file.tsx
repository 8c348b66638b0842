import type { ArchivedFile } from '../../../../src/model/archived-file.ts'
import { addressOf } from '../../../api/client.ts'
import { fileAddress } from '../../../parts/archives/archive-addresses.ts'
import { Aside, Fact, Facts } from '../../../parts/evidence/facts.tsx'
import { Player } from '../../../parts/players/player.tsx'
import { useText } from '../../../text/text.ts'
import type { Place } from '../playlist-location.ts'
import { Answer, Origin } from './origin.tsx'

/** Of a fingerprint: enough to see whether two are the same. */
const shownCode = 40

/** The file as it lies in the archive, to be heard, and where it came from. */
export function KeptFile({ kept, place }: { readonly kept: ArchivedFile; readonly place: Place }) {
  const { evidence: text, format } = useText()
  const { path, chosen, fingerprint, loudness } = kept
  const address =
    place.archive === undefined ? undefined : addressOf(fileAddress(place.archive, path))
  const name = <bdi>{path}</bdi>
  return (
    <>
      {address !== undefined && <Player src={address} title={kept.track.title} />}
      <Facts>
        <Fact term={text.file}>
          {address === undefined ? (
            name
          ) : (
            <a href={address} download>
              {name}
            </a>
          )}
        </Fact>
        <Fact term={text.made}>
          {format.time(kept.keptAt)}: {text.making[kept.how](kept.quality)};{' '}
          {text.size(kept.durationMs, kept.bytes)}
        </Fact>
        <Fact term={text.from}>
          <Origin chosen={chosen} />
        </Fact>
        {chosen.answer && (
          <Fact term={text.answer}>
            <Answer answer={chosen.answer} />
          </Fact>
        )}
        {chosen.notes.length > 0 && (
          <Fact term={text.notes}>{chosen.notes.map(text.word).join('; ')}</Fact>
        )}
        <Fact term={text.checksum}>
          <code>{kept.sha256}</code>
          {chosen.sha256 !== kept.sha256 && (
            <Aside>
              {text.original} <code>{chosen.sha256}</code>
            </Aside>
          )}
        </Fact>
        {fingerprint && (
          <Fact term={text.fingerprint}>
            <code>{fingerprint.code.slice(0, shownCode)}…</code>{' '}
            <small>{text.fingerprintOf(fingerprint.algorithm)}</small>
          </Fact>
        )}
        {loudness && (
          <Fact term={text.loudness}>
            {text.loudnessOf(loudness.integratedLufs, loudness.gainDb, loudness.peak)}
          </Fact>
        )}
      </Facts>
    </>
  )
}
