import { useId } from 'react'
import type { Session } from '../../src/api/contract.ts'
import { send } from '../api/client.ts'
import { isOwnComputer } from '../api/session.ts'
import { type Language, languages, useLanguage, useText } from '../text/text.ts'
import { type Theme, themes, useTheme } from '../theme.ts'

interface Props {
  readonly session: Session | undefined
  /** Told after a log-out. */
  readonly changed: () => void
}

/** The foot of the page: what this is, and the choice of language and colours. */
export function Footer({ session, changed }: Props) {
  const text = useText().shell
  return (
    <footer className="colophon">
      <p>
        {session === undefined ? 'Songkeep' : text.version(session.version)}.{' '}
        {session && (isOwnComputer(session) ? text.promise : text.onServer)}
      </p>
      {session?.account && <p>{text.signedIn(session.account.name)}</p>}
      {session?.canLogOut && (
        <button type="button" className="quiet" onClick={() => void logOut(changed)}>
          {text.logOut}
        </button>
      )}
      <LanguageChoice />
      <ThemeChoice />
    </footer>
  )
}

function LanguageChoice() {
  const text = useText().shell
  const [language, chooseLanguage] = useLanguage()
  const id = useId()
  return (
    <label htmlFor={id}>
      {text.language}
      <select
        id={id}
        value={language}
        onChange={({ target }) => chooseLanguage(target.value as Language)}
      >
        {Object.entries(languages).map(([each, name]) => (
          <option key={each} value={each} lang={each}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

function ThemeChoice() {
  const text = useText().shell
  const [theme, chooseTheme] = useTheme()
  const id = useId()
  return (
    <label htmlFor={id}>
      {text.theme}
      <select id={id} value={theme} onChange={({ target }) => chooseTheme(target.value as Theme)}>
        {themes.map((each) => (
          <option key={each} value={each}>
            {text.themes[each]}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Where the server cannot be reached, the session stays, and so does the button. */
async function logOut(changed: () => void): Promise<void> {
  await send('DELETE', 'session').catch(() => {})
  changed()
}
