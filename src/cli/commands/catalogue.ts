import { Command } from 'commander'
import type { BuildProgress } from '../../catalogue/build/build.ts'
import type { IndexSummary } from '../../catalogue/format/manifest.ts'
import { formatBytes, formatSpan, formatTime } from '../../report/words.ts'
import { stopOnInterrupt } from '../interrupt.ts'
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
    .action(async (files: readonly string[], { out }: { readonly out: string }) => {
      const { buildCatalogueFromFiles } = await import('../../app/catalogues/build.ts')
      const { signal, done } = stopOnInterrupt()
      const started = performance.now()
      const onProgress = process.stderr.isTTY ? showProgress : () => {}
      try {
        const report = await buildCatalogueFromFiles({ out, files, update, onProgress, signal })
        const took = formatSpan(performance.now() - started)
        process.stderr.write(
          `\r\u001b[K${report.index.tracks} tracks in ${out}, built in ${took}.\n`,
        )
        for (const { row, reason } of report.skipped)
          process.stderr.write(`  row ${row} was left out: ${reason}\n`)
      } finally {
        done()
      }
    })
}

function showProgress({ step, done, total, tracks }: BuildProgress) {
  const part = total ? `${Math.floor((done / total) * 100)} %` : formatBytes(done)
  process.stderr.write(`\r\u001b[K${step} ${part}, ${tracks} tracks`)
}

function infoCommand(): Command {
  return settings(new Command('info'))
    .summary('say what a catalogue holds')
    .argument('<folder>', 'the catalogue')
    .option('--verify', 'read every byte and prove every checksum')
    .option('--json', 'print it as JSON, for programs')
    .action(async (folder: string, flags: { readonly verify?: true; readonly json?: true }) => {
      const { readCatalogueInfo } = await import('../../app/catalogues/info.ts')
      const info = readCatalogueInfo({ folder, verify: flags.verify ?? false })
      if (flags.json) {
        process.stdout.write(`${JSON.stringify(info, null, 2)}\n`)
        return
      }
      const lines = [
        ['Tracks', info.tracks.toLocaleString('en')],
        ['Artists', info.artists.toLocaleString('en')],
        ['Size', `${formatBytes(info.bytes)}, ${info.bytesPerTrack.toFixed(1)} bytes a track`],
        ...Object.entries(info.bytesByPart).map(([part, bytes]) => [
          `  ${part}`,
          formatBytes(bytes),
        ]),
        ...info.indexes.flatMap(describeIndex),
        ...(flags.verify ? [['Checksums', 'all right']] : []),
      ]
      for (const [what = '', value = ''] of lines)
        process.stdout.write(`${what.padEnd(14)}${value}\n`)
    })
}

function describeIndex(index: IndexSummary): readonly (readonly [string, string])[] {
  const inputs = index.inputs.map(({ name, format, tracks, licence }) =>
    [`${name} (${format}, ${tracks} tracks`, ...(licence ? [licence] : [])].join(', ').concat(')'),
  )
  const licences = index.licences.slice(0, 8).map(([licence, tracks]) => `${licence} (${tracks})`)
  return [
    ['Built', `${formatTime(index.builtAt)}, in ${formatSpan(index.buildSeconds * 1000)}`],
    ['  from', inputs.join('; ')],
    ['  licences', licences.join('; ') || 'none named'],
  ]
}
