import type { ArchivedFile } from '../../../../src/model/archived-file.ts'
import { addressOf } from '../../../api/client.ts'
import { coverAddress, fileAddress } from '../../../parts/archives/archive-addresses.ts'
import { Cover } from '../../../parts/covers/cover.tsx'
import { Aside, Description, DescriptionList } from '../../../parts/evidence/description-list.tsx'
import { PlayFromButton } from '../../../parts/players/play-context.tsx'
import { Player } from '../../../parts/players/player.tsx'
import { nameOfPath } from '../../../parts/text/paths.ts'
import { useText } from '../../../text/text.ts'
import type { PlaylistLocation } from '../playlist-location.ts'
import { HostAnswer, Origin } from './origin.tsx'

/** Of a fingerprint: enough to see whether two are the same. */
const FINGERPRINT_CHARACTERS = 40

interface Props {
  readonly kept: ArchivedFile
  readonly location: PlaylistLocation
}

/** The file as it lies in the archive, to be heard, and where it came from. */
export function KeptFile({ kept, location }: Props) {
  const { evidence: text } = useText()
  const { path } = kept
  const { title, album } = kept.track
  const address =
    location.archive === undefined ? undefined : addressOf(fileAddress(location.archive, path))
  return (
    <>
      {address !== undefined && (
        <div className="with-cover">
          <Cover
            path={coverAddress(location.archive ?? '', path)}
            title={title}
            size="large"
            alt={text.coverOf(album ?? title)}
          />
          <div>
            <Player src={address} title={title} />
            <PlayFromButton file={path} />
          </div>
        </div>
      )}
      <DescriptionList>
        <FileFacts kept={kept} address={address} />
        <SourceFacts chosen={kept.chosen} />
      </DescriptionList>
    </>
  )
}

/** What the file is called, and how and when it was made. */
function FileFacts({
  kept,
  address,
}: {
  readonly kept: ArchivedFile
  readonly address: string | undefined
}) {
  const { evidence: text, format } = useText()
  const name = <bdi title={kept.path}>{nameOfPath(kept.path)}</bdi>
  return (
    <>
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
    </>
  )
}

/** The recording that it was made from. */
function SourceFacts({ chosen }: Pick<ArchivedFile, 'chosen'>) {
  const { evidence: text } = useText()
  return (
    <>
      <Description term={text.from}>
        <Origin chosen={chosen} />
      </Description>
      {chosen.notes.length > 0 && (
        <Description term={text.notes}>{chosen.notes.map(text.word).join('; ')}</Description>
      )}
    </>
  )
}

/** Where exactly the file and what it was made from lie, checksums, and what was measured of the sound. */
export function FileDetails({ kept }: { readonly kept: ArchivedFile }) {
  const { evidence: text } = useText()
  const { chosen, fingerprint, loudness } = kept
  return (
    <DescriptionList>
      <Description term={text.file}>
        <bdi>{kept.path}</bdi>
        <Aside>
          {text.original} <bdi>{chosen.id}</bdi>
        </Aside>
      </Description>
      {chosen.answer && (
        <Description term={text.answer}>
          <HostAnswer answer={chosen.answer} />
        </Description>
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
  )
}
