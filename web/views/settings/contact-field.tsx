import { useId } from 'react'
import type { ChangeSettings } from '../../parts/fields/change-settings.ts'
import { useText } from '../../text/text.ts'

/** How services can reach the user: fixed where the environment says it. */
export function ContactField({
  contact,
  fixed,
  changed,
}: {
  readonly contact: string | undefined
  readonly fixed: string | undefined
  readonly changed: ChangeSettings
}) {
  const text = useText().settings
  const id = useId()
  return (
    <div className="choice">
      <label htmlFor={id}>{text.contact}</label>
      <p id={`${id}hint`} className="hint">
        {text.contactHint}
      </p>
      <input
        id={id}
        value={fixed ?? contact ?? ''}
        maxLength={200}
        placeholder="name@example.org"
        autoComplete="email"
        spellCheck={false}
        readOnly={fixed !== undefined}
        aria-describedby={`${id}hint`}
        onChange={({ target }) => changed({ contact: target.value })}
      />
      {fixed !== undefined && (
        <p className="soft">
          {text.contactFixed} <code>SONGKEEP_CONTACT</code>
        </p>
      )}
    </div>
  )
}
