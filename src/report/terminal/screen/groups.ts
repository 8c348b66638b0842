import type { Outcome } from '../../../model/outcome.ts'
import { isReason, type Reason } from '../../../model/reason.ts'
import { formatName } from '../../../words/names.ts'
import { say } from '../../../words/say.ts'
import type { Words } from '../../../words/words.ts'
import type { OutcomeKind } from '../../kinds.ts'
import { whyMissing } from '../../why-missing.ts'

/** Entries that were not kept for the same reason. */
export interface OutcomeGroup {
  readonly kind: OutcomeKind
  readonly count: number
  /** Of the first of them. */
  readonly sentence: string
  /** Whether all of them have this sentence: names and numbers in it may differ. */
  readonly isSame: boolean
  /** The first few, in the order in which they came. */
  readonly examples: readonly GroupExample[]
}

interface GroupExample {
  readonly position: number
  readonly name: string
}

/** Examples of each group that are kept in memory. */
const MAX_EXAMPLES = 8

type Counted = { -readonly [Key in keyof OutcomeGroup]: OutcomeGroup[Key] } & {
  examples: GroupExample[]
}

/** Gathers what was not kept by its reasons: of thousands of entries no more than a few of each reason stay in memory. */
export class OutcomeGroups {
  readonly #words: Words
  readonly #groups = new Map<string, Counted>()

  constructor(words: Words) {
    this.#words = words
  }

  add(outcome: Outcome): void {
    const why = whyMissing(outcome)
    if (why === undefined) return
    const sentence = say(why, this.#words)
    const key = `${outcome.kind} ${keyOf(why)}`
    const group = this.#groups.get(key) ?? {
      ...{ kind: outcome.kind, count: 0, sentence, isSame: true, examples: [] },
    }
    this.#groups.set(key, group)
    group.count++
    group.isSame &&= group.sentence === sentence
    if (group.examples.length < MAX_EXAMPLES)
      group.examples.push({ position: outcome.position, name: nameOf(outcome) })
  }

  /** The largest first; of each kind the largest before the second of any other. */
  list(): readonly OutcomeGroup[] {
    const bySize = [...this.#groups.values()].toSorted((one, other) => other.count - one.count)
    const isFirst = (group: OutcomeGroup) =>
      bySize.find(({ kind }) => kind === group.kind) === group
    return [...bySize.filter(isFirst), ...bySize.filter((group) => !isFirst(group))]
  }
}

const nameOf = (outcome: Outcome) =>
  outcome.kind === 'skipped' ? outcome.text : formatName(outcome.track)

/** The codes of a reason and of the reasons within it; words that are not ours stand for themselves. */
function keyOf({ code, params }: Reason): string {
  if (code === 'text') return JSON.stringify(params)
  const inner = Object.values(params).flatMap((value) => (isReason(value) ? [keyOf(value)] : []))
  return [code, ...inner].join(' ')
}
