import { useSyncExternalStore } from 'react'
import { backupOptions } from '../../../../src/model/backup/options.ts'
import { Checkbox } from '../../../parts/fields/checkbox.tsx'
import { Problem } from '../../../parts/page/problem.tsx'
import { type Text, useLanguage, useText } from '../../../text/text.ts'
import { InputListItem } from './input-list-item.tsx'
import { allowPublicPage, removeAll, stopReading } from './inputs.ts'
import type { InputItem, Inputs } from './item.ts'
import { readInputs } from './read-inputs.ts'
import { publicPage } from './store.ts'

/** More than these are told by their number alone. */
const MAX_SHOWN = 12

/** What was put in, how far each has been sent, and what went wrong on the way. */
export function ItemList({ items, state }: Inputs) {
  const text = useText().start
  if (items.length === 0) return null
  // What is refused is in sight, however many there are.
  const shown = items.filter(({ refused }, at) => at < MAX_SHOWN || refused)
  const hasFailed = state.kind === 'failed'
  return (
    <section className="given" aria-label={text.given}>
      <ul className="plain-list">
        {shown.map((item) => (
          <InputListItem key={item.id} item={item} isSending={state.kind === 'sending'} />
        ))}
      </ul>
      {items.length > shown.length && (
        <p className="soft">{text.moreItems(items.length - shown.length)}</p>
      )}
      <div className="actions">
        <p role="status" className="given-state">
          {describeState(state, text)}
        </p>
        <ItemActions items={items} state={state} />
      </div>
      {state.kind === 'failed' && <Problem error={state.error} retry={() => void readInputs()} />}
      {items.some((item) => item.kind === 'link' && (hasFailed || needsLogin(item))) && (
        <PublicPage />
      )}
    </section>
  )
}

const needsLogin = ({ refused }: InputItem) =>
  typeof refused?.reason === 'object' && refused.reason.code === 'playlist.login-needed'

function describeState(state: Inputs['state'], text: Text['start']): string | undefined {
  switch (state.kind) {
    case 'sending':
      return text.sending
    case 'reading':
      return text.reading
    case 'stopped':
      return text.stopped
    case 'understood':
      return text.understoodLists(state.preview.lists.length)
    default:
      return undefined
  }
}

function ItemActions({ items, state }: Inputs) {
  const text = useText().start
  const isBusy = state.kind === 'sending' || state.kind === 'reading'
  return (
    <>
      {isBusy && (
        <button type="button" onClick={stopReading}>
          {text.stop}
        </button>
      )}
      {state.kind === 'stopped' && (
        <button type="button" onClick={() => void readInputs()}>
          {text.readAgain}
        </button>
      )}
      {items.length > 1 && (
        <button type="button" className="quiet" onClick={removeAll}>
          {text.removeAll}
        </button>
      )}
    </>
  )
}

/** Offered where a link could not be read: the settings that have it come only after. */
function PublicPage() {
  const [language] = useLanguage()
  const { label, hint } = backupOptions.publicPage.page
  const isAllowed = useSyncExternalStore(publicPage.subscribe, publicPage.read)
  return (
    <Checkbox
      label={label[language]}
      hint={hint[language]}
      checked={isAllowed === true}
      changed={allowPublicPage}
    />
  )
}
