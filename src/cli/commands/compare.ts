import { Command, Option } from 'commander'
import type { LabelledKind } from '../../app/catalogues/evaluate.ts'
import { settings } from '../settings.ts'
import { writeLines } from '../write-lines.ts'

export function compareCommand(): Command {
  return settings(new Command('compare'))
    .summary('say of pairs of records whether they name one recording')
    .argument('<pairs>', 'JSON lines of {"id","left","right"}, .gz too, or - for standard input')
    .option('--explain', 'say what each field weighs, with the values compared')
    .addHelpText('after', '\nExample:\n  songkeep compare pairs.jsonl > verdicts.jsonl')
    .action(async (pairs: string, { explain = false }: { readonly explain?: boolean }) => {
      const { comparePairs } = await import('../../app/catalogues/compare.ts')
      const { openLines } = await import('../../app/catalogues/open-lines.ts')
      await writeLines(comparePairs(openLines(pairs), { explain }))
    })
}

export function evaluateCommand(): Command {
  return settings(new Command('evaluate'))
    .summary('score answers against labelled truth')
    .argument('<answers>', 'what match, compare or duplicates answered')
    .argument(
      '<truth>',
      'JSON lines of {"id","set","truth":[…]}, {"id","label"} or {"id","cluster"}',
    )
    .addOption(
      new Option('-k, --kind <kind>', 'what was answered')
        .choices(['match', 'compare', 'clusters'])
        .default('match'),
    )
    .addHelpText('after', '\nExample:\n  songkeep evaluate answers.jsonl truth.jsonl --kind match')
    .action(async (answers: string, truth: string, { kind }: { readonly kind: LabelledKind }) => {
      const { evaluate, printScores } = await import('../../app/catalogues/evaluate.ts')
      const { openLines } = await import('../../app/catalogues/open-lines.ts')
      const scores = await evaluate(kind, openLines(answers), openLines(truth))
      process.stdout.write(`${printScores(scores).join('\n')}\n`)
    })
}
