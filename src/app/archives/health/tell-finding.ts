import type { FixityFinding } from '../../../model/preserve/fixity.ts'
import { type Reason, reason } from '../../../model/reason.ts'

/** A finding as it is told: in one line, with what can be done about it. */
export function describeFinding(finding: FixityFinding): Reason<'app.verify-finding'> {
  const { kind, path, remedies } = finding
  const isFile = finding.kind === 'missing' || finding.kind === 'damaged'
  return reason('app.verify-finding', {
    kind,
    path,
    why: 'reason' in finding ? finding.reason : undefined,
    foundAt: isFile ? finding.foundAt : undefined,
    ranges: isFile ? finding.ranges?.flatMap(({ start, end }) => [start, end]) : undefined,
    remedies,
  })
}
