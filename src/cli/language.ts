import { Option } from 'commander'
import { type Environment, readEnvironment } from '../app/environment.ts'
import { type Language, languages } from '../words/language.ts'
import type { Words } from '../words/words.ts'

const FLAG = '--lang'

/** Of the whole program: it may stand before a command and after it. */
export const languageOption = ({ commandLine }: Words) =>
  new Option(`${FLAG} <language>`, commandLine.help.language).choices(languages)

/**
 * What the reader reads. It is found before commander reads the command line, as help and errors are in it; whether
 * the option is well written is commander's to say.
 */
export function findLanguage(args: readonly string[]): Language | undefined {
  const end = args.indexOf('--')
  const given = (end < 0 ? args : args.slice(0, end)).flatMap((arg, at, all) => {
    if (arg === FLAG) return all[at + 1] ?? []
    return arg.startsWith(`${FLAG}=`) ? arg.slice(FLAG.length + 1) : []
  })
  const known = given.flatMap((each) => languages.find((language) => language === each) ?? [])
  return known.at(-1) ?? readEnvironment().language
}

/** The surroundings, in the language that was asked for. */
export const environmentIn = ({ language }: Words): Environment => ({
  ...readEnvironment(),
  language,
})
