import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { AnyPart } from '../format/layout.ts'
import { isSegment } from '../format/part.ts'
import { sum } from './sum.ts'

/** Bytes on disk by part, headers included. */
export function measureParts<Part extends AnyPart>(
  folder: string,
  parts: readonly Part[],
): Record<Part, number> {
  const files = readdirSync(folder)
  const bytesOf = (part: Part) =>
    sum(
      files
        .filter((name) => isSegment(name, part))
        .map((name) => statSync(join(folder, name)).size),
    )
  return Object.fromEntries(parts.map((part) => [part, bytesOf(part)])) as Record<Part, number>
}
