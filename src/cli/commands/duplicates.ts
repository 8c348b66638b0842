import { Command } from 'commander'
import type { DuplicateSounds, FingerprintedFile } from '../../app/catalogues/duplicate-sounds.ts'
import { reason } from '../../model/reason.ts'
import { cleanLine } from '../../report/terminal/width.ts'
import { say } from '../../words/say.ts'
import { UserError } from '../../words/user-error.ts'
import { stopOnInterrupt } from '../interrupt.ts'
import { environmentOf, wordsOf } from '../language.ts'
import { settings } from '../settings.ts'
import { writeLines } from '../write-lines.ts'

interface Flags {
  readonly audio?: readonly string[]
  readonly json?: true
}

export function duplicatesCommand(): Command {
  return settings(new Command('duplicates'))
    .summary('find records that name one recording, or files that are one sound')
    .argument(
      '[records]',
      'JSON lines of {"id","title","artists",…}, .gz too, or - for standard input',
    )
    .option('--audio <folders...>', 'listen to the files in folders or an archive instead')
    .option('--json', 'with --audio: print {"id": path, "cluster"} a line, for programs')
    .addHelpText('after', examples)
    .action(async (records: string | undefined, { audio, json }: Flags, command: Command) => {
      if ((records === undefined) === (audio === undefined))
        throw new UserError(
          reason('catalogue.one-kind-of-duplicates'),
          reason('catalogue.name-records-or-folders'),
        )
      if (audio) return await printSounds(audio, json === true, command)
      const { findDuplicates } = await import('../../app/catalogues/duplicates.ts')
      const { openLines } = await import('../../app/catalogues/open-lines.ts')
      await writeLines(findDuplicates(openLines(records ?? '-')))
    })
}

const examples = `
--audio finds the same recording in any format and bit rate, whatever its tags and name say. The first
run decodes two minutes of every file; what was heard is remembered, and nothing is ever deleted.

Examples:
  songkeep duplicates records.jsonl > clusters.jsonl
  songkeep duplicates --audio ~/Music
  songkeep duplicates --audio ~/Music ~/Keep --json > clusters.jsonl`

async function printSounds(
  folders: readonly string[],
  json: boolean,
  command: Command,
): Promise<void> {
  const words = wordsOf(command)
  const { duplicates } = words.terminal
  const showProgress = (done: number, total: number) =>
    void process.stderr.write(`\r\u001b[K${duplicates.listening(done, total)}`)
  const { findDuplicateSounds } = await import('../../app/catalogues/duplicate-sounds.ts')
  const { signal, done } = stopOnInterrupt(words)
  const onProgress = process.stderr.isTTY ? showProgress : () => {}
  try {
    const found = await findDuplicateSounds(folders, environmentOf(command), onProgress, signal)
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
    for (const { path, reason } of found.unreadable)
      process.stderr.write(`${cleanLine(duplicates.notHeard(path, say(reason, words)))}\n`)
    if (json) await writeLines(listClusters(found))
    else process.stdout.write(describe(found) ?? `${duplicates.none}\n`)
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

function describe({ groups }: DuplicateSounds): string | undefined {
  const several = groups.filter(({ length }) => length > 1)
  if (several.length === 0) return undefined
  return several.map((group) => `${group.map(describeFile).join('\n')}\n`).join('\n')
}

function describeFile({ path, sound }: FingerprintedFile): string {
  const { codec = 'unknown', bitRate, durationMs } = sound
  const facts = [
    codec,
    ...(bitRate ? [`${Math.round(bitRate / 1000)} kbit/s`] : []),
    ...(durationMs ? [`${(durationMs / 1000).toFixed(1)} s`] : []),
  ]
  return `${cleanLine(path)}  (${cleanLine(facts.join(', '))})`
}
