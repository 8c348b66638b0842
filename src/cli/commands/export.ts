import { Command, Option } from 'commander'
import { exportFormats } from '../../model/playlist-formats.ts'
import { cleanLine } from '../../report/terminal/width.ts'
import { common as en } from '../../words/en/common.ts'
import { wordsOf } from '../language.ts'
import { settings } from '../settings.ts'

interface Flags {
  readonly as: string
  readonly out?: string
  readonly playlist?: string
  readonly kept?: true
}

export function exportCommand(): Command {
  return settings(new Command('export'))
    .summary('write an archive’s playlists for other services and players')
    .description(
      `Writes the playlists of an archive so that another service or player can take them in: every track, kept or not, in the playlist's order.

${exportFormats.map((name) => `  ${name.padEnd(13)} ${en.exportFormats[name]}`).join('\n')}`,
    )
    .argument('<archive>', 'the folder that was given to --into')
    .addOption(
      new Option('-a, --as <format>', 'what to write').choices(exportFormats).makeOptionMandatory(),
    )
    .option('-o, --out <folder>', 'a file for each playlist goes here; without it, to the screen')
    .option('-p, --playlist <name>', 'only this one')
    .option('--kept', 'leave out what could not be kept')
    .addHelpText(
      'after',
      `
Examples:
  songkeep export ~/Keep --as csv --out ~/Desktop
  songkeep export ~/Keep --as tunemymusic --playlist "Summer" > summer.csv`,
    )
    .action(async (archive: string, { as, out, playlist, kept }: Flags, command: Command) => {
      const { exportArchive } = await import('../../app/archives/export-archive.ts')
      const exported = await exportArchive({
        archive,
        as,
        out,
        only: playlist,
        keptOnly: kept || undefined,
      })
      const { terminal } = wordsOf(command)
      for (const { playlist: name, tracks, path = '', text } of exported)
        process.stdout.write(text ?? `${terminal.exported(cleanLine(name), tracks, path)}\n`)
    })
}
