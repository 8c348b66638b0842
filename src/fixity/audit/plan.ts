/** What is known of an archive's file before it is checked. */
export interface Auditable {
  readonly path: string
  readonly sha256: string
  readonly bytes: number
}

/** When a file was last read and found as it was kept: milliseconds since 1970. */
export interface LastCheck {
  readonly at: number
  /** Of what was kept then: a file that was made again since has not been checked. */
  readonly sha256: string
}

export interface AuditPeriod {
  /** In how many days everything is to be checked once. */
  readonly days: number
  /** Milliseconds since 1970. */
  readonly now: number
}

const DAY = 86_400_000
/** A check that was begun again on the same day goes on; one of the day before is over, though it began later. */
const SAME_PART = DAY - 4 * 3_600_000

/**
 * The part that is due today, the oldest check first, and before them what was never checked. It is one day's share of
 * all bytes, less what the same part has checked already; and all whose last check is older than the period, so that a
 * machine that was off for a while catches up.
 */
export function planAudit<File extends Auditable>(
  files: readonly File[],
  lastChecks: ReadonlyMap<string, LastCheck>,
  { days, now }: AuditPeriod,
): readonly File[] {
  const dated = files
    .map((file) => ({ file, at: whenChecked(file, lastChecks) }))
    .toSorted((a, b) => a.at - b.at || (a.file.path < b.file.path ? -1 : 1))
  const share = files.reduce((sum, { bytes }) => sum + bytes, 0) / days
  const doneBytes = dated
    .filter(({ at }) => at > now - SAME_PART)
    .reduce((sum, { file }) => sum + file.bytes, 0)
  let left = share - doneBytes
  const due: File[] = []
  for (const { file, at } of dated) {
    const isOverdue = at > 0 && at <= now - days * DAY
    const isInShare = left > 0 && at <= now - SAME_PART
    if (!isOverdue && !isInShare) continue
    due.push(file)
    left -= file.bytes
  }
  return due
}

const whenChecked = ({ path, sha256 }: Auditable, checks: ReadonlyMap<string, LastCheck>) => {
  const last = checks.get(path)
  return last?.sha256 === sha256 ? last.at : 0
}
