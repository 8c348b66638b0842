import type { ReactNode } from 'react'
import type { Told } from '../../../src/model/reason.ts'
import { english } from '../../../src/words/english.ts'
import { Said } from '../page/sentence.tsx'

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

/** Sentences that Songkeep itself says in English, a line each. */
export function Sentences({ texts }: { readonly texts: readonly Told[] }) {
  return [...new Set(texts.map(english))].map((text) => (
    <span key={text} className="sentence">
      <Said>{text}</Said>
    </span>
  ))
}

/** A second line below a fact, said in passing. */
export function Aside({ children }: { readonly children: ReactNode }) {
  return <small className="sentence">{children}</small>
}
