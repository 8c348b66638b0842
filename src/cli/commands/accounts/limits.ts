import type { Command } from 'commander'
import {
  type AccountLimits,
  accountLimits,
  type LimitName,
  limitNames,
} from '../../../model/accounts/limits.ts'
import { reason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'
import type { Words } from '../../../words/words.ts'
import { size } from '../../arguments.ts'
import { makeCommand } from '../../make-command.ts'
import { print, withAdmin } from './with-admin.ts'

export function addLimits(command: Command, words: Words): void {
  const said = words.commandLine.accounts
  const show = (limits: AccountLimits) => {
    for (const name of limitNames) {
      const isBytes = accountLimits[name].unit === 'bytes'
      print(words.terminal.accounts.may(name.padEnd(12), limits[name], isBytes))
    }
  }
  command.addCommand(
    makeCommand('quota', words)
      .description(said.quota)
      .argument('<name>', said.account)
      .argument('<size>', said.size, size(words))
      .action(async (name: string, quota: number) => {
        show((await withAdmin(words, (admin) => admin.setLimits(name, { quota }))).limits)
      }),
  )
  command.addCommand(
    makeCommand('limits', words)
      .description(said.limits)
      .argument('<name>', said.account)
      .argument('[limits...]', said.limit)
      .action(async (name: string, given: readonly string[]) => {
        const change = Object.fromEntries(given.map((text) => readLimit(text, words)))
        const account = await withAdmin(words, (admin) =>
          given.length === 0 ? admin.find(name) : admin.setLimits(name, change),
        )
        show(account.limits)
      }),
  )
}

function readLimit(text: string, words: Words): readonly [LimitName, number] {
  const [, name = '', value = ''] = /^(\w+)=(.+)$/.exec(text) ?? []
  const known = limitNames.find((each) => each.toLowerCase() === name.toLowerCase())
  const isWhole = /^\d{1,15}$/.test(value)
  if (known && isWhole) return [known, Number(value)]
  if (known && accountLimits[known].unit === 'bytes') return [known, size(words)(value)]
  throw new UserError(reason('accounts.no-limit', { text, names: limitNames.join(', ') }))
}
