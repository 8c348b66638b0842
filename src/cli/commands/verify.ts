import { Command } from 'commander'
import { cleanLine } from '../../report/terminal/width.ts'
import { exitCodes } from '../exit-codes.ts'
import { stopOnInterrupt } from '../interrupt.ts'
import { environmentOf, wordsOf } from '../language.ts'
import { settings } from '../settings.ts'

interface Flags {
  readonly json?: true
}

export function verifyCommand(): Command {
  return settings(new Command('verify'))
    .summary('check every file of an archive by its checksum')
    .description(
      'Reads every kept file anew. Missing and damaged ones are made again by the next backup.',
    )
    .argument('<archive>', 'the folder that was given to --into')
    .option('--json', 'print one finding a line, for programs')
    .addHelpText('after', '\nExample:\n  songkeep verify ~/Keep')
    .action(async (dir: string, { json }: Flags, command: Command) => {
      const words = wordsOf(command)
      const { verify } = words.terminal
      const { verifyArchive } = await import('../../app/archives/verify.ts')
      const { rememberArchive } = await import('../../app/archives/known-archives.ts')
      const { signal, done } = stopOnInterrupt(words)
      let harmed = 0
      try {
        for await (const finding of verifyArchive(dir, signal)) {
          const { kind, path } = finding
          if (kind !== 'unknown') harmed++
          const line = json ? JSON.stringify({ kind, path }) : verify[kind](cleanLine(path))
          process.stdout.write(`${line}\n`)
        }
      } finally {
        done()
      }
      const verified = { at: new Date().toISOString(), faults: harmed }
      await rememberArchive(environmentOf(command), dir, verified).catch(() => {})
      if (harmed > 0) process.exitCode = exitCodes.incomplete
      else if (!json) process.stdout.write(`${verify.whole}\n`)
    })
}
