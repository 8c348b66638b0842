import type { KeyboardEvent } from 'react'

/** The arrow keys lead to the same control of the next row, or of the one before. */
export function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  const { key, target, currentTarget } = event
  if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return
  const control = target.dataset.control
  const row = target.closest('li')
  if (control === undefined || !row) return
  const rows = [...currentTarget.children]
  const at = rows.indexOf(row)
  const places: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: rows.length - 1,
  }
  const to = rows[places[key] ?? -1]?.querySelector<HTMLElement>(`[data-control="${control}"]`)
  if (!to) return
  event.preventDefault()
  to.focus()
}
