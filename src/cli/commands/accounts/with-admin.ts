import type { AccountAdmin } from '../../../app/accounts/account-admin.ts'
import type { Words } from '../../../words/words.ts'
import { environmentIn } from '../../language.ts'

/** Does something with the accounts, as the command line. */
export async function withAdmin<Result>(
  words: Words,
  act: (admin: AccountAdmin) => Promise<Result>,
): Promise<Result> {
  const { AccountAdmin, COMMAND_LINE } = await import('../../../app/accounts/account-admin.ts')
  const { openAccountDatabase } = await import('../../../app/accounts/open-database.ts')
  const { BRIEF_OPENING } = await import('../../../base/postgres/database.ts')
  await using database = await openAccountDatabase(environmentIn(words), BRIEF_OPENING)
  return await act(new AccountAdmin(database, COMMAND_LINE))
}

export const print = (line: string) => void process.stdout.write(`${line}\n`)
