import type { ReactNode } from 'react'
import { useText } from '../../text/text.ts'

/** What few readers want to know, folded away. */
export function TechnicalFacts({ children }: { readonly children: ReactNode }) {
  const text = useText().evidence
  return (
    <details className="technical">
      <summary>{text.technical}</summary>
      {children}
    </details>
  )
}
