import type { ReactNode } from 'react'
import type { Told } from '../../../src/model/reason.ts'
import { say } from '../../../src/words/say.ts'
import { useText } from '../../text/text.ts'
import { Sentence } from '../page/sentence.tsx'

/** Terms, and what is to be said of each. */
export function DescriptionList({ children }: { readonly children: ReactNode }) {
  return <dl className="facts">{children}</dl>
}

export function Description({
  term,
  children,
}: {
  readonly term: string
  readonly children: ReactNode
}) {
  return (
    <div className="fact">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Reasons in the reader's language, a line each; what would read the same is said once. */
export function Sentences({ reasons }: { readonly reasons: readonly Told[] }) {
  const { words } = useText()
  const bySentence = new Map(reasons.map((reason) => [say(reason, words), reason]))
  return [...bySentence].map(([sentence, reason]) => (
    <span key={sentence} className="sentence">
      <Sentence reason={reason} />
    </span>
  ))
}

/** A second line below a fact, said in passing. */
export function Aside({ children }: { readonly children: ReactNode }) {
  return <small className="sentence">{children}</small>
}
