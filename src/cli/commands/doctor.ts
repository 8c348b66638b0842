import { Command } from 'commander'
import { say } from '../../words/say.ts'
import { spellOut } from '../../words/spell-out.ts'
import { contactHelp } from '../contact-help.ts'
import { exitCodes } from '../exit-codes.ts'
import { environmentOf, wordsOf } from '../language.ts'
import { settings } from '../settings.ts'

const examples = `
${contactHelp}

Example:
  songkeep doctor`

export function doctorCommand(): Command {
  return settings(new Command('doctor'))
    .summary('say what is there, what is missing and how to get it')
    .description('Looks at this machine: what Songkeep has, what is missing, and how to get it.')
    .option('--json', 'print the findings as JSON, for programs')
    .addHelpText('after', examples)
    .action(async ({ json }: { readonly json?: true }, command: Command) => {
      const words = wordsOf(command)
      const { examine } = await import('../../app/settings/doctor.ts')
      const { withSavedKeys } = await import('../../app/settings/settings.ts')
      const findings = await examine(await withSavedKeys(environmentOf(command)))
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
