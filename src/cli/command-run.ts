import type { Command } from 'commander'
import type { CommandRun } from '../report/terminal/screen/steps.ts'

/** The words behind `songkeep`, as they were typed. Commander keeps them at its root; its types do not say so. */
export function wordsTyped(command: Command): readonly string[] {
  let root = command
  while (root.parent) root = root.parent
  const { rawArgs = [] } = root as { readonly rawArgs?: readonly string[] }
  return rawArgs.slice(2)
}

/** What was typed, for the commands that are offered at the end. */
export const commandRunOf = (
  command: Command,
  facts: Pick<CommandRun, 'isWhole' | 'takesLibrary'>,
): CommandRun => ({ words: wordsTyped(command), name: command.name(), ...facts })
