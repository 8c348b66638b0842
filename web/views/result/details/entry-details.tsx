import type { ReactNode } from 'react'
import type { Row } from '../../../../src/api/contract.ts'
import type { Outcome } from '../../../../src/model/outcome.ts'
import { Sentences } from '../../../parts/evidence/description-list.tsx'
import { VerdictFacts } from '../../../parts/evidence/verdict.tsx'
import { Waterfall } from '../../../parts/evidence/waterfall.tsx'
import { WhereElse } from '../../../parts/evidence/where-else.tsx'
import { Problem } from '../../../parts/page/problem.tsx'
import { useDetails } from '../../../parts/rows/use-details.ts'
import { useText } from '../../../text/text.ts'
import type { PlaylistLocation } from '../playlist-location.ts'
import { DecideHere } from './decide-here.tsx'
import { KeptFile } from './kept-file.tsx'
import { Matches } from './matches.tsx'
import { TrackFacts } from './track-facts.tsx'

interface Props {
  readonly view: string
  readonly row: Row
  readonly location: PlaylistLocation
}

/** Everything that is known of one entry: what it ended as, and why. */
export function EntryDetails({ view, row, location }: Props) {
  const { details, error, retry } = useDetails(view, row)
  const { result: text } = useText()
  if (error !== undefined) return <Problem error={error} retry={retry} />
  if (!details) return <p className="soft">{text.loadingDetails}</p>
  const { outcome } = details
  return (
    <>
      <DecideHere view={view} row={row} details={details} />
      {outcome ? <OutcomeDetails outcome={outcome} location={location} /> : <p>{text.noDetails}</p>}
    </>
  )
}

function OutcomeDetails({
  outcome,
  location,
}: {
  readonly outcome: Outcome
  readonly location: PlaylistLocation
}) {
  const { evidence: words } = useText()
  if (outcome.kind === 'skipped') return <Sentences texts={[outcome.reason]} />
  const links = 'links' in outcome ? (outcome.links ?? []) : []
  return (
    <>
      <TrackFacts track={outcome.track} />
      <OutcomeParts outcome={outcome} location={location} />
      {links.length > 0 && (
        <Section title={words.whereElse}>
          <WhereElse links={links} />
        </Section>
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
  readonly location: PlaylistLocation
}) {
  const { result: text } = useText()
  switch (outcome.kind) {
    case 'kept':
    case 'already-kept': {
      const { kept, notes } = outcome
      return (
        <>
          <Section title={text.what}>
            <Sentences texts={notes} />
            <KeptFile kept={kept} location={location} />
          </Section>
          <Section title={text.copies}>
            <VerdictFacts verdict={kept.verdict} />
          </Section>
          <Section title={text.why}>
            <Waterfall match={kept.chosen} />
          </Section>
        </>
      )
    }
    case 'would-keep':
    case 'review':
    case 'refused':
      return (
        <>
          <Section title={text.copies}>
            <VerdictFacts verdict={outcome.verdict} />
          </Section>
          <Section title={text.why}>
            <Matches matches={[outcome.match]} />
          </Section>
        </>
      )
    case 'ambiguous':
      return (
        <Section title={text.candidates}>
          <Sentences texts={[outcome.reason]} />
          <Matches matches={outcome.candidates} />
        </Section>
      )
    case 'not-found':
      return (
        <>
          <Sentences texts={[outcome.reason]} />
          {outcome.known && (
            <Section title={text.known}>
              <Matches matches={[outcome.known]} />
            </Section>
          )}
          {outcome.nearest && (
            <Section title={text.nearest}>
              <Matches matches={[outcome.nearest]} />
            </Section>
          )}
        </>
      )
    case 'failed':
      return (
        <>
          <Sentences texts={[outcome.reason]} />
          {outcome.match && (
            <Section title={text.wanted}>
              <Matches matches={[outcome.match]} />
            </Section>
          )}
        </>
      )
  }
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  )
}
