import type { ReactNode } from 'react'
import type { Row } from '../../../../src/api/contract.ts'
import type { Outcome } from '../../../../src/model/outcome.ts'
import { Sentences } from '../../../parts/evidence/facts.tsx'
import { VerdictFacts } from '../../../parts/evidence/verdict.tsx'
import { Waterfall } from '../../../parts/evidence/waterfall.tsx'
import { WhereElse } from '../../../parts/evidence/where-else.tsx'
import { Problem } from '../../../parts/page/problem.tsx'
import { useDetails } from '../../../parts/rows/use-details.ts'
import { useText } from '../../../text/text.ts'
import type { Place } from '../playlist-location.ts'
import { DecideHere } from './decide-here.tsx'
import { KeptFile } from './kept-file.tsx'
import { Matches } from './matches.tsx'
import { TrackFacts } from './track-facts.tsx'

interface Props {
  readonly view: string
  readonly row: Row
  readonly place: Place
}

/** Everything that is known of one entry: what it ended as, and why. */
export function EntryDetails({ view, row, place }: Props) {
  const { details, error, retry } = useDetails(view, row)
  const { result: text } = useText()
  if (error !== undefined) return <Problem error={error} retry={retry} />
  if (!details) return <p className="soft">{text.loadingDetails}</p>
  const { outcome } = details
  return (
    <>
      <DecideHere view={view} row={row} details={details} />
      {outcome ? <Told outcome={outcome} place={place} /> : <p>{text.noDetails}</p>}
    </>
  )
}

function Told({ outcome, place }: { readonly outcome: Outcome; readonly place: Place }) {
  const { evidence: words } = useText()
  if (outcome.kind === 'skipped') return <Sentences texts={[outcome.reason]} />
  const links = 'links' in outcome ? (outcome.links ?? []) : []
  return (
    <>
      <TrackFacts track={outcome.track} />
      <OutcomeParts outcome={outcome} place={place} />
      {links.length > 0 && (
        <Part title={words.whereElse}>
          <WhereElse links={links} />
        </Part>
      )}
    </>
  )
}

type TrackOutcome = Exclude<Outcome, { readonly kind: 'skipped' }>

function OutcomeParts({
  outcome,
  place,
}: {
  readonly outcome: TrackOutcome
  readonly place: Place
}) {
  const { result: text } = useText()
  switch (outcome.kind) {
    case 'kept':
    case 'already-kept': {
      const { kept, notes } = outcome
      return (
        <>
          <Part title={text.what}>
            <Sentences texts={notes} />
            <KeptFile kept={kept} place={place} />
          </Part>
          <Part title={text.copies}>
            <VerdictFacts verdict={kept.verdict} />
          </Part>
          <Part title={text.why}>
            <Waterfall match={kept.chosen} />
          </Part>
        </>
      )
    }
    case 'would-keep':
    case 'review':
    case 'refused':
      return (
        <>
          <Part title={text.copies}>
            <VerdictFacts verdict={outcome.verdict} />
          </Part>
          <Part title={text.why}>
            <Matches matches={[outcome.match]} />
          </Part>
        </>
      )
    case 'ambiguous':
      return (
        <Part title={text.candidates}>
          <Sentences texts={[outcome.reason]} />
          <Matches matches={outcome.candidates} />
        </Part>
      )
    case 'not-found':
      return (
        <>
          <Sentences texts={[outcome.reason]} />
          {outcome.known && (
            <Part title={text.known}>
              <Matches matches={[outcome.known]} />
            </Part>
          )}
          {outcome.nearest && (
            <Part title={text.nearest}>
              <Matches matches={[outcome.nearest]} />
            </Part>
          )}
        </>
      )
    case 'failed':
      return (
        <>
          <Sentences texts={[outcome.reason]} />
          {outcome.match && (
            <Part title={text.wanted}>
              <Matches matches={[outcome.match]} />
            </Part>
          )}
        </>
      )
  }
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  )
}
