import { type FormEvent, useId, useState } from 'react'
import type { SpotifyAccount } from '../../../src/api/contract.ts'
import { REDIRECT_URI } from '../../../src/model/spotify-redirect.ts'
import { send } from '../../api/client.ts'
import { useAction } from '../../api/use-action.ts'
import { OutsideLink } from '../../parts/evidence/outside-link.tsx'
import { Problem } from '../../parts/page/problem.tsx'
import { useGuide } from '../../text/guide.ts'
import type { AccountProps } from './account-props.ts'

/** Spotify sends the browser back to its own machine: where this page is open, that may be another than the server's. */
const isElsewhere = () => !/^(?:localhost|127\.[\d.]+|\[::1\])$/.test(location.hostname)

interface Props {
  readonly address: string
  readonly changed: AccountProps['changed']
}

/** A login that waits for the reader's answer at Spotify. */
export function PendingLogin({ address, changed }: Props) {
  const words = useGuide().login
  const { isRunning, error, run } = useAction()
  const cancel = () =>
    void run(async () => changed(await send<SpotifyAccount>('DELETE', 'spotify/login')))
  return (
    <>
      <p role="status">{words.waiting}</p>
      <p>
        <OutsideLink url={address} words={words.openAgain} />
      </p>
      {isElsewhere() ? (
        <>
          <p>{words.isElsewhere}</p>
          <PasteForm changed={changed} />
        </>
      ) : (
        <details>
          <summary>{words.noWayBack}</summary>
          <PasteForm changed={changed} />
        </details>
      )}
      <p>
        {words.complains} <code>{REDIRECT_URI}</code>
      </p>
      <button type="button" disabled={isRunning} onClick={cancel}>
        {words.cancel}
      </button>
      {error !== undefined && <Problem error={error} />}
    </>
  )
}

/** The address that the browser ended at, given by hand. */
function PasteForm({ changed }: Pick<Props, 'changed'>) {
  const words = useGuide().login
  const [address, setAddress] = useState('')
  const { isRunning, error, run } = useAction()
  const id = useId()
  const finish = (event: FormEvent) => {
    event.preventDefault()
    const body = { address: address.trim() }
    void run(async () => changed(await send<SpotifyAccount>('POST', 'spotify/login/answer', body)))
  }
  return (
    <form onSubmit={finish} className="field">
      <label htmlFor={id}>{words.paste}</label>
      <input
        id={id}
        type="text"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        maxLength={8192}
        aria-describedby={`${id}-hint`}
        value={address}
        onChange={({ target }) => setAddress(target.value)}
      />
      <p id={`${id}-hint`} className="soft">
        {words.pasteHint}
      </p>
      <button type="submit" disabled={isRunning || address.trim() === ''}>
        {words.finish}
      </button>
      {error !== undefined && <Problem error={error} />}
    </form>
  )
}
