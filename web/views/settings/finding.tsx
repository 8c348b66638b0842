import type { ReactNode } from 'react'
import type { Finding as Found } from '../../../src/api/contract.ts'
import type { SentReason } from '../../../src/model/reason.ts'
import { Sentence } from '../../parts/page/sentence.tsx'

const signs: Readonly<Record<Found['state'], string>> = { good: '✓', note: 'i', bad: '!' }
const tones: Readonly<Record<Found['state'], string>> = {
  good: 'kept',
  note: 'would-keep',
  bad: 'failed',
}

interface Props {
  readonly state: Found['state']
  /** The state in words. */
  readonly label: string
  /** What it is about. */
  readonly title: string
  readonly text: SentReason
  readonly advice?: SentReason
  readonly children?: ReactNode
}

/** How one thing stands, and what to do about it. */
export function Finding({ state, label, title, text, advice, children }: Props) {
  return (
    <>
      <span className={`mark ${tones[state]}`}>
        <i aria-hidden="true">{signs[state]}</i>
        {label}
      </span>
      <div>
        <b>{title}</b>
        <p>
          <Sentence reason={text} />
        </p>
        {advice !== undefined && (
          <p className="soft">
            <Sentence reason={advice} />
          </p>
        )}
        {children}
      </div>
    </>
  )
}
