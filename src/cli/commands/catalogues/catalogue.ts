import type { Command } from 'commander'
import type { CatalogueBuildOptions } from '../../../app/catalogues/build.ts'
import type { BuildProgress } from '../../../catalogue/build/build.ts'
import { MAX_SHARDS } from '../../../catalogue/split/max-shards.ts'
import { say } from '../../../words/say.ts'
import type { Words } from '../../../words/words.ts'
import { collect, positive } from '../../arguments.ts'
import { stopOnInterrupt } from '../../interrupt.ts'
import { helpAfter, makeCommand } from '../../make-command.ts'
import { fetchCommand } from './fetch.ts'
import { infoCommand } from './info.ts'
import { keyCommand, publishCommand } from './publish.ts'
import { serveCatalogueCommand } from './serve.ts'
import { splitCommand } from './split.ts'

export function catalogueCommand(words: Words): Command {
  const { catalogue, help } = words.commandLine
  return makeCommand('catalogue', words)
    .summary(catalogue.summary)
    .description(catalogue.description)
    .helpCommand('help [command]', help.helpOf)
    .addCommand(buildCommand('build', words))
    .addCommand(buildCommand('update', words))
    .addCommand(infoCommand(words))
    .addCommand(splitCommand(words))
    .addCommand(serveCatalogueCommand(words))
    .addCommand(keyCommand(words))
    .addCommand(publishCommand(words))
    .addCommand(fetchCommand(words))
    .addHelpText('after', helpAfter(words, examples, catalogue.kinds))
}

const examples = [
  'songkeep catalogue build --out ~/catalogue canonical_musicbrainz_data.csv.zst',
  'songkeep catalogue info ~/catalogue',
  'songkeep catalogue split ~/catalogue --out ~/shards --shards 4',
  'songkeep catalogue serve ~/shards/shard-1-of-4 --port 4750',
]

function buildCommand(name: 'build' | 'update', words: Words): Command {
  const said = words.commandLine.catalogue
  const command = makeCommand(name, words)
    .description(said[name])
    .argument('[file...]', said.files)
    .requiredOption('-o, --out <folder>', said.out)
    .option('--artists <file>', said.artists, collect)
  if (name === 'build')
    command.option('--shards <number>', said.shards, positive(words, MAX_SHARDS))
  return command.action((files: readonly string[], flags: BuildFlags) =>
    build({ ...flags, files, update: name === 'update' }, words),
  )
}

interface BuildFlags {
  readonly out: string
  readonly shards?: number
  readonly artists?: readonly string[]
}

interface BuildRequest extends BuildFlags {
  readonly files: readonly string[]
  readonly update: boolean
}

async function build(request: BuildRequest, words: Words): Promise<void> {
  const told = words.terminal.catalogue
  const { signal, done } = stopOnInterrupt(words)
  const started = performance.now()
  const onProgress = process.stderr.isTTY ? progressIn(words) : () => {}
  try {
    const report = await make({ ...request, onProgress, signal })
    const took = performance.now() - started
    const made = [
      ...(report.index ? [told.built(report.index.tracks, request.out, took)] : []),
      ...(report.names
        ? [told.named(report.names.aliases, report.names.artists, request.out)]
        : []),
    ]
    process.stderr.write(`\r\u001b[K${made.join('\n')}\n`)
    for (const { row, reason } of report.skipped)
      process.stderr.write(`  ${told.leftOut(row, say(reason, words))}\n`)
  } finally {
    done()
  }
}

async function make({ shards, ...request }: CatalogueBuildOptions & { readonly shards?: number }) {
  const { buildCatalogueFromFiles } = await import('../../../app/catalogues/build.ts')
  if (shards === undefined) return await buildCatalogueFromFiles(request)
  const { buildShards } = await import('../../../app/catalogues/split.ts')
  return await buildShards({ ...request, shards })
}

const progressIn =
  ({ terminal, units }: Words) =>
  ({ step, done, total, tracks }: BuildProgress) => {
    const part = total ? `${Math.floor((done / total) * 100)} %` : units.bytes(done)
    const { progress, progressOfArtists } = terminal.catalogue
    const told = step === 'artists' ? progressOfArtists(part, tracks) : progress(step, part, tracks)
    process.stderr.write(`\r\u001b[K${told}`)
  }
