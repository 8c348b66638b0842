import type { Command, CommanderError } from 'commander'
import type { Words } from '../words/words.ts'
import { fillPlaceholders } from './placeholders.ts'
import type { UnknownOption } from './unknown-options.ts'

type Errors = Words['commandLine']['errors']

/** What commander says of a mistake, and how it is told. Its errors have a code, but their parts are in the text alone. */
interface Mistake {
  readonly pattern: RegExp
  tell(parts: readonly string[], errors: Errors, fill: (flags: string) => string): string
}

const similar = String.raw`(?:\n\(Did you mean (?:one of )?(.*)\?\))?$`

const mistakes: Readonly<Record<string, Mistake>> = {
  'commander.unknownOption': {
    pattern: new RegExp(`unknown option '(.*)'${similar}`, 's'),
    tell: ([flag = '', like = ''], errors) => errors.unknownOption(flag, like),
  },
  'commander.unknownCommand': {
    pattern: new RegExp(`unknown command '(.*)'${similar}`, 's'),
    tell: ([name = '', like = ''], errors) => errors.unknownCommand(name, like),
  },
  'commander.missingArgument': {
    pattern: /required argument '(.*)'$/,
    tell: ([name], errors, fill) => errors.missingArgument(fill(`<${name}>`)),
  },
  'commander.optionMissingArgument': {
    pattern: /option '(.*)' argument missing$/,
    tell: ([flags = ''], errors, fill) => errors.missingValue(fill(flags)),
  },
  'commander.missingMandatoryOptionValue': {
    pattern: /required option '(.*)' not specified$/,
    tell: ([flags = ''], errors, fill) => errors.missingOption(fill(flags)),
  },
  'commander.excessArguments': {
    pattern: /Expected (\d+) arguments? but got (\d+): (.*)\.$/s,
    tell: ([expected, received, all = ''], errors) =>
      errors.tooMany(Number(expected), Number(received), all),
  },
  'commander.invalidArgument': {
    pattern:
      /(?:option '(.*?)' argument|command-argument value) '(.*)' is invalid(?: for argument '(.*?)')?\. (.*)$/s,
    tell: ([flags, value = '', name, why = ''], errors, fill) =>
      errors.wrongValue(fill(flags ?? `<${name}>`), value, tellAllowed(why, errors)),
  },
}

function tellAllowed(why: string, errors: Errors): string {
  const choices = /^Allowed choices are (.*)\.$/.exec(why)?.[1]
  return choices === undefined ? why : errors.oneOf(choices)
}

/** The lines for the user; nothing where commander only showed help or the version. Its own words where it says something new.
 * An option that there is not comes before all else. */
export function describeUsageError(
  { code, message, exitCode }: CommanderError,
  command: Command,
  words: Words,
  unknown?: UnknownOption,
): string | undefined {
  if (exitCode === 0 || code === 'commander.help') return undefined
  const { errors } = words.commandLine
  const close = (told: string) => `songkeep: ${told}\n  ${errors.seeHelp(pathOf(command))}\n`
  // What else is wrong may follow from the misspelt option alone.
  if (unknown && code !== 'commander.unknownCommand')
    return close(errors.unknownOption(unknown.flag, unknown.like))
  const mistake = mistakes[code]
  const parts = mistake?.pattern.exec(message)?.slice(1)
  const told =
    mistake && parts
      ? mistake.tell(parts, errors, (flags) => fillPlaceholders(flags, words))
      : message.replace(/^error: /, '')
  return close(told)
}

/** `songkeep jobs pause`. */
const pathOf = (command: Command): string =>
  command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name()
