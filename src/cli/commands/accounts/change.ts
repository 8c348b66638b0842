import { Argument, type Command, Option } from 'commander'
import { type Role, roles } from '../../../model/accounts/account.ts'
import type { Words } from '../../../words/words.ts'
import { makeCommand } from '../../make-command.ts'
import { readPassword } from './password.ts'
import { print, withAdmin } from './with-admin.ts'

interface AddFlags {
  readonly role?: Role
  readonly email?: string
  readonly password: boolean
}

export function addChanges(command: Command, words: Words): void {
  const said = words.commandLine.accounts
  const told = words.terminal.accounts
  const make = (name: string, description: string) =>
    makeCommand(name, words).description(description).argument('<name>', said.account)
  command.addCommand(
    make('add', said.add)
      .addOption(new Option('--role <kind>', said.roleChoice).choices(roles))
      .option('--email <address>', said.email)
      .option('--no-password', said.noPassword)
      .action(async (name: string, { role, email, password }: AddFlags) => {
        // Nobody is asked for the password of an account that cannot be.
        await withAdmin(words, (admin) => admin.check({ name, role, email }))
        const given = password ? await readPassword(name, words) : undefined
        const account = await withAdmin(words, (admin) =>
          admin.add({ name, role, email, password: given }),
        )
        print(told.made(account.name, account.role))
      }),
  )
  command.addCommand(
    make('role', said.role)
      .addArgument(new Argument('<kind>', said.roleChoice).choices(roles))
      .action(async (name: string, role: Role) => {
        await withAdmin(words, (admin) => admin.setRole(name, role))
        print(told.isNow(name, role))
      }),
  )
  command.addCommand(
    make('password', said.password).action(async (name: string) => {
      // Whether there is such an account is told before anything is asked.
      await withAdmin(words, (admin) => admin.find(name))
      const password = await readPassword(name, words)
      await withAdmin(words, (admin) => admin.setPassword(name, password))
      print(told.done(name))
    }),
  )
  command.addCommand(
    make('remove', said.remove).action(async (given: string) => {
      const { name, place } = await withAdmin(words, (admin) => admin.remove(given))
      print(told.removed(name, place))
    }),
  )
}
