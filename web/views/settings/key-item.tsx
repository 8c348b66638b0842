import { type FormEvent, useState } from 'react'
import type { Key, Settings } from '../../../src/api/contract.ts'
import { send } from '../../api/client.ts'
import { useAction } from '../../api/use-action.ts'
import { OutsideLink } from '../../parts/evidence/outside-link.tsx'
import { Problem } from '../../parts/page/problem.tsx'
import { Sentence } from '../../parts/page/sentence.tsx'
import { showToast } from '../../parts/page/toasts.tsx'
import { useText } from '../../text/text.ts'
import { KeyField } from './key-field.tsx'
import type { SettingsAnswer } from './settings-answer.ts'

interface Props {
  readonly of: Key
  readonly settings: Settings
  readonly saved: (answer: SettingsAnswer) => void
}

/** One key. A value goes in and never comes back: the page only knows whether there is one. */
export function KeyItem({ of: key, settings, saved }: Props) {
  const text = useText().settings
  const [value, setValue] = useState('')
  const { isRunning, error, run } = useAction()

  const save = (next: string | null) =>
    run(async () => {
      const keys = { [key.variable]: next }
      saved(await send<SettingsAnswer>('PUT', 'settings', { settings, keys }))
      setValue('')
      showToast(({ settings: { keyForgotten, keySaved } }) =>
        next === null ? keyForgotten(key.title) : keySaved(key.title),
      )
    })

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (value.trim() !== '') void save(value.trim())
  }
  return (
    <form onSubmit={submit}>
      <KeyFacts of={key} />
      {key.setIn === 'environment' ? (
        <p className="soft">
          {text.fixed} <code>{key.variable}</code>
        </p>
      ) : (
        <KeyField
          of={key}
          value={value}
          changed={setValue}
          isSaving={isRunning}
          forget={() => void save(null)}
        />
      )}
      {error !== undefined && <Problem error={error} />}
    </form>
  )
}

/** Whose key it is, whether it is set, what it adds, and where to get one. */
function KeyFacts({ of: key }: Pick<Props, 'of'>) {
  const text = useText().settings
  return (
    <>
      <h3>{key.title}</h3>
      <p className={`mark ${key.setIn ? 'kept' : 'skipped'}`}>
        <i aria-hidden="true">{key.setIn ? '✓' : '–'}</i>
        {key.setIn ? text.setIn[key.setIn] : key.required ? text.notSetRequired : text.notSet}
      </p>
      <p>
        <Sentence reason={key.adds} />
      </p>
      <p>
        {text.getOne} <OutsideLink url={key.url} words={key.url.replace(/^https?:\/\//, '')} />
      </p>
    </>
  )
}
