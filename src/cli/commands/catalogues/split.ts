import type { Command } from 'commander'
import { MAX_SHARDS } from '../../../catalogue/split/max-shards.ts'
import type { Words } from '../../../words/words.ts'
import { positive } from '../../arguments.ts'
import { stopOnInterrupt } from '../../interrupt.ts'
import { makeCommand } from '../../make-command.ts'

interface Flags {
  readonly out: string
  readonly shards: number
}

const SHARDS = 4

export function splitCommand(words: Words): Command {
  const said = words.commandLine.catalogue
  return makeCommand('split', words)
    .description(said.split)
    .argument('<folder>', said.whole)
    .requiredOption('-o, --out <folder>', said.splitOut)
    .option('--shards <number>', said.splitShards, positive(words, MAX_SHARDS), SHARDS)
    .action((folder: string, flags: Flags) => split(folder, flags, words))
}

async function split(folder: string, { out, shards }: Flags, words: Words): Promise<void> {
  const { splitCatalogue } = await import('../../../app/catalogues/split.ts')
  const told = words.terminal.catalogue
  const { signal, done } = stopOnInterrupt(words)
  const onProgress = (cut: number, total: number) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${told.cutting(cut, total)}`)
  }
  try {
    const { file, folders } = await splitCatalogue({ folder, out, shards, onProgress, signal })
    const clear = process.stderr.isTTY ? '\r\u001b[K' : ''
    process.stderr.write(`${clear}${told.cut(folders.length, file)}\n`)
  } finally {
    done()
  }
}
