import { useDeferredValue, useEffect, useMemo, useRef } from 'react'
import type { Job, Row } from '../../../../src/api/contract.ts'
import { useIsGuest } from '../../../api/session.ts'
import type { GroupCounts } from '../../../parts/rows/groups.ts'
import { canSay } from '../../../text/reasons.ts'
import { loadMoreReasons, useLanguage, useText } from '../../../text/text.ts'
import type { PlaylistLocation } from '../playlist-location.ts'
import { ByReason } from '../reasons/by-reason.tsx'
import { everything } from '../shown.ts'
import type { ShownChoice } from '../use-shown.ts'
import { usePrinting } from '../whole/use-printing.ts'
import { WholeList } from '../whole/whole-list.tsx'
import { ChosenBar } from './choose/chosen-bar.tsx'
import { useChosenRows } from './choose/use-chosen-rows.ts'
import { EntryControls } from './entry-controls.tsx'
import { RowList } from './row-list.tsx'
import { type Selection, selectRows } from './select-rows.ts'

interface Props {
  readonly view: string
  readonly rows: readonly Row[]
  readonly counts: GroupCounts
  readonly location: PlaylistLocation
  readonly shown: ShownChoice
  readonly name: string
  readonly job: Job | undefined
}

/** Every entry, as the reader wants to see them. */
export function EntryTable({ view, rows, counts, location, shown: choice, name, job }: Props) {
  const { selection } = choice
  const section = useRef<HTMLElement>(null)
  const [language] = useLanguage()
  const text = useText().result
  const isGuest = useIsGuest()
  // Typing comes first: thousands of rows follow when there is time.
  const wanted = useDeferredValue(selection)
  const shown = useMemo(() => selectRows(rows, wanted, language), [rows, wanted, language])
  const chosen = useChosenRows(shown)
  const isNarrowed =
    wanted.group !== undefined || wanted.reason !== undefined || wanted.search !== ''

  function choose(next: Selection): void {
    choice.choose(next)
    // Whoever chooses from far down begins anew at the top of what is chosen.
    if ((section.current?.getBoundingClientRect().top ?? 0) < 0) section.current?.scrollIntoView()
  }

  return (
    <section ref={section} className="entries-part" aria-label={text.entries}>
      <Printed rows={shown} />
      <h2 className="sr">{text.entries}</h2>
      <ByReason
        rows={rows}
        name={name}
        job={job}
        onShow={({ group, code: reason }) => choose({ ...everything, group, reason })}
      />
      {wanted.reason !== undefined && (
        <p className="chosen-reason">
          {text.oneReason}{' '}
          <button type="button" className="quiet" onClick={() => choose(everything)}>
            {text.showAll}
          </button>
        </p>
      )}
      <EntryControls
        selection={selection}
        counts={counts}
        found={isNarrowed ? shown.length : undefined}
        onChange={choose}
      />
      {!isGuest && <ChosenBar view={view} rows={shown} chosen={chosen} />}
      {shown.length === 0 && isNarrowed ? (
        <p className="nothing-fits">
          {text.none}{' '}
          <button type="button" className="quiet" onClick={() => choose(everything)}>
            {text.showAll}
          </button>
        </p>
      ) : (
        <RowList
          view={view}
          rows={shown}
          location={location}
          selection={wanted}
          open={choice.open}
          onToggle={choice.toggle}
          chosen={chosen.keys}
          onChoose={chosen.toggle}
        />
      )}
    </section>
  )
}

/** What goes to paper instead of the few rows that are in sight. */
function Printed({ rows }: { readonly rows: readonly Row[] }) {
  const { words } = useText()
  const isPrinting = usePrinting()
  // There is no time to load sentences once the printer waits.
  useEffect(() => {
    if (rows.some(({ reason }) => reason && !canSay(reason, words))) void loadMoreReasons()
  }, [rows, words])
  return isPrinting ? (
    <div className="result-print">
      <WholeList rows={rows} />
    </div>
  ) : null
}
