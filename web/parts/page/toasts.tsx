import { useSyncExternalStore } from 'react'
import { createStore } from '../../api/store.ts'
import { type Text, useText } from '../../text/text.ts'

type Message = (text: Text) => string

/** What can be done about it, as long as it is shown. */
export interface ToastAction {
  readonly label: Message
  readonly act: () => void
}

interface Toast {
  readonly id: number
  readonly message: Message
  readonly action?: ToastAction
}

const shown = createStore<readonly Toast[]>([])
let lastId = 0

/** Says for some seconds that something was done, in the language of the page at the time. What went wrong stands where it went wrong: see Problem. */
export function showToast(message: Message, action?: ToastAction): void {
  const id = ++lastId
  shown.set([...shown.read().slice(-2), { id, message, action }])
  // Whoever may want to take it back needs the time to read.
  setTimeout(() => hideToast(id), action ? 20_000 : 8000)
}

function hideToast(id: number): void {
  shown.set(shown.read().filter((toast) => toast.id !== id))
}

export function Toasts() {
  const toasts = useSyncExternalStore(shown.subscribe, shown.read)
  const text = useText()
  return (
    <section className="toasts" role="status" aria-label={text.shell.messages}>
      {toasts.map(({ id, message, action }) => (
        <div key={id}>
          {message(text)}
          {action && (
            <button
              type="button"
              onClick={() => {
                hideToast(id)
                action.act()
              }}
            >
              {action.label(text)}
            </button>
          )}
          <button type="button" className="quiet" onClick={() => hideToast(id)}>
            {text.shell.close}
          </button>
        </div>
      ))}
    </section>
  )
}
