import { Command, Help, type HelpConfiguration } from 'commander'
import { wrapWidth } from '../report/terminal/width.ts'
import type { Words } from '../words/words.ts'
import { fillPlaceholders } from './placeholders.ts'
import { findUnknownOption } from './unknown-options.ts'
import { describeUsageError } from './usage-errors.ts'

/** A command with what all of them share: help in the reader's language, and mistakes thrown to `main`. */
export function makeCommand(name: string, words: Words): Command {
  const { help } = words.commandLine
  const command = new Command(name)
    .configureHelp(helpIn(words))
    .helpOption('-h, --help', help.help)
    // What is wrong is told in the reader's language, by what commander throws.
    .configureOutput({ outputError: () => {} })
  return command.exitOverride((error) => {
    const unknown = findUnknownOption(command)
    const told = describeUsageError(error, command, words, unknown)
    if (told !== undefined) process.stderr.write(told)
    throw error
  })
}

/** What stands behind a command's help: more about it, and how it is called. */
export function helpAfter(
  { commandLine: { help } }: Words,
  examples: readonly string[],
  more?: string,
): string {
  const title = examples.length === 1 ? help.example : help.examples
  const lines = [title, ...examples.map((example) => `  ${example}`)]
  const paragraphs = more === undefined ? [] : more.split('\n\n').flatMap(wrapParagraph)
  return ['', ...paragraphs, ...lines].join('\n')
}

/** As wide as commander makes the rest of the help; followed by an empty line. */
const wrapParagraph = (text: string) => [
  ...wrapWidth(text.replaceAll('\n', ' '), process.stdout.columns ?? 80),
  '',
]

type HelpWords = Words['commandLine']['help']

const titles: Readonly<Record<string, keyof HelpWords['titles']>> = {
  'Usage:': 'usage',
  'Arguments:': 'arguments',
  'Options:': 'options',
  'Global Options:': 'common',
  'Commands:': 'commands',
}

/** Commander's help has its own English words between ours: each is replaced where it is put in. */
function helpIn(words: Words): HelpConfiguration {
  const { help } = words.commandLine
  const base = new Help()
  const fill = (text: string) => fillPlaceholders(text, words)
  return {
    showGlobalOptions: true,
    styleTitle: (title) => (titles[title] ? help.titles[titles[title]] : title),
    commandUsage: (command) => fill(base.commandUsage(command)),
    subcommandTerm: (command) => fill(base.subcommandTerm(command)),
    optionTerm: (option) => fill(base.optionTerm(option)),
    argumentTerm: (argument) => help.placeholders[argument.name()] ?? argument.name(),
    optionDescription: (option) => describe(option, help),
    argumentDescription: (argument) => describe(argument, help),
  }
}

interface Described {
  readonly description: string
  readonly argChoices?: readonly string[]
  readonly defaultValue?: unknown
}

function describe({ description, argChoices, defaultValue }: Described, help: HelpWords): string {
  const facts = [
    ...(argChoices ? [help.choices(argChoices.join(', '))] : []),
    ...(defaultValue === undefined ? [] : [help.byDefault(String(defaultValue))]),
  ]
  return facts.length > 0 ? `${description} (${facts.join('; ')})` : description
}
