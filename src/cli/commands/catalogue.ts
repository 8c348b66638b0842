import type { Command } from 'commander'
import type { BuildProgress } from '../../catalogue/build/build.ts'
import type { IndexSummary, NamesSummary } from '../../catalogue/format/manifest.ts'
import type { CatalogueInfo } from '../../catalogue/info.ts'
import { say } from '../../words/say.ts'
import type { Words } from '../../words/words.ts'
import { collect } from '../arguments.ts'
import { stopOnInterrupt } from '../interrupt.ts'
import { localCatalogues } from '../local-catalogues.ts'
import { helpAfter, makeCommand } from '../make-command.ts'
import { fetchCommand } from './catalogues/fetch.ts'
import { keyCommand, publishCommand } from './catalogues/publish.ts'

export function catalogueCommand(words: Words): Command {
  const { catalogue, help } = words.commandLine
  return makeCommand('catalogue', words)
    .summary(catalogue.summary)
    .description(catalogue.description)
    .helpCommand('help [command]', help.helpOf)
    .addCommand(buildCommand('build', words))
    .addCommand(buildCommand('update', words))
    .addCommand(infoCommand(words))
    .addCommand(keyCommand(words))
    .addCommand(publishCommand(words))
    .addCommand(fetchCommand(words))
    .addHelpText('after', helpAfter(words, examples, catalogue.kinds))
}

const examples = [
  'songkeep catalogue build --out ~/catalogue canonical_musicbrainz_data.csv.zst',
  'songkeep catalogue info ~/catalogue',
]

function buildCommand(name: 'build' | 'update', words: Words): Command {
  const said = words.commandLine.catalogue
  return makeCommand(name, words)
    .description(said[name])
    .argument('[file...]', said.files)
    .requiredOption('-o, --out <folder>', said.out)
    .option('--artists <file>', said.artists, collect)
    .action((files: readonly string[], flags: BuildFlags) =>
      build({ ...flags, files, update: name === 'update' }, words),
    )
}

interface BuildFlags {
  readonly out: string
  readonly artists?: readonly string[]
}

interface BuildRequest extends BuildFlags {
  readonly files: readonly string[]
  readonly update: boolean
}

async function build(request: BuildRequest, words: Words): Promise<void> {
  const told = words.terminal.catalogue
  const { buildCatalogueFromFiles } = await import('../../app/catalogues/build.ts')
  const { signal, done } = stopOnInterrupt(words)
  const started = performance.now()
  const onProgress = process.stderr.isTTY ? progressIn(words) : () => {}
  try {
    const report = await buildCatalogueFromFiles({ ...request, onProgress, signal })
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

const progressIn =
  ({ terminal, units }: Words) =>
  ({ step, done, total, tracks }: BuildProgress) => {
    const part = total ? `${Math.floor((done / total) * 100)} %` : units.bytes(done)
    const { progress, progressOfArtists } = terminal.catalogue
    const told = step === 'artists' ? progressOfArtists(part, tracks) : progress(step, part, tracks)
    process.stderr.write(`\r\u001b[K${told}`)
  }

function infoCommand(words: Words): Command {
  const said = words.commandLine.catalogue
  return makeCommand('info', words)
    .description(said.info)
    .argument('<folder>', said.folder)
    .option('--verify', said.verify)
    .option('--json', said.json)
    .action(async (folder: string, { verify, json }: InfoFlags) => {
      const { readCatalogueInfo } = await import('../../app/catalogues/info.ts')
      const [at = folder] = await localCatalogues([folder], words)
      const info = readCatalogueInfo({ folder: at, verify: verify === true })
      if (json) {
        process.stdout.write(`${JSON.stringify(info, null, 2)}\n`)
        return
      }
      const lines = describeInfo(info, words)
      const { checksums, right } = words.terminal.catalogue.info
      for (const [what = '', value = ''] of verify ? [...lines, [checksums, right]] : lines)
        process.stdout.write(`${what.padEnd(PART_WIDTH)}${value}\n`)
    })
}

/** Of the longest part's name, and two. */
const PART_WIDTH = 21

interface InfoFlags {
  readonly verify?: true
  readonly json?: true
}

type Line = readonly [what: string, value: string]

function describeInfo(info: CatalogueInfo, words: Words): readonly Line[] {
  const { units } = words
  const told = words.terminal.catalogue.info
  const names = info.names ? describeNames(info.names, words) : []
  if (info.indexes.length === 0) return names
  return [
    [told.tracks, units.count(info.tracks)],
    [told.artists, units.count(info.artists)],
    [told.size, told.perTrack(units.bytes(info.bytes), info.bytesPerTrack)],
    ...Object.entries(info.bytesByPart).map(
      ([part, bytes]): Line => [`  ${part}`, units.bytes(bytes)],
    ),
    ...info.indexes.flatMap((index) => describeIndex(index, words)),
    ...names,
  ]
}

function describeNames(names: NamesSummary, { terminal, units }: Words): readonly Line[] {
  const told = terminal.catalogue.info
  const bytes = Object.values(names.bytes).reduce((sum, each) => sum + each, 0)
  const inputs = names.inputs.map(({ name, format, artists, licence }) =>
    [`${name} (${format}, ${told.countArtists(artists)}`, ...(licence ? [licence] : [])]
      .join(', ')
      .concat(')'),
  )
  return [
    [told.aliases, told.aliasesOf(names.aliases, names.artists, units.bytes(bytes))],
    [`  ${told.from}`, inputs.join('; ')],
  ]
}

function describeIndex(index: IndexSummary, { terminal, units }: Words): readonly Line[] {
  const told = terminal.catalogue.info
  const inputs = index.inputs.map(({ name, format, tracks, licence }) =>
    [`${name} (${format}, ${told.countTracks(tracks)}`, ...(licence ? [licence] : [])]
      .join(', ')
      .concat(')'),
  )
  const licences = index.licences.slice(0, 8).map(([licence, tracks]) => `${licence} (${tracks})`)
  return [
    [told.built, told.builtAt(units.time(index.builtAt), units.span(index.buildSeconds * 1000))],
    [`  ${told.from}`, inputs.join('; ')],
    [`  ${told.licences}`, licences.join('; ') || told.none],
  ]
}
