import type { Command } from 'commander'
import type { IndexSummary, NamesSummary } from '../../../catalogue/format/manifest.ts'
import type { CatalogueInfo } from '../../../catalogue/info.ts'
import type { Words } from '../../../words/words.ts'
import { localCatalogues } from '../../local-catalogues.ts'
import { makeCommand } from '../../make-command.ts'

export function infoCommand(words: Words): Command {
  const said = words.commandLine.catalogue
  return makeCommand('info', words)
    .description(said.info)
    .argument('<folder>', said.folder)
    .option('--verify', said.verify)
    .option('--json', said.json)
    .action(async (folder: string, { verify, json }: InfoFlags) => {
      const { readCatalogueInfo } = await import('../../../app/catalogues/info.ts')
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
  const { shard } = index
  return [
    ...(shard
      ? [[told.shard, told.shardOf(shard.number + 1, shard.count, shard.tracks)] as const]
      : []),
    [told.built, told.builtAt(units.time(index.builtAt), units.span(index.buildSeconds * 1000))],
    [`  ${told.from}`, inputs.join('; ')],
    [`  ${told.licences}`, licences.join('; ') || told.none],
  ]
}
