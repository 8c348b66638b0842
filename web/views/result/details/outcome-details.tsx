import type { ReactNode } from 'react'
import type { Match } from '../../../../src/model/match.ts'
import type { Outcome } from '../../../../src/model/outcome.ts'
import { AgreementSentence } from '../../../parts/evidence/agreement.tsx'
import { Sentences } from '../../../parts/evidence/description-list.tsx'
import { TechnicalFacts } from '../../../parts/evidence/technical-facts.tsx'
import { VerdictFacts, VerdictSentence } from '../../../parts/evidence/verdict.tsx'
import { Waterfall } from '../../../parts/evidence/waterfall.tsx'
import { WhereElse } from '../../../parts/evidence/where-else.tsx'
import { useText } from '../../../text/text.ts'
import type { PlaylistLocation } from '../playlist-location.ts'
import { FileDetails, KeptFile } from './kept-file.tsx'
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
      <OutcomeParts outcome={outcome} location={location} />
      <TrackFacts track={outcome.track} />
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
  return (
    <>
      <AgreementSentence match={kept.chosen} />
      <Sentences reasons={notes} />
      <KeptFile kept={kept} location={location} />
      <VerdictSentence verdict={kept.verdict} />
      <TechnicalFacts>
        <FileDetails kept={kept} />
        <VerdictFacts verdict={kept.verdict} />
        <Waterfall match={kept.chosen} />
      </TechnicalFacts>
    </>
  )
}

/** A recording that was found, and whether it may be copied: of one that may not, the row itself says why. */
function Judged({
  outcome: { kind, verdict, match },
}: {
  readonly outcome: OutcomeOf<'would-keep' | 'review' | 'refused'>
}) {
  return (
    <>
      {kind === 'would-keep' && <VerdictSentence verdict={verdict} />}
      <Matches matches={[match]} heading="h3">
        <VerdictFacts verdict={verdict} />
      </Matches>
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
