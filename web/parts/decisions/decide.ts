import type { Decide, Details, Row } from '../../../src/api/contract.ts'
import { send } from '../../api/client.ts'
import { putEntries } from '../../api/live.ts'
import type { Text } from '../../text/text.ts'
import { showToast } from '../page/toasts.tsx'

/** Stores a decision about a row, or takes one back, and shows the row as it is then. */
export async function writeDecision(
  view: string,
  key: string,
  choice: Decide | undefined,
): Promise<void> {
  const path = `${view}/decisions/${encodeURIComponent(key)}`
  const work = choice ? send<Row>('PUT', path, choice) : send<Row>('DELETE', path)
  putEntries(view, [await work])
}

/** The same, told in passing with a way back to what was decided before. */
export async function decideWithUndo(
  view: string,
  key: string,
  choice: Decide | undefined,
  before: Details['decision'],
  message: (text: Text) => string,
): Promise<void> {
  await writeDecision(view, key, choice)
  const earlier: Decide | undefined = before && { kind: 'earlier', at: before.at }
  showUndo(message, () => writeDecision(view, key, earlier))
}

/** Says what was done, and lets it be undone as long as that is shown. */
export function showUndo(message: (text: Text) => string, undo: () => Promise<unknown>): void {
  const act = () =>
    void undo().then(
      () => showToast(({ review }) => review.undone),
      () => showToast(({ review }) => review.notUndone),
    )
  showToast(message, { label: ({ review }) => review.undo, act })
}
