import { useText } from '../../text/text.ts'
import { type Group, type GroupCounts, groups } from './groups.ts'

interface Props {
  readonly counts: GroupCounts
  /** The whole in words: what a drawing says to those who do not see it. */
  readonly label: string
}

/** All entries as one bar, parted by what became of them. */
export function OutcomeBar({ counts, label }: Props) {
  const nameOf = useGroupNames()
  const { format } = useText()
  return (
    <svg className="whole" role="img" aria-label={label}>
      {partsOf(counts).map(({ group, count, x, width }) => (
        <rect key={group} className={group} x={`${x}%`} width={`${width}%`} height="100%">
          <title>{`${nameOf(group)}: ${format.count(count)}`}</title>
        </rect>
      ))}
    </svg>
  )
}

/** What each part of the bar stands for. */
export function Legend({ counts }: Pick<Props, 'counts'>) {
  const nameOf = useGroupNames()
  const { format } = useText()
  return (
    <ul className="legend">
      {groups
        .filter((group) => counts[group] > 0)
        .map((group) => (
          <li key={group} className={group}>
            <i aria-hidden="true" />
            {nameOf(group)} <b>{format.count(counts[group])}</b>
          </li>
        ))}
    </ul>
  )
}

export function useGroupNames(): (group: Group) => string {
  const { labels } = useText().outcomes
  return (group) => labels[group]
}

function partsOf(counts: GroupCounts) {
  const total = groups.reduce((sum, group) => sum + counts[group], 0)
  const percent = (count: number) => Math.round((count / total) * 100_000) / 1000
  let before = 0
  return groups.flatMap((group) => {
    const count = counts[group]
    if (count === 0) return []
    const x = percent(before)
    before += count
    return [{ group, count, x, width: Math.max(0, percent(before) - x) }]
  })
}
