import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { syncFolder } from '../../base/file.ts'
import { look } from '../../base/inside.ts'
import { refuseForeign } from '../files/foreign.ts'

const LF = 0x0a

/**
 * Appends a line to a file that several processes may write to. When this returns, the line is on the disk as one
 * of its own, whoever else is writing at that moment.
 */
export async function appendLine(path: string, line: string): Promise<void> {
  const found = await look(path)
  if (found && !found.isFile()) throw refuseForeign(path)
  await appendWhole(path, Buffer.from(line))
  if (!found) await syncFolder(dirname(path))
}

async function appendWhole(path: string, line: Buffer) {
  const flags = constants.O_APPEND | constants.O_CREAT | constants.O_RDWR
  await using file = await open(path, flags | (constants.O_NOFOLLOW ?? 0), 0o666)
  for (;;) {
    const start = Math.max(0, (await file.stat()).size - 1)
    const [last = LF] = await readFrom(start, file)
    // A last line that was cut off must not swallow this one.
    const bytes = last === LF ? line : Buffer.concat([Buffer.of(LF), line])
    // One write, which the system puts behind those of others.
    await file.write(bytes)
    if (isWhole(line, await readFrom(start, file))) break
  }
  await file.sync()
}

/** Not where half of it was written, nor behind the half line that another has left in the meantime. */
function isWhole(line: Buffer, written: Buffer): boolean {
  const at = written.indexOf(line)
  return at === 0 || written[at - 1] === LF
}

async function readFrom(start: number, file: FileHandle): Promise<Buffer> {
  const { size } = await file.stat()
  const bytes = Buffer.alloc(Math.max(0, size - start))
  const { bytesRead } = await file.read(bytes, 0, bytes.length, start)
  return bytes.subarray(0, bytesRead)
}
