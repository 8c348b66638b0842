import type { Command } from 'commander'

/** What every command shares: mistakes are thrown to `main`, and end with where to read more. */
export function settings(command: Command): Command {
  return command
    .exitOverride()
    .showHelpAfterError(`(songkeep ${command.name()} --help shows what there is)`)
}
