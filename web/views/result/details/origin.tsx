import type { ChosenSource } from '../../../../src/model/archived-file.ts'
import { formatName, sourceName } from '../../../../src/words/names.ts'
import { Aside } from '../../../parts/evidence/description-list.tsx'
import { OutsideLink } from '../../../parts/evidence/outside-link.tsx'
import { nameOfPath } from '../../../parts/text/paths.ts'
import { useText } from '../../../text/text.ts'

/** Where a copy came from, and who put it there. */
export function Origin({ chosen }: { readonly chosen: ChosenSource }) {
  const { evidence: text, words } = useText()
  const { url, album, source, id, uploader, fileUrl } = chosen
  return (
    <>
      <OutsideLink url={url} words={formatName(chosen)} />
      {album !== undefined && (
        <>
          , <bdi>{album}</bdi>
        </>
      )}
      <Aside>
        {sourceName(source, words)}:{' '}
        <bdi title={id}>{source === 'library' ? nameOfPath(id) : id}</bdi>
        {uploader !== undefined && (
          <>
            , <bdi>{text.putThereBy(uploader)}</bdi>
          </>
        )}
      </Aside>
      {fileUrl !== undefined && (
        <Aside>
          <OutsideLink url={fileUrl} words={fileUrl} />
        </Aside>
      )}
    </>
  )
}

/** The host's own answer, which the copy was made on. */
export function HostAnswer({ answer }: { readonly answer: NonNullable<ChosenSource['answer']> }) {
  const text = useText().evidence
  return (
    <>
      <OutsideLink url={answer.url} words={text.hostsAnswer} /> {text.answeredAt(answer.at)}
      <Aside>
        {text.checksum} <code>{answer.sha256}</code>
      </Aside>
    </>
  )
}
