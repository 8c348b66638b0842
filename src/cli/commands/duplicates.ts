import type { Command } from 'commander'
import type { DuplicateSounds, FingerprintedFile } from '../../app/catalogues/duplicate-sounds.ts'
import { reason } from '../../model/reason.ts'
import { cleanLine } from '../../report/terminal/width.ts'
import { say } from '../../words/say.ts'
import { UserError } from '../../words/user-error.ts'
import type { Words } from '../../words/words.ts'
import { BoundedLines } from '../display/bounded-lines.ts'
import { stopOnInterrupt } from '../interrupt.ts'
import { environmentIn } from '../language.ts'
import { helpAfter, makeCommand } from '../make-command.ts'
import { writeLines } from '../streams/write-lines.ts'

interface Flags {
  readonly audio?: readonly string[]
  readonly json?: true
  readonly verbose?: true
}

export function duplicatesCommand(words: Words): Command {
  const said = words.commandLine.duplicates
  return makeCommand('duplicates', words)
    .description(said.summary)
    .argument('[records]', said.records)
    .option('--audio <folders...>', said.audio)
    .option('--json', said.json)
    .option('-v, --verbose', words.commandLine.help.verbose)
    .addHelpText('after', helpAfter(words, examples, said.explanation))
    .action(async (records: string | undefined, { audio, json, verbose }: Flags) => {
      if ((records === undefined) === (audio === undefined))
        throw new UserError(
          reason('catalogue.one-kind-of-duplicates'),
          reason('catalogue.name-records-or-folders'),
        )
      if (audio)
        return await printSounds(audio, { json: json === true, verbose: verbose === true }, words)
      const { findDuplicates } = await import('../../app/catalogues/duplicates.ts')
      const { openLines } = await import('../../app/catalogues/open-lines.ts')
      await writeLines(findDuplicates(openLines(records ?? '-')))
    })
}

const examples = [
  'songkeep duplicates records.jsonl > clusters.jsonl',
  'songkeep duplicates --audio ~/Music',
  'songkeep duplicates --audio ~/Music ~/Keep --json > clusters.jsonl',
]

async function printSounds(
  folders: readonly string[],
  { json, verbose }: { readonly json: boolean; readonly verbose: boolean },
  words: Words,
): Promise<void> {
  const { duplicates } = words.terminal
  const showProgress = (done: number, total: number) =>
    void process.stderr.write(`\r\u001b[K${duplicates.listening(done, total)}`)
  const { findDuplicateSounds } = await import('../../app/catalogues/duplicate-sounds.ts')
  const { signal, done } = stopOnInterrupt(words)
  const onProgress = process.stderr.isTTY ? showProgress : () => {}
  try {
    const found = await findDuplicateSounds(folders, environmentIn(words), onProgress, signal)
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
    for (const { path, reason } of found.unreadable)
      process.stderr.write(`${cleanLine(duplicates.notHeard(path, say(reason, words)))}\n`)
    if (json) await writeLines(listClusters(found))
    else printGroups(found, verbose, words)
    process.stderr.write(`${duplicates.listened(found.read, found.reused)}\n`)
  } finally {
    done()
  }
}

async function* listClusters({ groups, unreadable }: DuplicateSounds) {
  for (const [at, group] of groups.entries())
    for (const { path } of group) yield { id: path, cluster: String(at + 1) }
  for (const [at, { path, reason }] of unreadable.entries())
    yield { id: path, cluster: String(groups.length + at + 1), error: reason }
}

function printGroups({ groups }: DuplicateSounds, verbose: boolean, words: Words): void {
  const several = groups.filter(({ length }) => length > 1)
  const lines = new BoundedLines({ words, verbose, reserved: 1 })
  if (several.length === 0) lines.print(words.terminal.duplicates.none)
  for (const [at, group] of several.entries()) {
    if (at > 0) lines.print('')
    for (const file of group) lines.print(describeFile(file, words))
  }
  lines.end()
}

function describeFile({ path, sound }: FingerprintedFile, { terminal, units }: Words): string {
  const { codec = terminal.duplicates.unknownCodec, bitRate, durationMs } = sound
  const facts = [
    codec,
    ...(bitRate ? [`${Math.round(bitRate / 1000)} kbit/s`] : []),
    ...(durationMs ? [`${units.fixed(durationMs / 1000, 1)} s`] : []),
  ]
  return `${cleanLine(path)}  (${cleanLine(facts.join(', '))})`
}
