import type { ReactNode } from 'react'

/** Yes or no. */
export function Checkbox({
  label,
  hint,
  checked,
  changed,
  isDisabled = false,
}: {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly checked: boolean
  readonly changed: (checked: boolean) => void
  readonly isDisabled?: boolean
}) {
  return (
    <label className="tick">
      <input
        type="checkbox"
        checked={checked}
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
