import { useSyncExternalStore } from 'react'
import { backupOptions } from '../../../../src/model/backup/options.ts'
import { Checkbox } from '../../../parts/fields/checkbox.tsx'
import { Problem } from '../../../parts/page/problem.tsx'
import { type Text, useLanguage, useText } from '../../../text/text.ts'
import {
  allowPublicPage,
  type InputItem,
  type Inputs,
  PASTED,
  publicPage,
  readInputs,
  removeAll,
  removeItem,
  stopReading,
} from './inputs.ts'

/** More than these are told by their number alone. */
const MAX_SHOWN = 12

/** What was put in, how far each has been sent, and what went wrong on the way. */
export function ItemList({ items, state }: Inputs) {
  const text = useText().start
  if (items.length === 0) return null
  return (
    <section className="given" aria-label={text.given}>
      <ul className="plain-list">
        {items.slice(0, MAX_SHOWN).map((item) => (
          <InputListItem key={item.id} item={item} isSending={state.kind === 'sending'} />
        ))}
      </ul>
      {items.length > MAX_SHOWN && (
        <p className="soft">{text.moreItems(items.length - MAX_SHOWN)}</p>
      )}
      <div className="actions">
        <p role="status" className="given-state">
          {describeState(state, text)}
        </p>
        <ItemActions items={items} state={state} />
      </div>
      {state.kind === 'failed' && (
        <>
          <Problem error={state.error} retry={() => void readInputs()} />
          {items.some(({ kind }) => kind === 'link') && <PublicPage />}
        </>
      )}
      {state.kind === 'unreadable' && (
        <div className="problem" role="alert">
          <p>{text.unreadable(state.name)}</p>
          <p>{text.unreadableHint}</p>
        </div>
      )}
    </section>
  )
}

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

function InputListItem({
  item,
  isSending,
}: {
  readonly item: InputItem
  readonly isSending: boolean
}) {
  const { start: text, format } = useText()
  const name = item.kind === 'link' ? item.link : item.name === PASTED ? text.pasted : item.name
  return (
    <li>
      <span>
        <bdi>{name}</bdi>
        {item.kind === 'file' && <small> {format.bytes(item.file.size)}</small>}
      </span>
      {item.kind === 'file' && isSending && (
        <progress
          max={Math.max(1, item.file.size)}
          value={item.sent}
          aria-label={text.sent(name)}
        />
      )}
      <button type="button" className="quiet" onClick={() => removeItem(item.id)}>
        {text.remove}
        <span className="sr"> {name}</span>
      </button>
    </li>
  )
}
