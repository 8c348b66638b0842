import type { Command } from 'commander'
import type { AuditEntry } from '../../../model/accounts/account.ts'
import { cleanLine } from '../../../report/terminal/width.ts'
import type { Words } from '../../../words/words.ts'
import { positive } from '../../arguments.ts'
import { makeCommand } from '../../make-command.ts'
import { minute } from '../../minute.ts'
import { print, withAdmin } from './with-admin.ts'

interface Flags {
  readonly json?: true
}

const MAX_LINES = 100_000

export function addLists(command: Command, words: Words): void {
  const said = words.commandLine.accounts
  const told = words.terminal.accounts
  const make = (name: string, description: string) =>
    makeCommand(name, words).description(description).option('--json', said.json)
  command.addCommand(
    make('list', said.list).action(async ({ json }: Flags) => {
      const accounts = await withAdmin(words, (admin) => admin.list())
      if (accounts.length === 0 && !json) print(told.none)
      for (const account of accounts) {
        const { name, role, place, email = '' } = account
        const line = `${name.padEnd(20)} ${told.roles[role].padEnd(10)} ${place}  ${email}`
        print(json ? JSON.stringify(account) : cleanLine(line).trimEnd())
      }
    }),
  )
  command.addCommand(
    make('sessions', said.sessions)
      .argument('<name>', said.account)
      .option('--end', said.end)
      .action(async (name: string, { json, end }: Flags & { readonly end?: true }) => {
        const sessions = await withAdmin(words, (admin) => admin.listSessions(name))
        if (sessions.length === 0 && !json) print(told.noSessions)
        for (const session of sessions) {
          const { id, createdAt, usedAt, address } = session
          const line = `${id.slice(0, 8)}  ${minute(createdAt)}  ${minute(usedAt)}  ${address}`
          print(json ? JSON.stringify(session) : cleanLine(line))
        }
        if (!end) return
        await withAdmin(words, (admin) => admin.endSessions(name))
        if (sessions.length > 0 && !json) print(told.sessionsEnded(sessions.length))
      }),
  )
  command.addCommand(
    make('log', said.log)
      .option('-n, --number <number>', said.most, positive(words, MAX_LINES), 100)
      .action(async ({ json, number }: Flags & { readonly number: number }) => {
        const entries = await withAdmin(words, (admin) => admin.readLog(number))
        for (const entry of entries.toReversed())
          print(json ? JSON.stringify(entry) : cleanLine(describe(entry)))
      }),
  )
}

function describe({ at, who, what, thing, params }: AuditEntry): string {
  const facts = Object.entries(params).map(([name, value]) => `${name}=${value}`)
  return [at, who || '-', what, thing, ...facts].join('  ')
}
