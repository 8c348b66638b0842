import { type FormEvent, useId, useState } from 'react'
import type { Key, Settings } from '../../../src/api/contract.ts'
import { send } from '../../api/client.ts'
import { OutsideLink } from '../../parts/evidence/outside-link.tsx'
import { Problem } from '../../parts/page/problem.tsx'
import { Said } from '../../parts/page/sentence.tsx'
import { showToast } from '../../parts/page/toasts.tsx'
import { useText } from '../../text/text.ts'
import type { SettingsAnswer } from './settings-answer.ts'

/** One key. A value goes in and never comes back: the page only knows whether there is one. */
export function KeyItem({
  of: key,
  settings,
  saved,
}: {
  readonly of: Key
  readonly settings: Settings
  readonly saved: (settled: SettingsAnswer) => void
}) {
  const text = useText().settings
  const [value, setValue] = useState('')
  const [error, setError] = useState<unknown>()
  const [isSaving, setSaving] = useState(false)
  const id = useId()
  const isFixed = key.setIn === 'environment'

  async function save(next: string | null): Promise<void> {
    setSaving(true)
    setError(undefined)
    try {
      const keys = { [key.variable]: next }
      saved(await send<SettingsAnswer>('PUT', 'settings', { settings, keys }))
      setValue('')
      showToast(next === null ? text.keyForgotten(key.title) : text.keySaved(key.title))
    } catch (caught) {
      setError(caught)
    }
    setSaving(false)
  }

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (value.trim() !== '') void save(value.trim())
  }
  return (
    <form onSubmit={submit}>
      <h3>{key.title}</h3>
      <p className={`mark ${key.setIn ? 'kept' : 'skipped'}`}>
        <i aria-hidden="true">{key.setIn ? '✓' : '–'}</i>
        {key.setIn ? text.setIn[key.setIn] : key.required ? text.notSetRequired : text.notSet}
      </p>
      <p>
        <Said>{key.adds}</Said>
      </p>
      <p>
        {text.getOne} <OutsideLink url={key.url} words={key.url.replace(/^https?:\/\//, '')} />
      </p>
      {isFixed ? (
        <p className="soft">
          {text.fixed} <code>{key.variable}</code>
        </p>
      ) : (
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
            onChange={({ target }) => setValue(target.value)}
          />
          <button type="submit" disabled={isSaving || value.trim() === ''}>
            {text.keep}
            <span className="sr"> {key.title}</span>
          </button>
          {key.setIn && (
            <button
              type="button"
              className="quiet"
              disabled={isSaving}
              onClick={() => void save(null)}
            >
              {text.forget}
              <span className="sr"> {key.title}</span>
            </button>
          )}
        </div>
      )}
      {error !== undefined && <Problem error={error} />}
    </form>
  )
}
