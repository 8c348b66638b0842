import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describeCatalogue } from '../../../catalogue/info.ts'
import { readAllRecordings } from '../../../catalogue/read-all.ts'
import { writeRelease } from '../../../packages/metadata/write-release.ts'
import type { PackEvent, PackRequest } from '../../../packages/packer.ts'
import { rowsOfArchive, rowsOfCatalogue } from '../../../preserve/metadata/rows.ts'

/** Releases of an archive's metadata, or of a catalogue's: `source` is the folder of either. */
export async function* packMetadata(request: PackRequest): AsyncGenerator<PackEvent> {
  const { source, out, options, signal } = request
  const more = { out, signal, withoutReserved: options.withoutReserved }
  if (existsSync(join(source, 'catalogue.json'))) {
    const { tracks } = describeCatalogue(source)
    const rows = rowsOfCatalogue(readAllRecordings(source))
    return yield* writeRelease({ ...more, rows, total: tracks })
  }
  const { files, missing } = await request.contents()
  const kept = files.flatMap((file) => (file.kind === 'recording' ? [file.kept] : []))
  const all = [...kept, ...missing]
  yield* writeRelease({ ...more, rows: rowsOfArchive(all), total: all.length })
}
