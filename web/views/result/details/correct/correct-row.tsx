import { useState } from 'react'
import type { Details, FoundCandidate, Row } from '../../../../../src/api/contract.ts'
import { useAction } from '../../../../api/use-action.ts'
import { decideWithUndo } from '../../../../parts/decisions/decide.ts'
import { Problem } from '../../../../parts/page/problem.tsx'
import { isKept } from '../../../../parts/rows/groups.ts'
import { FoundList } from './found-list.tsx'
import { LookForm } from './look-form.tsx'
import { OwnFile } from './own-file.tsx'
import { useCorrectText } from './use-correct-text.ts'
import { useHandSearch } from './use-hand-search.ts'
import '../../../../styles/correct.css'

interface Props {
  readonly view: string
  readonly row: Row
  readonly details: Details
}

/** What a reader can do about a row that was not found, or found wrongly: give a file, search, paste an address. */
export function CorrectRow({ view, row, details }: Props) {
  const text = useCorrectText()
  const hand = useHandSearch(view, row)
  const { isRunning, error, run } = useAction()
  const [words, setWords] = useState({ title: row.title, artist: row.artists.join(', ') })
  const [isDone, setDone] = useState(false)
  const { found } = hand

  const decide = (candidate: number, { verdict }: FoundCandidate) =>
    void run(async () => {
      const trusted = verdict.action === 'review' || undefined
      const choice = { kind: 'found', search: found?.search ?? '', candidate, trusted } as const
      await decideWithUndo(view, row.key, choice, details.decision, () => text.decided(row.title))
      setDone(true)
    })
  const giveUp = () =>
    void run(() =>
      decideWithUndo(view, row.key, { kind: 'none' }, details.decision, () =>
        text.noneNoted(row.title),
      ),
    )
  const ask = (work: () => void) => {
    setDone(false)
    work()
  }

  return (
    <section className="correct" aria-label={`${text.title}: ${row.title}`}>
      <h3>{text.title}</h3>
      <OwnFile
        isBusy={hand.isSearching}
        give={(file) => ask(() => hand.give(file))}
        take={(path) => ask(() => hand.search({ kind: 'file', path }))}
      />
      <LookForm
        words={words}
        changed={setWords}
        search={(asked) => ask(() => hand.search(asked))}
        isBusy={hand.isSearching}
        stop={hand.stop}
      />
      {!isKept(row) && details.decision?.kind !== 'none' && (
        <p>
          <button type="button" disabled={isRunning} onClick={giveUp}>
            {text.noneExists}
          </button>
        </p>
      )}
      <p role="status" className="soft">
        {hand.isSearching
          ? text.searching
          : found && !isDone
            ? found.candidates.length === 0
              ? text.none
              : text.found(found.candidates.length)
            : ''}
      </p>
      {hand.error !== undefined && <Problem error={hand.error} />}
      {error !== undefined && <Problem error={error} />}
      {found && !isDone && (
        <FoundList
          view={view}
          row={row}
          details={details}
          found={found}
          isDeciding={isRunning}
          decide={decide}
          searchWith={({ match: { recording } }) =>
            setWords({ title: recording.title, artist: recording.artists.join(', ') })
          }
        />
      )}
    </section>
  )
}
