import { useSyncExternalStore } from 'react'
import { createStore } from '../../api/store.ts'
import { useText } from '../../text/text.ts'

interface Toast {
  readonly id: number
  readonly message: string
}

const shown = createStore<readonly Toast[]>([])
let lastId = 0

/** Says for some seconds that something was done. What went wrong stands where it went wrong: see Problem. */
export function showToast(message: string): void {
  const id = ++lastId
  shown.set([...shown.read().slice(-2), { id, message }])
  setTimeout(() => hideToast(id), 8000)
}

function hideToast(id: number): void {
  shown.set(shown.read().filter((toast) => toast.id !== id))
}

export function Toasts() {
  const toasts = useSyncExternalStore(shown.subscribe, shown.read)
  const text = useText().shell
  return (
    <section className="toasts" role="status" aria-label={text.messages}>
      {toasts.map(({ id, message }) => (
        <div key={id}>
          {message}
          <button type="button" className="quiet" onClick={() => hideToast(id)}>
            {text.close}
          </button>
        </div>
      ))}
    </section>
  )
}
