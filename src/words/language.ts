export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]

/** `de_AT.UTF-8`, `de-CH`, `C`: the language of ours that a locale's name asks for, English where none is. */
export function languageOf(locale: string | undefined): Language {
  const asked = (locale ?? '').toLowerCase().split(/[-_.@]/)[0]
  return languages.find((language) => language === asked) ?? 'en'
}
