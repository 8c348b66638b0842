import { type Reason, reason } from '../../../model/reason.ts'
import type { PackageFault } from '../../fault.ts'
import { readPackageBytes } from '../../read-text.ts'
import type { PackageTree } from '../../walk-package.ts'

/** A bag that is being read: what lies in it, and what is found wrong with it. */
export class Bag {
  readonly dir: string
  readonly tree: PackageTree
  readonly faults: PackageFault[] = []
  version = '1.0'
  encoding = 'utf-8'

  constructor(dir: string, tree: PackageTree) {
    this.dir = dir
    this.tree = tree
  }

  /** From 1.0 on, whitespace and repetitions that earlier versions let pass are errors. */
  get isStrict(): boolean {
    return !this.version.startsWith('0.')
  }

  error(path: string, why: Reason): void {
    this.faults.push({ severity: 'error', path, reason: why })
  }

  warn(path: string, why: Reason): void {
    this.faults.push({ severity: 'warning', path, reason: why })
  }

  /** A tag file's lines, without their ends; undefined where there is none, or none that can be read. */
  async readLines(path: string): Promise<readonly string[] | undefined> {
    const size = this.tree.files.get(path)
    if (size === undefined) return undefined
    const bytes = await readPackageBytes(this.dir, path, size)
    const text = bytes && decode(bytes, path === 'bagit.txt' ? 'utf-8' : this.encoding)
    if (text === undefined) {
      this.error(path, reason('bag.tag-file-unreadable'))
      return undefined
    }
    const lines = text.split(/\r\n|\n|\r/)
    return lines.at(-1) === '' ? lines.slice(0, -1) : lines
  }
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const isUtf8 = encoding === 'utf-8'
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: isUtf8 }).decode(bytes)
  } catch {
    return undefined
  }
}
