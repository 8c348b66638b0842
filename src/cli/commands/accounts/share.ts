import type { Command } from 'commander'
import type { Words } from '../../../words/words.ts'
import { makeCommand } from '../../make-command.ts'
import { print, withAdmin } from './with-admin.ts'

export function addShares(command: Command, words: Words): void {
  const said = words.commandLine.accounts
  const told = words.terminal.accounts
  command.addCommand(
    makeCommand('share', words)
      .description(said.share)
      .argument('<name>', said.account)
      .argument('[archive]', said.archive)
      .action(async (name: string, archive?: string) => {
        if (archive === undefined) return await listShares(name, words)
        await withAdmin(words, (admin) => admin.share(name, archive))
        print(told.shared(name, archive))
      }),
  )
  command.addCommand(
    makeCommand('unshare', words)
      .description(said.unshare)
      .argument('<name>', said.account)
      .argument('<archive>', said.archive)
      .action(async (name: string, archive: string) => {
        await withAdmin(words, (admin) => admin.unshare(name, archive))
        print(told.unshared(name, archive))
      }),
  )
}

async function listShares(name: string, words: Words): Promise<void> {
  const shared = await withAdmin(words, (admin) => admin.listShares(name))
  if (shared.length === 0) print(words.terminal.accounts.noShares(name))
  for (const dir of shared) print(dir)
}
