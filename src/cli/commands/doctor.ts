import type { Command } from 'commander'
import { say } from '../../words/say.ts'
import { spellOut } from '../../words/spell-out.ts'
import type { Words } from '../../words/words.ts'
import { exitCodes } from '../exit-codes.ts'
import { environmentIn } from '../language.ts'
import { helpAfter, makeCommand } from '../make-command.ts'

export function doctorCommand(words: Words): Command {
  const said = words.commandLine.doctor
  return makeCommand('doctor', words)
    .summary(said.summary)
    .description(said.description)
    .option('--json', said.json)
    .addHelpText('after', helpAfter(words, ['songkeep doctor'], words.commandLine.contact))
    .action(async ({ json }: { readonly json?: true }) => {
      const { examine } = await import('../../app/settings/doctor.ts')
      const { withSavedKeys } = await import('../../app/settings/settings.ts')
      const findings = await examine(await withSavedKeys(environmentIn(words)))
      if (json) process.stdout.write(`${JSON.stringify(spellOut(findings), null, 2)}\n`)
      else
        for (const { what, state, text, advice } of findings) {
          const sign = { good: '✓', note: '·', bad: '!' }[state]
          process.stdout.write(`${sign} ${words.doctor[what].padEnd(12)} ${say(text, words)}\n`)
          if (advice) process.stdout.write(`${' '.repeat(15)}${say(advice, words)}\n`)
        }
      if (findings.some(({ state }) => state === 'bad')) process.exitCode = exitCodes.broken
    })
}
