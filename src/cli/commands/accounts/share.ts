import type { Command } from 'commander'
import type { Words } from '../../../words/words.ts'
import { makeCommand } from '../../make-command.ts'
import { print, withAdmin } from './with-admin.ts'

export function addShares(command: Command, words: Words): void {
  const said = words.commandLine.accounts
  for (const act of ['share', 'unshare'] as const)
    command.addCommand(
      makeCommand(act, words)
        .description(said[act])
        .argument('<name>', said.account)
        .argument('<archive>', said.archive)
        .action(async (name: string, archive: string) => {
          const shared = await withAdmin(words, async (admin) => {
            await admin[act](name, archive)
            return await admin.listShares(name)
          })
          for (const dir of shared) print(dir)
        }),
    )
}
