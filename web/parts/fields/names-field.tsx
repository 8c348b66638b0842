import { useId } from 'react'
import { useText } from '../../text/text.ts'
import type { ChangeSettings } from './change-settings.ts'
import { exampleName } from './example-name.ts'

/** How files are named, with an example of what that gives. */
export function NamesField({
  names,
  changed,
}: {
  readonly names: string | undefined
  readonly changed: ChangeSettings
}) {
  const text = useText().choices
  const id = useId()
  const example = exampleName(names ?? '')
  return (
    <div className="choice">
      <label htmlFor={id}>{text.names}</label>
      <p id={`${id}hint`} className="hint">
        {text.namesHint}
      </p>
      <input
        id={id}
        value={names ?? ''}
        maxLength={200}
        placeholder="{playlist}/{position} {artist} - {title}"
        spellCheck={false}
        aria-invalid={example === undefined}
        aria-describedby={`${id}hint ${id}example`}
        onChange={({ target }) => changed({ names: target.value })}
      />
      <p id={`${id}example`} className={example === undefined ? 'fault' : 'hint'} role="status">
        {example === undefined ? text.namesWrong : text.namesExample(example)}
      </p>
    </div>
  )
}
