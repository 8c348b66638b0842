import type { HostRule } from '../http.ts'

/**
 * One rule a host: where two declare the same, the more careful word of each counts. Hosts named in full
 * stand before patterns, so that a pace of their own is theirs.
 */
export function mergeAllowLists(rules: readonly HostRule[]): readonly HostRule[] {
  const merged = new Map<string, HostRule>()
  for (const rule of rules) {
    const host = rule.host.toLowerCase()
    const other = merged.get(host)
    const asStrict = other ? takeCare(other, rule) : rule
    merged.set(host, { ...asStrict, host })
  }
  const isPattern = ({ host }: HostRule) => Number(host.startsWith('*.'))
  return [...merged.values()].toSorted((a, b) => isPattern(a) - isPattern(b))
}

function takeCare(one: HostRule, other: HostRule): HostRule {
  const least = Math.min(
    one.perRun ?? Number.POSITIVE_INFINITY,
    other.perRun ?? Number.POSITIVE_INFINITY,
  )
  const rate = ({ pace }: HostRule) => pace.requests / pace.perMs
  return {
    ...other,
    ...one,
    pace: rate(other) < rate(one) ? other.pace : one.pace,
    atOnce: Math.min(one.atOnce, other.atOnce),
    perRun: least === Number.POSITIVE_INFINITY ? undefined : least,
  }
}
