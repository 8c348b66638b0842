import { useEffect, useRef } from 'react'
import { useText } from '../../text/text.ts'

/** The keys, as long as one reads them. */
export function Help({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const { review: text, shell } = useText()
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="keys" aria-labelledby="keys" onClose={onClose}>
      <h2 id="keys">{text.keys}</h2>
      <dl>
        {text.keyList.map(([keys, meaning]) => (
          <div key={meaning}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <button type="button" onClick={() => dialog.current?.close()}>
        {shell.close}
      </button>
    </dialog>
  )
}
