import type { Command } from 'commander'
import { reason } from '../../../model/reason.ts'
import { cleanLine } from '../../../report/terminal/width.ts'
import { UserError } from '../../../words/user-error.ts'
import type { Words } from '../../../words/words.ts'
import { checkPackage, clearProgress, describe, showProgress } from '../../check-package.ts'
import { stopOnInterrupt } from '../../interrupt.ts'
import { helpAfter, makeCommand } from '../../make-command.ts'

interface Flags {
  readonly out?: string
  readonly check?: true
  readonly json?: true
}

const examples = ['songkeep unpack ~/Keep-bag --out ~/Keep', 'songkeep unpack ~/Keep-ocfl --check']

export function unpackCommand(words: Words): Command {
  const said = words.commandLine.unpack
  return makeCommand('unpack', words)
    .summary(said.summary)
    .description(said.description)
    .argument('<package>', said.package)
    .option('-o, --out <folder>', said.out)
    .option('--check', said.check)
    .option('--json', said.json)
    .addHelpText('after', helpAfter(words, examples))
    .action(async (source: string, { out, check, json }: Flags) => {
      if (check) await checkPackage(source, json === true, words)
      else if (out === undefined) throw new UserError(reason('package.say-out'))
      else await run(source, out, json === true, words)
    })
}

async function run(source: string, out: string, json: boolean, words: Words): Promise<void> {
  const { unpackArchive } = await import('../../../app/archives/packages/unpack.ts')
  const { signal, done } = stopOnInterrupt(words)
  const { packages } = words
  try {
    const onProgress = showProgress(packages.progress)
    const unpacked = await unpackArchive({ source, out, signal, onProgress })
    clearProgress()
    const { files, bytes, warnings } = unpacked
    if (json) process.stdout.write(`${JSON.stringify({ ...unpacked, path: out })}\n`)
    else {
      for (const fault of warnings) process.stderr.write(`${cleanLine(describe(fault, words))}\n`)
      process.stdout.write(`${packages.packed(cleanLine(out), files, bytes)}\n`)
    }
  } finally {
    clearProgress()
    done()
  }
}
