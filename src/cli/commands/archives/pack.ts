import { type Command, Option } from 'commander'
import { requireFolder } from '../../../app/archives/require-archive.ts'
import { packOptions } from '../../../model/preserve/packages/pack-options.ts'
import { type PackageKind, packageKinds } from '../../../model/preserve/packages/package-kinds.ts'
import { cleanLine } from '../../../report/terminal/width.ts'
import { say } from '../../../words/say.ts'
import { spellOut } from '../../../words/spell-out.ts'
import type { Words } from '../../../words/words.ts'
import { exitCodes } from '../../exit-codes.ts'
import { stopOnInterrupt } from '../../interrupt.ts'
import { helpAfter, makeCommand } from '../../make-command.ts'
import { packOptionOf, readPackOptions } from '../../pack-options.ts'

interface Flags extends Readonly<Record<string, unknown>> {
  readonly as: PackageKind
  readonly out: string
  readonly json?: true
}

export function packCommand(words: Words): Command {
  const said = words.commandLine.pack
  const command = makeCommand('pack', words)
    .summary(said.summary)
    .description(`${said.description}\n\n${listKinds(words)}`)
    .argument('<archive>', said.archive)
    .addOption(new Option('-a, --as <kind>', said.as).choices(packageKinds).makeOptionMandatory())
    .requiredOption('-o, --out <folder>', said.out)
  for (const row of Object.values(packOptions)) command.addOption(packOptionOf(row, words))
  return command
    .option('--json', said.json)
    .addHelpText('after', helpAfter(words, examples))
    .action((archive: string, flags: Flags) => run(archive, flags, words))
}

const listKinds = ({ packages }: Words) =>
  packageKinds.map((kind) => `  ${kind.padEnd(10)} ${packages.titles[kind]}`).join('\n')

const examples = [
  'songkeep pack ~/Keep --as bagit --out ~/Keep-bag',
  'songkeep pack ~/Keep --as ocfl --out ~/Keep-ocfl',
  'songkeep pack ~/Keep --as torrent --max-size 20GB --out ~/Keep-torrents',
  'songkeep pack ~/catalogue --as metadata --out ~/releases',
]

async function run(source: string, flags: Flags, words: Words): Promise<void> {
  const { as, out, json } = flags
  requireFolder(out)
  const { pack } = await import('../../../app/archives/packages/pack.ts')
  const { signal, done } = stopOnInterrupt(words)
  const { packages } = words
  const clear = () => void (process.stderr.isTTY && process.stderr.write('\r\u001b[K'))
  try {
    for await (const event of pack({ source, as, out, options: readPackOptions(flags), signal })) {
      if (event.kind === 'left-out') process.exitCode = exitCodes.incomplete
      if (event.kind === 'progress') {
        if (process.stderr.isTTY)
          process.stderr.write(
            `\r\u001b[K${packages.progress(event.done, event.total, event.unit)}`,
          )
        continue
      }
      clear()
      if (json) process.stdout.write(`${JSON.stringify(spellOut(event))}\n`)
      else if (event.kind === 'withheld')
        process.stderr.write(
          `${cleanLine(packages.withheld(event.files, say(event.reason, words)))}\n`,
        )
      else if (event.kind === 'left-out')
        process.stderr.write(
          `${cleanLine(packages.leftOut(event.path, say(event.reason, words)))}\n`,
        )
      else if (event.kind === 'unchanged')
        process.stdout.write(`${packages.unchanged(cleanLine(event.path))}\n`)
      else
        process.stdout.write(
          `${packages.packed(cleanLine(event.path), event.files, event.bytes)}\n`,
        )
    }
  } finally {
    clear()
    done()
  }
}
