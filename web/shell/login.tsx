import { type FormEvent, useId, useState } from 'react'
import type { Session } from '../../src/api/contract.ts'
import { RequestError, send } from '../api/client.ts'
import { useAction } from '../api/use-action.ts'
import { PageTitle } from '../parts/page/page-title.tsx'
import { Problem } from '../parts/page/problem.tsx'
import { useText } from '../text/text.ts'

interface Props {
  readonly session: Session
  readonly entered: () => void
}

/** Asks for the password that whoever opened the page to others has set; for a name too, where there are accounts. */
export function Login({ session, entered }: Props) {
  const { server } = session
  const hasAccounts = session.hasAccounts === true
  const text = useText().shell
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const { isRunning, error, run } = useAction()

  async function enter(event: FormEvent): Promise<void> {
    event.preventDefault()
    const given = hasAccounts ? { name, password } : { password }
    if (await run(() => send('POST', 'session', given))) entered()
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
      <p className="lead">{hasAccounts ? text.signInLong : text.logInLong}</p>
      <form className="login" onSubmit={(event) => void enter(event)}>
        {hasAccounts && <Field kind="username" isFirst value={name} changed={setName} />}
        <Field
          kind="current-password"
          isFirst={!hasAccounts}
          value={password}
          changed={setPassword}
        />
        <button type="submit" className="primary" disabled={isRunning}>
          {text.logIn}
        </button>
      </form>
      {session.provider !== undefined && <ProviderButton provider={session.provider} />}
      {error !== undefined && <LoginProblem error={error} hasAccounts={hasAccounts} />}
    </>
  )
}

/** The way over the provider's own page, which leads back here. */
function ProviderButton({ provider }: { readonly provider: string }) {
  const text = useText().shell
  const { isRunning, error, run } = useAction()

  const leave = () =>
    run(async () => {
      const { address } = await send<{ address: string }>('POST', 'session/provider')
      window.location.assign(address)
    })

  return (
    <p>
      <button type="button" disabled={isRunning} onClick={() => void leave()}>
        {text.signInWith(provider)}
      </button>
      {error !== undefined && <Problem error={error} />}
    </p>
  )
}

interface FieldProps {
  readonly kind: 'username' | 'current-password'
  readonly isFirst: boolean
  readonly value: string
  readonly changed: (value: string) => void
}

function Field({ kind, isFirst, value, changed }: FieldProps) {
  const text = useText().shell
  const id = useId()
  const isName = kind === 'username'
  return (
    <label htmlFor={id}>
      {isName ? text.accountName : text.password}
      <input
        id={id}
        type={isName ? 'text' : 'password'}
        autoComplete={kind}
        autoCapitalize="none"
        spellCheck={false}
        required
        // biome-ignore lint/a11y/noAutofocus: there is nothing else to do here
        autoFocus={isFirst}
        value={value}
        onChange={({ target }) => changed(target.value)}
      />
    </label>
  )
}

interface ProblemProps {
  readonly error: unknown
  readonly hasAccounts: boolean
}

function LoginProblem({ error, hasAccounts }: ProblemProps) {
  const text = useText().shell
  if (!(error instanceof RequestError && error.status === 401)) return <Problem error={error} />
  return (
    <div className="problem" role="alert">
      <p>{hasAccounts ? text.wrongSignIn : text.wrongPassword}</p>
    </div>
  )
}
