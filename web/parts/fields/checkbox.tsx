import type { ReactNode } from 'react'

/** Yes or no. */
export function Tick({
  label,
  hint,
  ticked,
  changed,
  isDisabled = false,
}: {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly ticked: boolean
  readonly changed: (ticked: boolean) => void
  readonly isDisabled?: boolean
}) {
  return (
    <label className="tick">
      <input
        type="checkbox"
        checked={ticked}
        disabled={isDisabled}
        onChange={({ target }) => changed(target.checked)}
      />
      <span>
        {label}
        {hint !== undefined && <small>{hint}</small>}
      </span>
    </label>
  )
}
