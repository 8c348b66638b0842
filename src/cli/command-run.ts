import type { Command } from 'commander'
import type { CommandRun } from '../report/terminal/screen/steps.ts'

/** What was typed, for the commands that are offered at the end. */
export function commandRunOf(
  command: Command,
  facts: Pick<CommandRun, 'isWhole' | 'takesLibrary'>,
): CommandRun {
  let root = command
  while (root.parent) root = root.parent
  // Commander keeps the whole command line of its root; its types do not say so.
  const { rawArgs = [] } = root as { readonly rawArgs?: readonly string[] }
  return { words: rawArgs.slice(2), name: command.name(), ...facts }
}
