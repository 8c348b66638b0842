import type { Command } from 'commander'
import type { FetchChoices } from '../../../app/catalogues/published/fetch.ts'
import type { FetchEvent } from '../../../catalogue/published/fetch.ts'
import type { Words } from '../../../words/words.ts'
import { positive } from '../../arguments.ts'
import { askYes } from '../../ask/yes.ts'
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
    const print = (line: string) => process.stdout.write(`${line}\n`)
    const tell = (event: FetchEvent) => {
      if (json) print(JSON.stringify(event))
      else if (event.kind === 'progress') bar.update(event.bytes)
      else {
        print(published.plan(place, event))
        bar.start(choices.dryRun ? 0 : event.missingBytes)
      }
    }
    let next = await events.next()
    for (; !next.done; next = await events.next()) tell(next.value)
    bar.stop()
    const { generation, folder } = next.value
    if (json) print(JSON.stringify({ kind: 'done', generation, folder }))
    else print(choices.dryRun ? published.dryRun : published.fetched(generation, folder))
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
