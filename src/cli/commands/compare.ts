import { type Command, Option } from 'commander'
import type { LabelledKind } from '../../app/catalogues/evaluate/evaluate.ts'
import type { Words } from '../../words/words.ts'
import { collect } from '../arguments.ts'
import { environmentIn } from '../language.ts'
import { helpAfter, makeCommand } from '../make-command.ts'
import { writeLines } from '../streams/write-lines.ts'

interface CompareFlags {
  readonly catalogue?: readonly string[]
  readonly explain?: boolean
}

export function compareCommand(words: Words): Command {
  const said = words.commandLine.compare
  return makeCommand('compare', words)
    .description(said.summary)
    .argument('<pairs>', said.pairs)
    .option('-c, --catalogue <folder>', said.catalogue, collect)
    .option('--explain', said.explain)
    .addHelpText('after', helpAfter(words, ['songkeep compare pairs.jsonl > verdicts.jsonl']))
    .action(async (pairs: string, { catalogue: catalogues, explain }: CompareFlags) => {
      const { comparePairs } = await import('../../app/catalogues/compare.ts')
      const { openLines } = await import('../../app/catalogues/open-lines.ts')
      await writeLines(
        comparePairs(openLines(pairs), {
          catalogues,
          explain,
          environment: environmentIn(words),
        }),
      )
    })
}

export function evaluateCommand(words: Words): Command {
  const said = words.commandLine.evaluate
  const example = 'songkeep evaluate answers.jsonl truth.jsonl --kind match'
  return makeCommand('evaluate', words)
    .description(said.summary)
    .argument('<answers>', said.answers)
    .argument('<truth>', said.truth)
    .addOption(
      new Option('-k, --kind <kind>', said.kind)
        .choices(['match', 'compare', 'clusters'])
        .default('match'),
    )
    .option('--calibration', said.calibration)
    .addHelpText('after', helpAfter(words, [example]))
    .action(async (answers: string, truth: string, options: EvaluateOptions) => {
      const { evaluate } = await import('../../app/catalogues/evaluate/evaluate.ts')
      const { renderCalibration, renderScores } = await import('../display/scores.ts')
      const { openLines } = await import('../../app/catalogues/open-lines.ts')
      const { scores, calibration } = await evaluate(
        options.kind,
        openLines(answers),
        openLines(truth),
      )
      const lines = [...renderScores(scores, words)]
      if (options.calibration) lines.push('', ...renderCalibration(calibration, words))
      process.stdout.write(`${lines.join('\n')}\n`)
    })
}

interface EvaluateOptions {
  readonly kind: LabelledKind
  readonly calibration?: boolean
}
