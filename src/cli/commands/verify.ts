import type { Command } from 'commander'
import { cleanLine } from '../../report/terminal/width.ts'
import { spellOut } from '../../words/spell-out.ts'
import type { Words } from '../../words/words.ts'
import { exitCodes } from '../exit-codes.ts'
import { stopOnInterrupt } from '../interrupt.ts'
import { environmentIn } from '../language.ts'
import { helpAfter, makeCommand } from '../make-command.ts'

interface Flags {
  readonly json?: true
}

export function verifyCommand(words: Words): Command {
  const said = words.commandLine.verify
  return makeCommand('verify', words)
    .summary(said.summary)
    .description(said.description)
    .argument('<archive>', said.archive)
    .option('--json', said.json)
    .addHelpText('after', helpAfter(words, ['songkeep verify ~/Keep']))
    .action(async (dir: string, { json }: Flags) => {
      const { verify } = words.terminal
      const { verifyArchive } = await import('../../app/archives/verify.ts')
      const { rememberArchive } = await import('../../app/archives/known-archives.ts')
      const { signal, done } = stopOnInterrupt(words)
      let harmed = 0
      try {
        for await (const finding of verifyArchive(dir, signal)) {
          const { kind, path } = finding
          if (kind !== 'unknown') harmed++
          const why = 'reason' in finding ? finding.reason : undefined
          const line = json
            ? JSON.stringify(spellOut({ kind, path, reason: why }))
            : verify[kind](cleanLine(path))
          process.stdout.write(`${line}\n`)
        }
      } finally {
        done()
      }
      const verified = { at: new Date().toISOString(), faults: harmed }
      await rememberArchive(environmentIn(words), dir, verified).catch(() => {})
      if (harmed > 0) process.exitCode = exitCodes.incomplete
      else if (!json) process.stdout.write(`${verify.whole}\n`)
    })
}
