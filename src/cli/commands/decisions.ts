import type { Command } from 'commander'
import type { Decision } from '../../model/decision.ts'
import { writeTable } from '../../report/playlists/csv.ts'
import { cleanLine } from '../../report/terminal/width.ts'
import { formatName } from '../../words/names.ts'
import type { Words } from '../../words/words.ts'
import { helpAfter, makeCommand } from '../make-command.ts'
import { readableFolder } from '../readable-folder.ts'

interface Flags {
  readonly json?: true
  readonly csv?: true
  readonly from?: string
}

/** What a person has decided about the tracks of an archive: to read, to keep elsewhere, to take over. */
export function decisionsCommand(words: Words): Command {
  const said = words.commandLine.decisions
  return makeCommand('decisions', words)
    .summary(said.summary)
    .description(said.description)
    .argument('<archive>', said.archive)
    .option('--json', said.json)
    .option('--csv', said.csv)
    .option('--from <archive>', said.from)
    .addHelpText('after', helpAfter(words, examples))
    .action(async (archive: string, flags: Flags) => {
      const { listDecisions, takeDecisions } = await import('../../app/archives/decisions.ts')
      if (flags.from !== undefined) {
        const { signal } = new AbortController()
        const told = said.taken(await takeDecisions(archive, flags.from, signal))
        process.stdout.write(`${told}\n`)
        return
      }
      process.stdout.write(
        print(await listDecisions(await readableFolder(archive, words)), flags, words),
      )
    })
}

const examples = [
  'songkeep decisions ~/Keep',
  'songkeep decisions ~/Keep --csv > decisions.csv',
  'songkeep decisions ~/Keep --from ~/Old',
]

function print(all: readonly Decision[], { json, csv }: Flags, words: Words): string {
  const said = words.commandLine.decisions
  if (csv) return writeTable([columns, ...all.map(cellsOf)])
  const lines = all.map((each) => (json ? JSON.stringify(each) : describe(each, words)))
  if (all.length === 0 && !json) lines.push(said.none)
  return lines.map((line) => `${line}\n`).join('')
}

const columns = ['Title', 'Artist', 'Decided', 'Choice', 'Source', 'Id', 'Found by', 'Probability']

function cellsOf({ track, choice, decidedAt }: Decision): readonly string[] {
  const about = [track.title, track.artists.join(', '), decidedAt, choice.kind]
  if (choice.kind === 'none') return [...about, '', '', '', '']
  const { source, id, found, evidence } = choice
  return [...about, source, id, found?.kind ?? 'run', evidence ? `${evidence.probability}` : '']
}

/** `The Testers – Basalt: Somebody – Called Otherwise (library), 29 November 2026`. */
function describe({ track, choice, decidedAt }: Decision, words: Words): string {
  const said = words.commandLine.decisions
  const what = choice.kind === 'none' ? said.noneOfThem : `${formatName(choice)} (${choice.source})`
  return cleanLine(`${formatName(track)}: ${what}, ${words.units.day(decidedAt)}`)
}
