import type { Command } from 'commander'
import type { Environment } from '../../app/environment.ts'
import type { Finding } from '../../app/settings/doctor.ts'
import { reason } from '../../model/reason.ts'
import { say } from '../../words/say.ts'
import { spellOut } from '../../words/spell-out.ts'
import { UserError } from '../../words/user-error.ts'
import type { Words } from '../../words/words.ts'
import { showServices } from '../display/services.ts'
import { exitCodes } from '../exit-codes.ts'
import { environmentIn } from '../language.ts'
import { helpAfter, makeCommand } from '../make-command.ts'

interface DoctorFlags {
  readonly online?: true
  readonly record?: string
  readonly json?: true
}

const examples = [
  'songkeep doctor',
  'songkeep doctor --online',
  'songkeep doctor --online --record Answers',
]

export function doctorCommand(words: Words): Command {
  const { doctor: said, contact } = words.commandLine
  return makeCommand('doctor', words)
    .summary(said.summary)
    .description(said.description)
    .option('--online', said.online)
    .option('--record <folder>', said.record)
    .option('--json', said.json)
    .addHelpText('after', helpAfter(words, examples, `${said.explanation}\n\n${contact}`))
    .action(async (flags: DoctorFlags) => {
      const { online, record, json } = flags
      if (record !== undefined && !online) throw new UserError(reason('app.record-without-asking'))
      const { examine } = await import('../../app/settings/doctor.ts')
      const { withSavedKeys } = await import('../../app/settings/settings.ts')
      const environment = await withSavedKeys(environmentIn(words))
      const here = await examine(environment)
      const findings = online ? [...here, ...(await askBuckets(environment))] : here
      if (!json) process.stdout.write(showFindings(findings, words))
      else if (!online) printJson(findings)
      if (findings.some(({ state }) => state === 'bad')) process.exitCode = exitCodes.broken
      if (online) await askEachService({ ...flags, findings }, environment, words)
    })
}

function showFindings(findings: readonly Finding[], words: Words): string {
  return findings
    .map(({ what, state, text, advice }) => {
      const sign = { good: '✓', note: '·', bad: '!' }[state]
      const line = `${sign} ${words.doctor[what].padEnd(12)} ${say(text, words)}\n`
      return advice ? `${line}${' '.repeat(15)}${say(advice, words)}\n` : line
    })
    .join('')
}

async function askBuckets(environment: Environment): Promise<readonly Finding[]> {
  const { examineBuckets } = await import('../../app/archives/copies/examine-buckets.ts')
  const { signal } = new AbortController()
  return await examineBuckets(environment, signal)
}

async function askEachService(
  { record, json, findings }: DoctorFlags & { readonly findings: readonly Finding[] },
  environment: Environment,
  words: Words,
): Promise<void> {
  const { examineServices } = await import('../../app/services/examine-services.ts')
  const { doctor } = words.terminal
  if (!json) process.stderr.write(`\n${doctor.asking}\n`)
  const { signal } = new AbortController()
  const { services, allWork } = await examineServices(environment, { record }, signal)
  if (json) printJson({ findings, services })
  else process.stdout.write(`\n${showServices(services, words)}`)
  if (!json && record !== undefined) process.stdout.write(`\n${doctor.recorded(record)}\n`)
  if (!allWork) process.exitCode ||= exitCodes.incomplete
}

const printJson = (value: unknown) =>
  process.stdout.write(`${JSON.stringify(spellOut(value), null, 2)}\n`)
