import { Command, Option } from 'commander'
import { readEnvironment } from '../../app/environment.ts'
import { DEFAULT_TEMPLATE } from '../../archive/naming/template.ts'
import { type AudioFormat, audioFormats, type Quality, qualities } from '../../model/media.ts'
import type { EntryOrder } from '../../playlist/order.ts'
import { say } from '../../words/say.ts'
import { UserError } from '../../words/user-error.ts'
import { collect, positive } from '../arguments.ts'
import { exitCodes } from '../exit-codes.ts'
import { stopOnInterrupt } from '../interrupt.ts'
import { environmentOf, wordsOf } from '../language.ts'
import { settings } from '../settings.ts'

interface Flags {
  readonly library?: readonly string[]
  readonly catalogue?: readonly string[]
  readonly into: string
  readonly name: string
  readonly format: AudioFormat
  readonly quality: Quality
  readonly id3: '2.3' | '2.4'
  readonly playlist?: string
  readonly inputFormat?: string
  readonly columns?: string
  readonly order: EntryOrder
  readonly jobs: number
  readonly cover?: true
  readonly prune?: true
  readonly replace?: true
  readonly dryRun?: true
  readonly publicPage?: true
  readonly offline?: true
  readonly json?: true
  readonly verbose?: true
}

export function backupCommand(): Command {
  const { processors } = readEnvironment()
  return settings(new Command('backup'))
    .summary('make a folder of tagged MP3s from a playlist')
    .description(
      'Finds every track of a playlist in your own folders and in open archives, and makes a folder of tagged MP3s of what may be copied, a playlist file that plays them, and a report that says what happened to each entry and why, with links to where the rest can be heard.',
    )
    .argument(
      '<playlist...>',
      'a playlist file, an export (zip, folder or file), a link or URI, spotify:liked, or - for standard input; of several files what is the same playlist is joined',
    )
    .option(
      '-l, --library <folder>',
      'where your music lies; give it again for more folders',
      collect,
    )
    .option(
      '-c, --catalogue <folder>',
      'a metadata index to ask as well (songkeep catalogue)',
      collect,
    )
    .requiredOption('-i, --into <folder>', 'the archive: made if it is not there')
    .option('-n, --name <template>', 'how files are named', DEFAULT_TEMPLATE)
    .addOption(
      new Option(
        '-f, --format <format>',
        'of what is made (ogg is Vorbis, m4a AAC), or keep to copy files as they are',
      )
        .choices(audioFormats)
        .default('mp3'),
    )
    .addOption(
      new Option(
        '-q, --quality <quality>',
        'of what is encoded: what is in the format already never is',
      )
        .choices(qualities)
        .default('V0'),
    )
    .addOption(
      new Option('--id3 <version>', 'of MP3 tags: 2.3 is for players that know no better')
        .choices(['2.4', '2.3'])
        .default('2.4'),
    )
    .option('-p, --playlist <name>', 'only this one, where the input holds several')
    .option('--input-format <format>', 'read the input as this format instead of recognising it')
    .option(
      '--columns <names>',
      'which columns of a table are what, by number or header: title=2,artist=3',
    )
    .addOption(
      new Option('--order <order>', 'plays keeps first what your listening history has most of')
        .choices(['playlist', 'plays'])
        .default('playlist'),
    )
    .option('-j, --jobs <number>', 'tracks encoded at once', positive, processors)
    .option(
      '--cover',
      'lay cover.jpg (or .png) into folders whose files are all of one album; a playlist’s folder of many albums gets none',
    )
    .option(
      '--prune',
      'move to the archive’s trash what is kept for tracks that are in none of its playlists any more',
    )
    .option(
      '--replace',
      'where a kept file is gone or damaged, take what bears its name now though it sounds different',
    )
    .option('--dry-run', 'say what would be kept, write nothing')
    .option(
      '--public-page',
      'read a list from Spotify’s public page where there is no better way: no album, no ISRC, 100 entries at most',
    )
    .option('--offline', 'ask no source that needs the network')
    .option('--json', 'print one event a line, for programs')
    .option('-v, --verbose', 'list the kept tracks too')
    .addHelpText('after', examples)
    .action(backUp)
}

const examples = `
A name is made of {playlist} {position} {artist} {albumartist} {album} {title} {track} {disc} {year} {isrc}.

Examples:
  songkeep backup my-playlist.csv --library ~/Music --into ~/Keep
  songkeep backup my-playlist.csv --into ~/Keep
  songkeep backup my_spotify_data.zip -l ~/Music -l /media/cds -i ~/Keep --playlist "Summer"
  songkeep backup list.m3u8 -l ~/Music -i ~/Keep --name "{artist}/{album}/{track} {title}"
  songkeep backup https://open.spotify.com/playlist/37i9dQZF1DXcBWIGoYBM5M -l ~/Music -i ~/Keep
  songkeep backup spotify:liked -l ~/Music -i ~/Keep
  pbpaste | songkeep backup - -l ~/Music -i ~/Keep --dry-run`

async function backUp(inputs: readonly string[], flags: Flags, command: Command): Promise<void> {
  const words = wordsOf(command)
  if (!flags.library && (flags.offline || readEnvironment().offline))
    throw new UserError(
      'There is nowhere to look for the tracks.',
      'Name a folder of music: --library ~/Music',
    )
  const { into, json = false, verbose = false, dryRun = false, offline = false } = flags
  const { backUpInput } = await import('../../app/backups/back-up.ts')
  const { recordRun } = await import('../../app/backups/record-run.ts')
  const { withSavedKeys } = await import('../../app/settings/settings.ts')
  const { printProgress } = await import('../print.ts')
  const { signal, stopped, done } = stopOnInterrupt(words)
  const options = {
    input: inputs,
    stdin: process.stdin,
    libraries: flags.library ?? [],
    catalogues: flags.catalogue ?? [],
    into,
    names: flags.name,
    media: { format: flags.format, quality: flags.quality, id3: flags.id3 },
    jobs: flags.jobs,
    dryRun,
    offline,
    cover: flags.cover || undefined,
    prune: flags.prune || undefined,
    replace: flags.replace || undefined,
    only: flags.playlist,
    inputFormat: flags.inputFormat,
    order: flags.order,
    publicPage: flags.publicPage || undefined,
    columns: flags.columns,
  }
  const environment = await withSavedKeys(environmentOf(command))
  const record = await recordRun(options, environment)
  const either = record ? AbortSignal.any([signal, record.signal]) : signal
  const run = backUpInput(options, environment, either)
  const events = record?.follow(run, stopped) ?? run
  try {
    const complete = await printProgress(events, { json, verbose, into, words })
    if (record?.stopped) process.stderr.write(`
${say(record.stopped, words)}
`)
    process.exitCode =
      stopped() || record?.stopped
        ? exitCodes.interrupted
        : complete
          ? exitCodes.done
          : exitCodes.incomplete
  } finally {
    done()
  }
}
