import { lazy, Suspense, useState } from 'react'
import type { Details, Row } from '../../../../../src/api/contract.ts'
import { loadPart } from '../../../../api/load-part.ts'
import { isKept } from '../../../../parts/rows/groups.ts'
import { useText } from '../../../../text/text.ts'

const CorrectRow = lazy(() =>
  loadPart(async () => ({ default: (await import('./correct-row.tsx')).CorrectRow })),
)

interface Props {
  readonly view: string
  readonly row: Row
  readonly details: Details
}

/** The ways to correct a row; behind a line of its own where a file is kept already. */
export function CorrectHere(props: Props) {
  const { result: text, shell } = useText()
  const [isOpen, setOpen] = useState(false)
  const correct = (
    <Suspense fallback={<p className="soft">{shell.loading}</p>}>
      <CorrectRow {...props} />
    </Suspense>
  )
  if (!isKept(props.row)) return correct
  return (
    <details className="correct-kept" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{text.isWrong}</summary>
      {isOpen && correct}
    </details>
  )
}
