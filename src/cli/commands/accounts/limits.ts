import type { Command } from 'commander'
import type { Account } from '../../../model/accounts/account.ts'
import { accountLimits, type LimitName, limitNames } from '../../../model/accounts/limits.ts'
import { whyUnlimited } from '../../../model/accounts/unlimited.ts'
import { reason } from '../../../model/reason.ts'
import { cleanLine } from '../../../report/terminal/width.ts'
import { say } from '../../../words/say.ts'
import { UserError } from '../../../words/user-error.ts'
import type { Words } from '../../../words/words.ts'
import { readSize, size } from '../../arguments.ts'
import { helpAfter, makeCommand } from '../../make-command.ts'
import { print, withAdmin } from './with-admin.ts'

export function addLimits(command: Command, words: Words): void {
  const said = words.commandLine.accounts
  command.addCommand(
    makeCommand('quota', words)
      .description(said.quota)
      .argument('<name>', said.account)
      .argument('<size>', said.size, size(words))
      .action(async (name: string, quota: number) => {
        show(await withAdmin(words, (admin) => admin.setLimits(name, { quota })), words)
      }),
  )
  command.addCommand(
    makeCommand('limits', words)
      .summary(said.limits)
      .description(`${said.limits}\n\n${said.limitsAre}\n${listLimits(words)}`)
      .argument('<name>', said.account)
      .argument('[limits...]', said.limit)
      .addHelpText('after', helpAfter(words, examples))
      .action(async (name: string, given: readonly string[]) => {
        const change = Object.fromEntries(given.map(readLimit))
        const account = await withAdmin(words, (admin) =>
          given.length === 0 ? admin.find(name) : admin.setLimits(name, change),
        )
        show(account, words)
      }),
  )
}

const examples = [
  'songkeep accounts limits anna',
  'songkeep accounts limits anna tracksAnHour=5000 quota=200GB',
]

const line = (name: string, ...more: readonly string[]) => [name.padEnd(12), ...more].join('  ')

const listLimits = ({ terminal }: Words) =>
  limitNames.map((name) => `  ${line(name, terminal.accounts.limits[name])}`).join('\n')

/** Each limit with what it is of; where none are in force, that and nothing else. */
function show(account: Account, words: Words): void {
  const none = whyUnlimited(account)
  print(none ? cleanLine(say(none, words)) : listAmounts(account, words))
}

function listAmounts({ limits }: Account, { terminal, units }: Words): string {
  const lines = limitNames.map((name) => {
    const write = accountLimits[name].unit === 'bytes' ? units.bytes : units.count
    return line(name, write(limits[name]).padStart(8), terminal.accounts.limits[name])
  })
  return lines.join('\n')
}

/** `jobs=5`. UserError where no limit is called so, or cannot be so much. */
function readLimit(text: string): readonly [LimitName, number] {
  const [, given = '', value = ''] = /^(\w+)=(.*)$/.exec(text) ?? []
  const name = limitNames.find((each) => each.toLowerCase() === given.toLowerCase())
  if (!name)
    throw new UserError(reason('accounts.no-limit', { text, names: limitNames.join(', ') }))
  const isBytes = accountLimits[name].unit === 'bytes'
  const amount = /^\d{1,15}$/.test(value) ? Number(value) : isBytes ? readSize(value) : Number.NaN
  if (Number.isFinite(amount)) return [name, amount]
  throw new UserError(reason('accounts.limit-unfit', { name, value, isBytes }))
}
