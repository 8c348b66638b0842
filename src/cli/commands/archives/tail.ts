import type { Command } from 'commander'
import { renderTailText } from '../../../report/long-tail/tell/terminal.ts'
import { cleanLine, makePaint } from '../../../report/terminal/width.ts'
import { spellOut } from '../../../words/spell-out.ts'
import type { Words } from '../../../words/words.ts'
import { collect } from '../../arguments.ts'
import { stopOnInterrupt } from '../../interrupt.ts'
import { localCatalogues } from '../../local-catalogues.ts'
import { helpAfter, makeCommand } from '../../make-command.ts'

interface Flags {
  readonly history: readonly string[]
  readonly catalogue?: string
  readonly out?: string
  readonly json?: true
}

export function tailCommand(words: Words): Command {
  const said = words.commandLine.tail
  return makeCommand('tail', words)
    .summary(said.summary)
    .description(said.description)
    .argument('[archives...]', said.archives)
    .option('--history <file>', said.history, collect, [])
    .option('-c, --catalogue <folder>', said.catalogue)
    .option('-o, --out <folder>', said.out)
    .option('--json', said.json)
    .addHelpText('after', helpAfter(words, examples, said.explanation))
    .action((archives: readonly string[], flags: Flags) => tail(archives, flags, words))
}

const examples = [
  'songkeep tail ~/Keep',
  'songkeep tail ~/Keep --history my_spotify_data.zip --out ~/Desktop/tail',
  'songkeep tail --catalogue ~/catalogue --json | jq .gini',
]

async function tail(archives: readonly string[], flags: Flags, words: Words): Promise<void> {
  const { history, out, json } = flags
  const { measureTail } = await import('../../../app/tail/tail.ts')
  const { writeTail } = await import('../../../app/tail/write-tail.ts')
  const { stdin, stdout, stderr } = process
  const { signal, done } = stopOnInterrupt(words)
  const onProgress = (read: number, total: number) =>
    void (stderr.isTTY && stderr.write(`\r${words.tail.reading(read, total)}`))
  const clear = () => void (stderr.isTTY && stderr.write('\r\u001b[K'))
  try {
    if (stderr.isTTY) stderr.write(words.tail.working)
    const [catalogue] = await localCatalogues(
      flags.catalogue ? [flags.catalogue] : [],
      words,
      signal,
    )
    const told = await measureTail({ archives, history, catalogue, stdin, onProgress, signal })
    clear()
    const paths = out === undefined ? [] : await writeTail(told, out, words)
    if (json) stdout.write(`${JSON.stringify(spellOut(told))}\n`)
    else {
      const paint = makePaint(stdout.isTTY && stdout.hasColors())
      stdout.write(renderTailText(told, Math.min(stdout.columns ?? 80, 120), paint, words))
      for (const path of paths.slice(0, 1)) stdout.write(`${words.tail.written(cleanLine(path))}\n`)
    }
  } catch (error) {
    clear()
    throw error
  } finally {
    done()
  }
}
