import { Command } from 'commander'
import type { BuildProgress } from '../../catalogue/build/build.ts'
import type { IndexSummary } from '../../catalogue/format/manifest.ts'
import type { CatalogueInfo } from '../../catalogue/info.ts'
import { say } from '../../words/say.ts'
import type { Words } from '../../words/words.ts'
import { stopOnInterrupt } from '../interrupt.ts'
import { wordsOf } from '../language.ts'
import { settings } from '../settings.ts'

export function catalogueCommand(): Command {
  return settings(new Command('catalogue'))
    .summary('build and look into a metadata index')
    .description('A catalogue names recordings by the million, and answers in microseconds.')
    .addCommand(buildCommand('build', 'make a catalogue from files', false))
    .addCommand(buildCommand('update', 'add a newer dump to a catalogue', true))
    .addCommand(infoCommand())
    .addHelpText('after', examples)
}

const examples = `
Files are CSV, JSON lines or Parquet, also .gz and .zst; the dumps of ListenBrainz (canonical), MusicBrainz
(JSON) and Discogs (XML) are recognised.

Examples:
  songkeep catalogue build --out ~/catalogue canonical_musicbrainz_data.csv.zst
  songkeep catalogue info ~/catalogue`

function buildCommand(name: string, summary: string, update: boolean): Command {
  return settings(new Command(name))
    .summary(summary)
    .argument('<file...>', 'the dumps, or - for standard input')
    .requiredOption('-o, --out <folder>', 'the catalogue')
    .action(
      async (files: readonly string[], { out }: { readonly out: string }, command: Command) => {
        const words = wordsOf(command)
        const told = words.terminal.catalogue
        const { buildCatalogueFromFiles } = await import('../../app/catalogues/build.ts')
        const { signal, done } = stopOnInterrupt(words)
        const started = performance.now()
        const onProgress = process.stderr.isTTY ? progressIn(words) : () => {}
        try {
          const report = await buildCatalogueFromFiles({ out, files, update, onProgress, signal })
          const took = performance.now() - started
          process.stderr.write(`\r\u001b[K${told.built(report.index.tracks, out, took)}\n`)
          for (const { row, reason } of report.skipped)
            process.stderr.write(`  ${told.leftOut(row, say(reason, words))}\n`)
        } finally {
          done()
        }
      },
    )
}

const progressIn =
  ({ terminal, units }: Words) =>
  ({ step, done, total, tracks }: BuildProgress) => {
    const part = total ? `${Math.floor((done / total) * 100)} %` : units.bytes(done)
    process.stderr.write(`\r\u001b[K${terminal.catalogue.progress(step, part, tracks)}`)
  }

function infoCommand(): Command {
  return settings(new Command('info'))
    .summary('say what a catalogue holds')
    .argument('<folder>', 'the catalogue')
    .option('--verify', 'read every byte and prove every checksum')
    .option('--json', 'print it as JSON, for programs')
    .action(async (folder: string, { verify, json }: InfoFlags, command: Command) => {
      const { readCatalogueInfo } = await import('../../app/catalogues/info.ts')
      const info = readCatalogueInfo({ folder, verify: verify === true })
      if (json) {
        process.stdout.write(`${JSON.stringify(info, null, 2)}\n`)
        return
      }
      const words = wordsOf(command)
      const lines = describeInfo(info, words)
      const { checksums, right } = words.terminal.catalogue.info
      for (const [what = '', value = ''] of verify ? [...lines, [checksums, right]] : lines)
        process.stdout.write(`${what.padEnd(14)}${value}\n`)
    })
}

interface InfoFlags {
  readonly verify?: true
  readonly json?: true
}

type Line = readonly [what: string, value: string]

function describeInfo(info: CatalogueInfo, words: Words): readonly Line[] {
  const { units } = words
  const told = words.terminal.catalogue.info
  return [
    [told.tracks, units.count(info.tracks)],
    [told.artists, units.count(info.artists)],
    [told.size, told.perTrack(units.bytes(info.bytes), info.bytesPerTrack)],
    ...Object.entries(info.bytesByPart).map(
      ([part, bytes]): Line => [`  ${part}`, units.bytes(bytes)],
    ),
    ...info.indexes.flatMap((index) => describeIndex(index, words)),
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
