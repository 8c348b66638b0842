import type { Command } from 'commander'
import type { Words } from '../../../words/words.ts'
import { BytesBar } from '../../display/bytes-bar.ts'
import { stopOnInterrupt } from '../../interrupt.ts'
import { environmentIn } from '../../language.ts'
import { helpAfter, makeCommand } from '../../make-command.ts'

export function keyCommand(words: Words): Command {
  const said = words.commandLine.publishedCatalogue
  return makeCommand('key', words)
    .description(said.key)
    .argument('[file]', said.keyFile)
    .action(async (file: string | undefined) => {
      const { makePublishingKey, showPublishingKey } = await import(
        '../../../app/catalogues/published/publish.ts'
      )
      const environment = environmentIn(words)
      const known = await showPublishingKey(file, environment)
      if (known === undefined) {
        const { path, publicKey } = await makePublishingKey(file, environment)
        process.stderr.write(`${words.terminal.published.keyMade(path)}\n`)
        process.stdout.write(`${publicKey}\n`)
      } else process.stdout.write(`${known}\n`)
    })
}

interface Flags {
  readonly key?: string
  readonly endpoint?: string
  readonly check?: true
  readonly json?: true
}

export function publishCommand(words: Words): Command {
  const said = words.commandLine.publishedCatalogue
  return makeCommand('publish', words)
    .description(said.publish)
    .argument('<folder>', said.folder)
    .argument('<place>', said.to)
    .option('--key <file>', said.keyFile)
    .option('--endpoint <address>', said.endpoint)
    .option('--check', said.publishCheck)
    .option('--json', said.json)
    .addHelpText('after', helpAfter(words, examples, said.publishing))
    .action((folder: string, place: string, flags: Flags) => run(folder, place, flags, words))
}

const examples = ['songkeep catalogue publish ~/catalogue s3://my-bucket/catalogue']

async function run(folder: string, place: string, flags: Flags, words: Words): Promise<void> {
  const { publish } = await import('../../../app/catalogues/published/publish.ts')
  const { signal, done } = stopOnInterrupt(words)
  const bar = new BytesBar(words)
  try {
    const events = publish(folder, place, flags, environmentIn(words), signal)
    let next = await events.next()
    if (!next.done) bar.start(flags.json ? 0 : next.value.totalBytes)
    for (; !next.done; next = await events.next())
      if (flags.json) process.stdout.write(`${JSON.stringify(next.value)}\n`)
      else bar.update(next.value.bytes)
    bar.stop()
    const { published } = words.terminal
    const told = next.value
    if (flags.json) process.stdout.write(`${JSON.stringify({ kind: 'done', ...told })}\n`)
    else
      process.stdout.write(
        `${published.published(place, told)}\n${published.signedWith(told.publicKey)}\n`,
      )
  } finally {
    bar.stop()
    done()
  }
}
