import { useId } from 'react'
import type { Session } from '../../src/api/contract.ts'
import { send } from '../api/client.ts'
import { type Language, languages, useLanguage, useText } from '../text/text.ts'
import { type Theme, themes, useTheme } from '../theme.ts'

/** The foot of the page: what this is, and how it shall look and speak. */
export function Footer({
  session,
  changed,
}: {
  readonly session: Session | undefined
  /** Told after a log-out. */
  readonly changed: () => void
}) {
  const text = useText().shell
  const [language, chooseLanguage] = useLanguage()
  const [theme, chooseTheme] = useTheme()
  const languageId = useId()
  const themeId = useId()
  return (
    <footer className="colophon">
      <p>
        {session === undefined ? 'Songkeep' : text.version(session.version)}. {text.promise}
      </p>
      {session?.canLogOut && (
        <button type="button" className="quiet" onClick={() => void logOut(changed)}>
          {text.logOut}
        </button>
      )}
      <label htmlFor={languageId}>
        {text.language}
        <select
          id={languageId}
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
      <label htmlFor={themeId}>
        {text.theme}
        <select
          id={themeId}
          value={theme}
          onChange={({ target }) => chooseTheme(target.value as Theme)}
        >
          {themes.map((each) => (
            <option key={each} value={each}>
              {text.themes[each]}
            </option>
          ))}
        </select>
      </label>
    </footer>
  )
}

/** Where the server cannot be reached, the session stays, and so does the button. */
async function logOut(changed: () => void): Promise<void> {
  await send('DELETE', 'session').catch(() => {})
  changed()
}
