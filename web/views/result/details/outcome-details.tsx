import type { ReactNode } from 'react'
import type { Match } from '../../../../src/model/match.ts'
import type { Outcome } from '../../../../src/model/outcome.ts'
import { Sentences } from '../../../parts/evidence/description-list.tsx'
import { VerdictFacts } from '../../../parts/evidence/verdict.tsx'
import { Waterfall } from '../../../parts/evidence/waterfall.tsx'
import { WhereElse } from '../../../parts/evidence/where-else.tsx'
import { useText } from '../../../text/text.ts'
import type { PlaylistLocation } from '../playlist-location.ts'
import { KeptFile } from './kept-file.tsx'
import { Matches } from './matches.tsx'
import { TrackFacts } from './track-facts.tsx'

/** What an entry ended as, with its evidence. */
export function OutcomeDetails({
  outcome,
  location,
}: {
  readonly outcome: Outcome
  readonly location: PlaylistLocation
}) {
  const { evidence: text } = useText()
  if (outcome.kind === 'skipped') return <Sentences reasons={[outcome.reason]} />
  const links = 'links' in outcome ? (outcome.links ?? []) : []
  return (
    <>
      <TrackFacts track={outcome.track} />
      <OutcomeParts outcome={outcome} location={location} />
      {links.length > 0 && (
        <Section title={text.whereElse}>
          <WhereElse links={links} />
        </Section>
      )}
    </>
  )
}

type OutcomeOf<Kind extends Outcome['kind']> = Extract<Outcome, { readonly kind: Kind }>
type TrackOutcome = Exclude<Outcome, { readonly kind: 'skipped' }>

function OutcomeParts({
  outcome,
  location,
}: {
  readonly outcome: TrackOutcome
  readonly location: PlaylistLocation
}) {
  const { result: text } = useText()
  switch (outcome.kind) {
    case 'kept':
    case 'already-kept':
      return <Kept outcome={outcome} location={location} />
    case 'would-keep':
    case 'review':
    case 'refused':
      return <Judged outcome={outcome} />
    case 'ambiguous':
      return (
        <Section title={text.candidates}>
          <Sentences reasons={[outcome.reason]} />
          <Matches matches={outcome.candidates} />
        </Section>
      )
    case 'not-found':
      return (
        <>
          <Sentences reasons={[outcome.reason]} />
          <OneMatch title={text.known} match={outcome.known} />
          <OneMatch title={text.nearest} match={outcome.nearest} />
        </>
      )
    case 'failed':
      return (
        <>
          <Sentences reasons={[outcome.reason]} />
          <OneMatch title={text.wanted} match={outcome.match} />
        </>
      )
  }
}

/** A file that was kept: the file itself, its verdict, and why this recording was taken. */
function Kept({
  outcome: { kept, notes },
  location,
}: {
  readonly outcome: OutcomeOf<'kept' | 'already-kept'>
  readonly location: PlaylistLocation
}) {
  const { result: text } = useText()
  return (
    <>
      <Section title={text.what}>
        <Sentences reasons={notes} />
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

/** A recording that was found, and whether it may be copied. */
function Judged({
  outcome: { verdict, match },
}: {
  readonly outcome: OutcomeOf<'would-keep' | 'review' | 'refused'>
}) {
  const { result: text } = useText()
  return (
    <>
      <Section title={text.copies}>
        <VerdictFacts verdict={verdict} />
      </Section>
      <Section title={text.why}>
        <Matches matches={[match]} />
      </Section>
    </>
  )
}

function OneMatch({ title, match }: { readonly title: string; readonly match: Match | undefined }) {
  if (!match) return null
  return (
    <Section title={title}>
      <Matches matches={[match]} />
    </Section>
  )
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  )
}
