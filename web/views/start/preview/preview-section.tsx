import { useSyncExternalStore } from 'react'
import type { Preview } from '../../../../src/api/contract.ts'
import { useText } from '../../../text/text.ts'
import type { Given } from '../inputs/inputs.ts'
import { draft } from '../plan/draft.ts'
import { WhereTo } from '../plan/plan-section.tsx'
import { OneList } from './list-facts.tsx'
import { chooseLists } from './list-selection.ts'
import { UnderstoodLists } from './playlist-picker.tsx'

/** What was understood, and, when something was, where it goes. */
export function Reading({ state }: { readonly state: Given['state'] }) {
  if (state.kind !== 'understood') return null
  return <Understood preview={state.preview} />
}

function Understood({ preview }: { readonly preview: Preview }) {
  const text = useText().start
  const { unwanted, plan } = useSyncExternalStore(draft.listen, draft.read)
  const { lists, inputs } = preview
  const chosen = chooseLists(lists, unwanted)
  const [only] = lists
  return (
    <>
      <section className="understood" aria-labelledby="understood">
        <h2 id="understood">{text.understood}</h2>
        {lists.length === 0 && <p>{text.nothingUnderstood}</p>}
        {lists.length === 1 && only && <OneList list={only} />}
        {lists.length > 1 && <UnderstoodLists lists={lists} unwanted={unwanted} chosen={chosen} />}
      </section>
      {lists.length > 0 && <WhereTo inputs={inputs} chosen={chosen} plan={plan} />}
    </>
  )
}
