import type { ListEntry } from '../../../src/api/contract.ts'
import { formatTitle } from '../../../src/words/names.ts'
import { Sentence } from '../../parts/page/sentence.tsx'
import { useText } from '../../text/text.ts'
import { useSay } from '../../text/use-say.ts'

/** What was read, what its reader noticed, and whom the run has spoken to. */
export function AboutRun({ list }: { readonly list: ListEntry }) {
  const { result: text, format, words } = useText()
  const say = useSay()
  const { format: readBy, tracks, leftOut, notes, report } = list
  return (
    <footer className="about">
      <h2>{text.about}</h2>
      <p>{text.readAs(formatTitle(readBy, words), tracks + leftOut)}</p>
      {[...new Map(notes.map((note) => [JSON.stringify(note), note])).values()].map((note) => (
        <p key={JSON.stringify(note)}>
          <Sentence reason={note} />
        </p>
      ))}
      {report && (
        <>
          <p>{report.hosts.length === 0 ? text.noHosts : text.hosts(format.list(report.hosts))}</p>
          {report.refusedRequests.length > 0 && (
            <p>{text.refusedRequests(report.refusedRequests.map(say).join(', '))}</p>
          )}
        </>
      )}
    </footer>
  )
}
