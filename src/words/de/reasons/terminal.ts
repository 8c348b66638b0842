import type { TerminalReasons } from '../../../model/reasons/terminal.ts'
import type { Sentences } from '../../sentences.ts'
import { accounts } from './accounts.ts'
import { operation } from './app/operation.ts'
import { bucketArchive } from './bucket-archive.ts'
import { database } from './database.ts'
import { packages } from './preserve/packages/all.ts'
import { publishedCatalogue } from './published-catalogue.ts'
import { shardedCatalogue } from './sharded-catalogue.ts'

/** What is done at a terminal: the page hardly ever has to say it. */
export const terminalReasons: Sentences<TerminalReasons> = {
  ...accounts,
  ...operation,
  ...bucketArchive,
  ...database,
  ...packages,
  ...publishedCatalogue,
  ...shardedCatalogue,
}
