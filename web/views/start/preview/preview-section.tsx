import { useSyncExternalStore } from 'react'
import type { Preview } from '../../../../src/api/contract.ts'
import { useText } from '../../../text/text.ts'
import type { Inputs } from '../inputs/item.ts'
import { draft } from '../plan/draft.ts'
import { PlanSection } from '../plan/plan-section.tsx'
import { OneList } from './list-facts.tsx'
import { selectLists } from './list-selection.ts'
import { PlaylistPicker } from './playlist-picker.tsx'

/** What was understood, and, when something was, where it goes. */
export function PreviewSection({ state }: { readonly state: Inputs['state'] }) {
  if (state.kind !== 'understood') return null
  return <PreviewLists preview={state.preview} />
}

function PreviewLists({ preview }: { readonly preview: Preview }) {
  const text = useText().start
  const { unwanted, plan } = useSyncExternalStore(draft.subscribe, draft.read)
  const { lists, inputs, staged } = preview
  const chosen = selectLists(lists, unwanted)
  const [only] = lists
  return (
    <>
      <section className="understood" aria-labelledby="understood">
        <h2 id="understood">{text.understood}</h2>
        {lists.length === 0 && <p>{text.nothingUnderstood}</p>}
        {lists.length === 1 && only && <OneList list={only} />}
        {lists.length > 1 && <PlaylistPicker lists={lists} unwanted={unwanted} chosen={chosen} />}
      </section>
      {lists.length > 0 && (
        <PlanSection inputs={inputs} staged={staged} chosen={chosen} plan={plan} />
      )}
    </>
  )
}
