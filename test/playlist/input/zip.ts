import { buffer } from 'node:stream/consumers'
import yazl from 'yazl'

/** A zip in memory, from names and contents. */
export function makeZip(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  for (const [name, content] of Object.entries(files))
    zip.addBuffer(Buffer.from(content), name, { mtime: new Date(0) })
  zip.end()
  return buffer(zip.outputStream)
}

/** Every occurrence of a name or a number in the bytes of a zip, overwritten by one as long. */
export function patch(zip: Buffer, from: Buffer | string, to: Buffer | string): Buffer {
  const [old, other] = [Buffer.from(from), Buffer.from(to)]
  if (old.length !== other.length) throw new Error('A patch must be as long as what it replaces.')
  const patched = Buffer.from(zip)
  for (let at = patched.indexOf(old); at >= 0; at = patched.indexOf(old, at + old.length))
    other.copy(patched, at)
  return patched
}
