import { once } from 'node:events'
import type { Command } from 'commander'
import type { Words } from '../../../words/words.ts'
import { portNumber, positive } from '../../arguments.ts'
import { stopOnInterrupt } from '../../interrupt.ts'
import { environmentIn } from '../../language.ts'
import { makeCommand } from '../../make-command.ts'

interface Flags {
  readonly port: number
  readonly host: string
  readonly memory?: number
}

const DEFAULT_PORT = 4750
const MAX_MEMORY_MB = 1 << 20

export function serveCatalogueCommand(words: Words): Command {
  const said = words.commandLine.catalogue
  return makeCommand('serve', words)
    .description(said.serve)
    .argument('<folder...>', said.served)
    .option('-p, --port <number>', said.port, portNumber(words), DEFAULT_PORT)
    .option('--host <address>', said.host, '127.0.0.1')
    .option('--memory <number>', said.memory, positive(words, MAX_MEMORY_MB))
    .action((folders: readonly string[], flags: Flags) => serve(folders, flags, words))
}

async function serve(
  folders: readonly string[],
  { port, host, memory }: Flags,
  words: Words,
): Promise<void> {
  const { openCatalogueService } = await import('../../../app/catalogues/service.ts')
  const { startCatalogueServer } = await import('../../../server/catalogue/catalogue-server.ts')
  const { catalogueToken: token } = environmentIn(words)
  using answers = openCatalogueService(folders, memory)
  const { signal, done } = stopOnInterrupt(words)
  try {
    await using server = await startCatalogueServer(answers, { port, host, token })
    process.stdout.write(`${words.terminal.catalogue.served(answers.tracks, server.address)}\n`)
    if (!signal.aborted) await once(signal, 'abort')
  } finally {
    done()
  }
}
