import { type FormEvent, useId, useState } from 'react'
import { RequestError, send } from '../api/client.ts'
import { useAction } from '../api/use-action.ts'
import { PageTitle } from '../parts/page/page-title.tsx'
import { Problem } from '../parts/page/problem.tsx'
import { useText } from '../text/text.ts'

interface Props {
  /** Whose server it is, as whoever serves it has it called. */
  readonly server: string | undefined
  readonly entered: () => void
}

/** Asks for the password that whoever opened the page to others has set. */
export function Login({ server, entered }: Props) {
  const text = useText().shell
  const [password, setPassword] = useState('')
  const { isRunning, error, run } = useAction()

  async function enter(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (await run(() => send('POST', 'session', { password }))) entered()
  }

  return (
    <>
      <PageTitle>{text.logIn}</PageTitle>
      {server !== undefined && (
        <p className="lead">
          <strong>
            <bdi>{server}</bdi>
          </strong>
        </p>
      )}
      <p className="lead">{text.logInLong}</p>
      <form className="login" onSubmit={(event) => void enter(event)}>
        <PasswordField password={password} changed={setPassword} />
        <button type="submit" className="primary" disabled={isRunning}>
          {text.logIn}
        </button>
      </form>
      {error !== undefined && <LoginProblem error={error} />}
    </>
  )
}

interface PasswordProps {
  readonly password: string
  readonly changed: (password: string) => void
}

function PasswordField({ password, changed }: PasswordProps) {
  const text = useText().shell
  const id = useId()
  return (
    <label htmlFor={id}>
      {text.password}
      <input
        id={id}
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={({ target }) => changed(target.value)}
      />
    </label>
  )
}

function LoginProblem({ error }: { readonly error: unknown }) {
  const text = useText().shell
  if (!(error instanceof RequestError && error.status === 401)) return <Problem error={error} />
  return (
    <div className="problem" role="alert">
      <p>{text.wrongPassword}</p>
    </div>
  )
}
