import { useId } from 'react'
import { type Language, languages, useLanguage, useText } from '../text/text.ts'
import { type Theme, themes, useTheme } from '../theme.ts'

/** The foot of the page: what this is, and how it shall look and speak. */
export function Colophon({ version }: { readonly version: string | undefined }) {
  const text = useText().shell
  const [language, chooseLanguage] = useLanguage()
  const [theme, chooseTheme] = useTheme()
  const languageId = useId()
  const themeId = useId()
  return (
    <footer className="colophon">
      <p>
        {version === undefined ? 'Songkeep' : text.version(version)}. {text.promise}
      </p>
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
