import { useSyncExternalStore } from 'react'
import { createStore } from '../../api/store.ts'
import { type Text, useText } from '../../text/text.ts'

type Message = (text: Text) => string

interface Toast {
  readonly id: number
  readonly message: Message
}

const shown = createStore<readonly Toast[]>([])
let lastId = 0

/** Says for some seconds that something was done, in the language of the page at the time. What went wrong stands where it went wrong: see Problem. */
export function showToast(message: Message): void {
  const id = ++lastId
  shown.set([...shown.read().slice(-2), { id, message }])
  setTimeout(() => hideToast(id), 8000)
}

function hideToast(id: number): void {
  shown.set(shown.read().filter((toast) => toast.id !== id))
}

export function Toasts() {
  const toasts = useSyncExternalStore(shown.subscribe, shown.read)
  const text = useText()
  return (
    <section className="toasts" role="status" aria-label={text.shell.messages}>
      {toasts.map(({ id, message }) => (
        <div key={id}>
          {message(text)}
          <button type="button" className="quiet" onClick={() => hideToast(id)}>
            {text.shell.close}
          </button>
        </div>
      ))}
    </section>
  )
}
