import { type FormEvent, useId, useState } from 'react'
import type { SpotifyAccount } from '../../../src/api/contract.ts'
import { send } from '../../api/client.ts'
import { useAction } from '../../api/use-action.ts'
import { Problem } from '../../parts/page/problem.tsx'
import { useGuide } from '../../text/guide.ts'
import type { AccountProps } from './account-props.ts'

/** Where the client id is typed, once, and the login begins. */
export function LoginForm({ account, changed }: AccountProps) {
  const words = useGuide().login
  const [clientId, setClientId] = useState('')
  const { isRunning, error, run } = useAction()
  const given = clientId.trim()

  const begin = (event: FormEvent) => {
    event.preventDefault()
    void run(async () => {
      const order = given === '' ? {} : { clientId: given }
      const begun = await send<SpotifyAccount>('POST', 'spotify/login', order)
      // A browser that lets no tab open has a link for it in what is shown next.
      if (begun.pending) window.open(begun.pending.address, '_blank', 'noopener,noreferrer')
      changed(begun)
    })
  }

  return (
    <form onSubmit={begin}>
      {account.clientIdIn === 'environment' ? (
        <p className="soft">{words.clientIdFixed}</p>
      ) : (
        <ClientIdField
          isKept={account.clientIdIn !== undefined}
          value={clientId}
          changed={setClientId}
        />
      )}
      <button
        type="submit"
        className="primary"
        disabled={isRunning || (given === '' && account.clientIdIn === undefined)}
      >
        {words.logIn}
      </button>
      {error !== undefined && <Problem error={error} />}
    </form>
  )
}

function ClientIdField({
  isKept,
  value,
  changed,
}: {
  readonly isKept: boolean
  readonly value: string
  readonly changed: (value: string) => void
}) {
  const words = useGuide().login
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{words.clientId}</label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={200}
        aria-describedby={`${id}-hint`}
        value={value}
        onChange={({ target }) => changed(target.value)}
      />
      <p id={`${id}-hint`} className="soft">
        {isKept ? words.clientIdKept : words.clientIdHint}
      </p>
    </div>
  )
}
