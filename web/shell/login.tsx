import { type FormEvent, useId, useState } from 'react'
import { RequestError, send } from '../api/client.ts'
import { PageTitle } from '../parts/page/page-title.tsx'
import { Problem } from '../parts/page/problem.tsx'
import { useText } from '../text/text.ts'

/** Asks for the password that whoever opened the page to others has set. */
export function Login({ entered }: { readonly entered: () => void }) {
  const text = useText().shell
  const [password, setPassword] = useState('')
  const [error, setError] = useState<unknown>()
  const [isAsking, setAsking] = useState(false)
  const id = useId()

  async function enter(event: FormEvent): Promise<void> {
    event.preventDefault()
    setAsking(true)
    setError(undefined)
    try {
      await send('POST', 'session', { password })
      entered()
    } catch (caught) {
      setError(caught)
    }
    setAsking(false)
  }

  return (
    <>
      <PageTitle>{text.logIn}</PageTitle>
      <p className="lead">{text.logInLong}</p>
      <form className="login" onSubmit={(event) => void enter(event)}>
        <label htmlFor={id}>
          {text.password}
          <input
            id={id}
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={({ target }) => setPassword(target.value)}
          />
        </label>
        <button type="submit" className="primary" disabled={isAsking}>
          {text.logIn}
        </button>
      </form>
      {error instanceof RequestError && error.status === 401 ? (
        <div className="problem" role="alert">
          <p>{text.wrongPassword}</p>
        </div>
      ) : (
        error !== undefined && <Problem error={error} />
      )}
    </>
  )
}
