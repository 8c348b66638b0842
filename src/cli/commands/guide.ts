import { Argument, type Command } from 'commander'
import { type GuideService, guideServices } from '../../words/guide.ts'
import type { Words } from '../../words/words.ts'
import { helpAfter, makeCommand } from '../make-command.ts'

export function guideCommand(words: Words): Command {
  const said = words.commandLine.guide
  return makeCommand('guide', words)
    .summary(said.summary)
    .description(said.description)
    .addArgument(new Argument('[service]', said.service).choices(guideServices))
    .addHelpText('after', helpAfter(words, ['songkeep guide', 'songkeep guide spotify']))
    .action(async (service: GuideService | undefined) => {
      const { describeGuide, describeService } = await import('../display/guide.ts')
      const columns = process.stdout.columns ?? 80
      const lines =
        service === undefined
          ? describeGuide(words.guide, columns)
          : describeService(service, words.guide, columns)
      process.stdout.write(`${lines.join('\n')}\n`)
    })
}
