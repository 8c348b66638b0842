import type { Command } from 'commander'
import { readVersion } from '../app/version.ts'
import type { Words } from '../words/words.ts'
import { accountsCommand } from './commands/accounts/accounts.ts'
import { mirrorCommand } from './commands/archives/mirror.ts'
import { packCommand } from './commands/archives/pack.ts'
import { reindexCommand } from './commands/archives/reindex.ts'
import { repairCommand } from './commands/archives/repair.ts'
import { tailCommand } from './commands/archives/tail.ts'
import { unpackCommand } from './commands/archives/unpack.ts'
import { verifyCommand } from './commands/archives/verify.ts'
import { backupCommand } from './commands/backup.ts'
import { catalogueCommand } from './commands/catalogues/catalogue.ts'
import { compareCommand, evaluateCommand } from './commands/compare.ts'
import { decisionsCommand } from './commands/decisions.ts'
import { doctorCommand } from './commands/doctor.ts'
import { duplicatesCommand } from './commands/duplicates.ts'
import { exportCommand } from './commands/export.ts'
import { guideCommand } from './commands/guide.ts'
import { historyCommand } from './commands/history.ts'
import { jobsCommand } from './commands/jobs.ts'
import { knownArchivesCommand } from './commands/known-archives.ts'
import { listsCommand, renameCommand } from './commands/lists.ts'
import { loginCommand, logoutCommand } from './commands/login.ts'
import { matchCommand } from './commands/match.ts'
import { playlistsCommand } from './commands/playlists.ts'
import { pushCommand } from './commands/push.ts'
import { serveCommand } from './commands/serve.ts'
import { syncCommand } from './commands/sync.ts'
import { workerCommand } from './commands/worker.ts'
import { languageOption } from './language.ts'
import { makeCommand } from './make-command.ts'

/** In the order of the help. */
const commands: readonly ((words: Words) => Command)[] = [
  backupCommand,
  serveCommand,
  workerCommand,
  accountsCommand,
  guideCommand,
  syncCommand,
  jobsCommand,
  verifyCommand,
  reindexCommand,
  repairCommand,
  mirrorCommand,
  exportCommand,
  packCommand,
  unpackCommand,
  pushCommand,
  historyCommand,
  tailCommand,
  listsCommand,
  renameCommand,
  decisionsCommand,
  knownArchivesCommand,
  playlistsCommand,
  loginCommand,
  logoutCommand,
  catalogueCommand,
  matchCommand,
  compareCommand,
  duplicatesCommand,
  evaluateCommand,
  doctorCommand,
]

/** The whole command line, in the reader's language. */
export function makeProgram(words: Words): Command {
  const { help } = words.commandLine
  const program = makeCommand('songkeep', words)
    .description(help.program)
    .version(readVersion(), '-V, --version', help.version)
    .helpCommand('help [command]', help.helpOf)
    .addOption(languageOption(words))
    .addHelpText('after', `\n${help.exitCodes}`)
  for (const make of commands) program.addCommand(make(words))
  return program
}
