/** What is to be put in, as it stands in the help: `<folder>`. Where a name is missing, it stands as it is. */
const placeholders: Readonly<Record<string, string>> = {}

/** What the help of every command says. */
export const help = {
  titles: {
    usage: 'Usage:',
    arguments: 'Arguments:',
    options: 'Options:',
    common: 'Options of every command:',
    commands: 'Commands:',
  },
  placeholders,
  example: 'Example:',
  examples: 'Examples:',
  choices: (choices: string) => `choices: ${choices}`,
  byDefault: (value: string) => `default: ${value}`,
  help: 'show this help',
  verbose: 'print all lines, not only what one screen of the terminal has room for',
  helpOf: 'show the help of a command',
  version: 'show which version this is',
  language: 'what you read: without it, what LANG says',
  program: 'Keeps your playlists: a folder of tagged MP3s, and a reason for every track.',
  exitCodes:
    'Exit codes: 0 every track is kept, 1 some are not (the report says why), 2 wrong use, 3 something broke, 130 stopped by Ctrl-C (what was kept stays, and the same command goes on), 141 the output was no longer read (as by | head).',
}
