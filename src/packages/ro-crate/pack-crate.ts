import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFile } from '../../base/file.ts'
import type { PackEvent, PackRequest } from '../packer.ts'
import { type PlacedFile, placeContents } from '../place-contents.ts'
import { refuseOccupied, Staging } from '../staging.ts'
import { describeCrate } from './describe-crate.ts'
import { METADATA, PREVIEW } from './names.ts'
import { writePreview } from './preview.ts'

/** Makes a crate of an archive: its files as they lie there, and beside them what they are (RO-Crate 1.2). */
export async function* packCrate(request: PackRequest): AsyncGenerator<PackEvent> {
  const { out, options, signal, software } = request
  const contents = await request.contents()
  await refuseOccupied(out)
  await using staging = await Staging.open(out)
  const placed: PlacedFile[] = []
  yield* placeContents(contents, staging.dir, { link: options.link, signal }, placed)
  const { graph, root } = describeCrate(contents, placed, software)
  const document = { '@context': 'https://w3id.org/ro/crate/1.2/context', '@graph': graph }
  await write(join(staging.dir, METADATA), `${JSON.stringify(document, null, 1)}\n`)
  await write(join(staging.dir, PREVIEW), writePreview(root, placed))
  await staging.moveTo(out)
  const bytes = placed.reduce((sum, file) => sum + file.bytes, 0)
  yield { kind: 'packed', path: out, files: placed.length, bytes }
}

async function write(path: string, text: string): Promise<void> {
  await writeFile(path, text, { flag: 'wx' })
  await syncFile(path)
}
