import type { FileDigests } from '../../base/hash.ts'
import type { ArchivedFile } from '../../model/archived-file.ts'
import type { ArchivePaths } from '../files/paths.ts'
import { stemKey } from '../inventory/line-keys.ts'
import {
  type Claim,
  type ClaimSource,
  type ManifestClaim,
  readClaims,
  readManifests,
} from './claims.ts'
import { FilesOnDisk } from './disk.ts'

/** What was found out about one file. Paths are relative to the archive. */
export type ReindexFinding =
  /** Its line counts on, under the name that the file has now. */
  | { readonly kind: 'moved'; readonly path: string; readonly from: string }
  /** A line that the inventory had not: `from` is the name in the record that named it, where that is another. */
  | {
      readonly kind: 'adopted'
      readonly path: string
      readonly from?: string
      readonly by: ClaimSource
    }
  /** Its line counts on, though the file is not as it was kept, and nowhere else. */
  | { readonly kind: 'missing' | 'damaged'; readonly path: string }
  /** Some record names it, and no file here is it. */
  | { readonly kind: 'lost'; readonly path: string; readonly by: ClaimSource }
  /** Whole by the manifest, and nothing says what it is. */
  | { readonly kind: 'undescribed'; readonly path: string }

/** What a file says of itself; undefined where it is no music that can be read. */
export type DescribeFile = (path: string, sums: FileDigests) => Promise<ArchivedFile | undefined>

interface Wanted extends Claim {
  readonly isKnown: boolean
}

/** Finds the line of every archived file: by the inventory, by other records, by the files' digests. */
export class LineSearch {
  readonly findings: ReindexFinding[] = []
  readonly #paths: ArchivePaths
  readonly #disk: FilesOnDisk
  readonly #lines = new Map<string, ArchivedFile>()
  /** Their files are not in their places: the latest claim of each name. */
  readonly #homeless = new Map<string, Wanted>()
  /** Digests, of either kind, of what has a line or was pruned: it is not missed. */
  readonly #known = new Set<string>()
  /** Names that something was said of already. */
  readonly #told = new Set<string>()

  constructor(paths: ArchivePaths) {
    this.#paths = paths
    this.#disk = new FilesOnDisk(paths)
  }

  /** By path. */
  get lines(): readonly ArchivedFile[] {
    return [...this.#lines.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1))
  }

  /** Takes lines as they are, without a look at their files. */
  trust(files: Iterable<ArchivedFile>): void {
    for (const file of files) this.#set(file)
  }

  /** Takes the inventory's lines, reads their files, and adds the digests that the lines do not have yet. */
  async check(files: readonly ArchivedFile[], onRead: (done: number) => void): Promise<void> {
    for (const [at, file] of files.entries()) {
      onRead(at)
      const sums = await this.#disk.sumsOf(file.path)
      const isWhole = sums?.sha256 === file.sha256
      this.#set(isWhole ? withDigests(file, sums) : file)
      if (!isWhole) this.#homeless.set(stemKey(file.path), { by: 'spare', file, isKnown: true })
    }
  }

  /** Takes the lines of other records whose files are whole and in their places. */
  async adopt(): Promise<void> {
    const manifest = await readManifests(this.#paths)
    for await (const claim of readClaims(this.#paths)) {
      const { by, file } = claim
      if (by === 'trash') this.#known.add(file.sha256)
      const key = stemKey(file.path)
      if (this.#lines.has(key)) continue
      const sums = await this.#disk.sumsOf(file.path)
      const isWhole = sums && (sums.sha256 === file.sha256 || isNamed(file.path, sums, manifest))
      if (isWhole) this.#add(withDigests(file, sums), by)
      else if (!this.#homeless.has(key) && by !== 'trash')
        this.#homeless.set(key, { ...claim, isKnown: false })
    }
  }

  /** Looks for the files that are not in their places, by their digests; tells those that are nowhere. */
  async findMoved(): Promise<void> {
    for (const [key, { by, file, isKnown }] of this.#homeless) {
      const isElsewhere = this.#lines.has(key) || this.#known.has(file.sha256)
      if (!isKnown && isElsewhere) continue
      const found = await this.#disk.findSized(file.sha256, file.bytes, this.#isFree)
      const sums = found === undefined ? undefined : await this.#disk.sumsOf(found)
      if (found === undefined || !sums) await this.#tellHomeless(file, by, isKnown)
      else if (isKnown) {
        this.#lines.delete(key)
        this.#set(withDigests({ ...file, path: found }, sums))
        this.#tell({ kind: 'moved', path: found, from: file.path })
      } else this.#add(withDigests({ ...file, path: found }, sums), by, file.path)
    }
  }

  /** Takes what nothing but a manifest names, with what the files say of themselves. */
  async describe(describe: DescribeFile | undefined): Promise<void> {
    for (const claim of (await readManifests(this.#paths)).values()) {
      const isTold = this.#known.has(claim.hex) || this.#told.has(claim.path)
      if (isTold || this.#lines.has(stemKey(claim.path))) continue
      const path = await this.#findNamed(claim, describe !== undefined)
      const sums = path === undefined ? undefined : await this.#disk.sumsOf(path)
      if (path === undefined || !sums)
        this.#tell({ kind: 'lost', path: claim.path, by: 'manifest' })
      else {
        const file = await describe?.(path, sums)
        if (file) this.#add(file, 'manifest', claim.path)
        else this.#tell({ kind: 'undescribed', path })
      }
    }
  }

  async #findNamed(claim: ManifestClaim, everywhere: boolean): Promise<string | undefined> {
    const { path, digest, hex } = claim
    if ((await this.#disk.sumsOf(path))?.[digest] === hex) return path
    return everywhere ? await this.#disk.find(hex, this.#isFree) : undefined
  }

  readonly #isFree = (path: string) => !this.#lines.has(stemKey(path))

  /** What lies damaged under the name that was its own keeps its line: it can be repaired. */
  async #tellHomeless(file: ArchivedFile, by: ClaimSource, isKnown: boolean): Promise<void> {
    const { path } = file
    const isThere = await this.#disk.isThere(path)
    if (!isKnown && (by !== 'spare' || !isThere)) return this.#tell({ kind: 'lost', path, by })
    this.#set(file)
    this.#tell({ kind: isThere ? 'damaged' : 'missing', path })
  }

  #add(file: ArchivedFile, by: ClaimSource, named = file.path): void {
    this.#set(file)
    const from = named === file.path ? undefined : named
    this.#tell({ kind: 'adopted', path: file.path, from, by })
  }

  #set(file: ArchivedFile): void {
    this.#lines.set(stemKey(file.path), file)
    this.#known.add(file.sha256)
    if (file.sha512 !== undefined) this.#known.add(file.sha512)
  }

  #tell(finding: ReindexFinding): void {
    this.findings.push(finding)
    this.#told.add(('from' in finding && finding.from) || finding.path)
  }
}

/** New tags that another list's run has written may be in no report: then the manifest has the digest. */
function isNamed(path: string, sums: FileDigests, manifest: ReadonlyMap<string, ManifestClaim>) {
  const named = manifest.get(path)
  return named !== undefined && sums[named.digest] === named.hex
}

const withDigests = (file: ArchivedFile, { sha256, sha512, bytes }: FileDigests): ArchivedFile =>
  file.sha256 === sha256 && file.sha512 === sha512 ? file : { ...file, sha256, sha512, bytes }
