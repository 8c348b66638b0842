import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Archive } from '../../../src/archive/archive.ts'
import { openPacedDigester } from '../../../src/fixity/audit/digester.ts'
import type { FixityFinding } from '../../../src/model/preserve/fixity.ts'
import { verify } from '../../../src/preserve/verify/verify.ts'

/** What a check of the whole archive finds. The record of it is removed, so that trees can be compared. */
export async function findFaults(archive: Archive): Promise<FixityFinding[]> {
  await using digester = openPacedDigester(Number.POSITIVE_INFINITY)
  const findings: FixityFinding[] = []
  for await (const event of verify(archive, { digester }))
    if (event.kind === 'finding') findings.push(event.finding)
  await rm(join(archive.dir, 'fixity.jsonl'), { force: true })
  return findings
}
