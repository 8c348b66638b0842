import type { ReactNode } from 'react'
import type { Match } from '../../../../src/model/match.ts'
import type { Recording } from '../../../../src/model/recording.ts'
import { formatFacts, formatName, sourceName } from '../../../../src/words/names.ts'
import { AgreementSentence } from '../../../parts/evidence/agreement.tsx'
import { Aside } from '../../../parts/evidence/description-list.tsx'
import { OutsideLink } from '../../../parts/evidence/outside-link.tsx'
import { TechnicalFacts } from '../../../parts/evidence/technical-facts.tsx'
import { Waterfall } from '../../../parts/evidence/waterfall.tsx'
import { fitScale } from '../../../parts/evidence/waterfall-scale.ts'
import { nameOfPath } from '../../../parts/text/paths.ts'
import { useText } from '../../../text/text.ts'

const MAX_SHOWN = 6

interface Props {
  readonly matches: readonly Match[]
  /** Of each candidate: below the one that stands over them. */
  readonly heading?: 'h3' | 'h4'
  /** More technical facts. */
  readonly children?: ReactNode
}

/** Candidates with what speaks for and against each, drawn to one scale. */
export function Matches({ matches, heading = 'h4', children }: Props) {
  const text = useText().evidence
  const some = matches.slice(0, MAX_SHOWN)
  const scale = fitScale(some.map(({ evidence }) => evidence))
  const more = matches.length - some.length
  return (
    <>
      {some.map((match) => (
        <MatchCard
          key={`${match.recording.source} ${match.recording.id}`}
          match={match}
          heading={heading}
        >
          {children}
          <Waterfall match={match} scale={scale} />
        </MatchCard>
      ))}
      {more > 0 && <p className="soft">{text.more(more)}</p>}
    </>
  )
}

interface CardProps {
  readonly match: Match
  readonly heading: 'h3' | 'h4'
  readonly children: ReactNode
}

function MatchCard({ match, heading: Heading, children }: CardProps) {
  const { evidence: text, words } = useText()
  const { recording, probability, notes } = match
  const facts = [
    formatFacts({ recording: shorten(recording) }, words),
    ...notes.map(text.word),
  ].filter((fact) => fact !== '')
  return (
    <article className="match">
      <Heading>
        <OutsideLink url={recording.url} words={formatName(recording)} />{' '}
        <b>{text.probability(probability)}</b>
      </Heading>
      <p>
        <bdi>{facts.join(' · ')}</bdi>
        <Aside>
          {text.source} <bdi>{sourceName(recording.source, words)}</bdi>
          {recording.media?.kind !== 'file' && (
            <>
              : <bdi>{recording.id}</bdi>
            </>
          )}
        </Aside>
      </p>
      <AgreementSentence match={match} />
      <TechnicalFacts>{children}</TechnicalFacts>
    </article>
  )
}

/** A file by its name alone: where it lies is long. */
const shorten = (recording: Recording): Recording =>
  recording.media?.kind === 'file'
    ? { ...recording, media: { ...recording.media, path: nameOfPath(recording.media.path) } }
    : recording
