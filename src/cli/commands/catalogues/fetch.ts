import type { Command } from 'commander'
import type { FetchChoices } from '../../../app/catalogues/published/fetch.ts'
import type { Words } from '../../../words/words.ts'
import { positive } from '../../arguments.ts'
import { askYes } from '../../ask-yes.ts'
import { BytesBar } from '../../display/bytes-bar.ts'
import { stopOnInterrupt } from '../../interrupt.ts'
import { environmentIn } from '../../language.ts'
import { helpAfter, makeCommand } from '../../make-command.ts'

interface Flags extends Omit<FetchChoices, 'into' | 'confirm'> {
  readonly json?: true
}

/** As many as ten digits number. */
const MAX_GENERATION = 9_999_999_999

export function fetchCommand(words: Words): Command {
  const said = words.commandLine.publishedCatalogue
  return makeCommand('fetch', words)
    .description(said.fetch)
    .argument('<place>', said.from)
    .argument('[folder]', said.into)
    .option('--key <key>', said.trust)
    .option('--endpoint <address>', said.endpoint)
    .option('--generation <number>', said.generation, positive(words, MAX_GENERATION))
    .option('--check', said.fetchCheck)
    .option('--dry-run', said.dryRun)
    .option('--json', said.json)
    .addHelpText('after', helpAfter(words, examples, said.fetching))
    .action((place: string, into: string | undefined, flags: Flags) =>
      run(place, into, flags, words),
    )
}

const examples = [
  'songkeep catalogue fetch https://catalogue.example ~/catalogue',
  'songkeep catalogue fetch s3://my-bucket/catalogue --key ed25519:…',
  'songkeep match queries.jsonl --catalogue s3://my-bucket/catalogue',
]

async function run(
  place: string,
  into: string | undefined,
  { json, ...choices }: Flags,
  words: Words,
): Promise<void> {
  const { fetchPublished } = await import('../../../app/catalogues/published/fetch.ts')
  const { published } = words.terminal
  const { signal, done } = stopOnInterrupt(words)
  const bar = new BytesBar(words)
  const confirm = askWhom(place, words)
  try {
    const events = fetchPublished(
      place,
      { ...choices, into, confirm },
      environmentIn(words),
      signal,
    )
    let next = await events.next()
    for (; !next.done; next = await events.next()) {
      const event = next.value
      if (json) process.stdout.write(`${JSON.stringify(event)}\n`)
      else if (event.kind === 'progress') bar.update(event.bytes)
      else {
        process.stdout.write(`${published.plan(place, event)}\n`)
        bar.start(choices.dryRun ? 0 : event.missingBytes)
      }
    }
    bar.stop()
    const { generation, folder } = next.value
    if (json) process.stdout.write(`${JSON.stringify({ kind: 'done', generation, folder })}\n`)
    else
      process.stdout.write(
        `${choices.dryRun ? published.dryRun : published.fetched(generation, folder)}\n`,
      )
  } finally {
    bar.stop()
    done()
  }
}

/** Asks whoever sits there; where nobody does, no key is trusted by itself. */
function askWhom(place: string, { terminal: { published } }: Words): FetchChoices['confirm'] {
  const ask = askYes()
  return (
    ask &&
    (async (signedBy) => {
      const isTrusted = await ask(published.askKey(place, signedBy))
      if (isTrusted) process.stderr.write(`${published.trusted}\n`)
      return isTrusted
    })
  )
}
