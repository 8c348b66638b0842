import { useId } from 'react'
import type { Key } from '../../../src/api/contract.ts'
import { useText } from '../../text/text.ts'

interface Props {
  readonly of: Key
  readonly value: string
  readonly changed: (value: string) => void
  readonly isSaving: boolean
  readonly forget: () => void
}

/** Where a key is typed, and the buttons to keep it and to forget the one that is set. */
export function KeyField({ of: key, value, changed, isSaving, forget }: Props) {
  const text = useText().settings
  const id = useId()
  return (
    <div className="key-value">
      <label htmlFor={id} className="sr">
        {text.keyFor(key.title)}
      </label>
      <input
        id={id}
        type="password"
        autoComplete="off"
        spellCheck={false}
        placeholder={key.setIn ? text.anotherKey : text.pasteKey}
        value={value}
        onChange={({ target }) => changed(target.value)}
      />
      <button type="submit" disabled={isSaving || value.trim() === ''}>
        {text.keep}
        <span className="sr"> {key.title}</span>
      </button>
      {key.setIn && (
        <button type="button" className="quiet" disabled={isSaving} onClick={forget}>
          {text.forget}
          <span className="sr"> {key.title}</span>
        </button>
      )}
    </div>
  )
}
