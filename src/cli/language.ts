import { type Command, Option } from 'commander'
import { type Environment, readEnvironment } from '../app/environment.ts'
import { type Language, languages } from '../words/language.ts'
import { wordsIn } from '../words/languages.ts'
import type { Words } from '../words/words.ts'

/** Of the whole program: it may stand before a command and after it. */
export const languageOption = () =>
  new Option('--lang <language>', 'what you read: without it, what LANG says').choices(languages)

/** What the surroundings say, and the language that a command was given. */
export function environmentOf(command: Command): Environment {
  const { lang } = command.optsWithGlobals<{ readonly lang?: Language }>()
  const environment = readEnvironment()
  return { ...environment, language: lang ?? environment.language }
}

export const wordsOf = (command: Command): Words => wordsIn(environmentOf(command).language)
