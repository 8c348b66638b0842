import { reasonsOfFault } from '../../api/fault.ts'
import { FaultText } from '../../parts/page/fault-text.tsx'
import { useGuide } from '../../text/guide.ts'
import type { AccountProps } from './account-props.ts'
import { LoggedIn } from './logged-in.tsx'
import { LoginForm } from './login-form.tsx'
import { PendingLogin } from './pending-login.tsx'

/** The user's account at Spotify: logging in, a login that waits, or the lists of the account. */
export function Account({ account, changed }: AccountProps) {
  const words = useGuide().login
  const { isLoggedIn, pending, failure } = account
  return (
    <section className="account" aria-labelledby="guide-login">
      <h2 id="guide-login">{isLoggedIn ? words.lists : words.title}</h2>
      {failure && (
        <div className="problem" role="alert">
          <FaultText {...reasonsOfFault(failure)} />
        </div>
      )}
      {isLoggedIn ? (
        <LoggedIn account={account} changed={changed} />
      ) : pending ? (
        <PendingLogin address={pending.address} changed={changed} />
      ) : (
        <LoginForm account={account} changed={changed} />
      )}
    </section>
  )
}
