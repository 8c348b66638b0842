import { posix } from 'node:path'
import type { Outcome } from '../../model/outcome.ts'
import type { Entry } from '../../model/playlist.ts'
import { reason } from '../../model/reason.ts'
import type { RunContext } from '../context.ts'
import { AlbumForecast, titleKey } from './album-forecast.ts'
import { writeAlbumGain } from './album-gain.ts'
import { Albums, type KeptAlbum } from './albums.ts'
import { layCover, wantsCover } from './covers.ts'

type KeptOutcome = Extract<Outcome, { kind: 'kept' | 'already-kept' }>

interface Waiting {
  readonly outcome: KeptOutcome
  readonly album: KeptAlbum
}

/**
 * First finish, then announce. A file's tags tell its album's loudness, which is known only when all entries of the
 * album are made. So an outcome with a file is held back until no entry of the run is expected to add to the
 * file's album; then the album's loudness is written, and its outcomes are told. All other outcomes are told at
 * once. Where covers are asked for, an outcome also waits while its folder may still get one.
 *
 * An entry may come out in an album that nothing foretold. What has been told by then stays as it is; the new file
 * gets the loudness of the whole album, and the next run gives it to the others: by the inventory's lines it sees
 * that they differ.
 */
export class Finaliser {
  readonly #run: RunContext
  readonly #tell: (outcome: Outcome) => void
  readonly #albums: Albums
  readonly #forecast: AlbumForecast
  readonly #lookingAhead: Promise<void>
  /** By the key of the album's title. */
  readonly #waiting = new Map<string, Waiting[]>()
  /** By folder: finished, but for a cover beside them. */
  readonly #waitingForCover = new Map<string, KeptOutcome[]>()
  /** Paths of files that have been told, and are not to be changed any more. */
  readonly #told = new Set<string>()

  constructor(entries: readonly Entry[], run: RunContext, tell: (outcome: Outcome) => void) {
    this.#run = run
    this.#tell = tell
    this.#albums = new Albums(run.archive)
    const tracks = entries.filter((entry) => entry.kind === 'track')
    this.#forecast = new AlbumForecast(tracks)
    this.#lookingAhead = run.dryRun ? Promise.resolve() : this.#forecast.lookAhead(tracks, run)
  }

  /** Takes the outcome of an entry; without one, the run was stopped before its end. */
  async settle(position: number, outcome: Outcome | undefined): Promise<void> {
    this.#forecast.settle(position)
    if (outcome) await this.#take(outcome)
    for (const key of this.#waiting.keys()) if (!this.#forecast.isOpen(key)) await this.#finish(key)
    if (outcome && 'kept' in outcome) await this.#lookAtFolder(posix.dirname(outcome.kept.path))
  }

  /** Tells all that is left: after the last entry, or when the run was stopped. */
  async finish(): Promise<void> {
    await this.#lookingAhead
    for (const key of this.#waiting.keys()) await this.#finish(key)
    for (const folder of this.#waitingForCover.keys()) {
      await layCover(folder, this.#albums, this.#run)
      this.#tellFolder(folder)
    }
  }

  /** Tells all that is left, as the files are: nothing more can be written. */
  tellAsIs(): void {
    this.#forecast.stop()
    for (const { outcome } of [...this.#waiting.values()].flat()) this.#announce(outcome)
    for (const folder of this.#waitingForCover.keys()) this.#tellFolder(folder)
  }

  async #take(outcome: Outcome): Promise<void> {
    const hasFile = outcome.kind === 'kept' || outcome.kind === 'already-kept'
    if (!hasFile || this.#run.dryRun) return this.#tell(outcome)
    const album = await this.#albums.find(outcome.kept)
    if (!album) {
      if (outcome.kind === 'kept') this.#noteFinished(1, 0)
      return await this.#finishFile(outcome)
    }
    const key = titleKey(album.title)
    const waiting = this.#waiting.get(key) ?? []
    waiting.push({ outcome, album })
    this.#waiting.set(key, waiting)
  }

  async #finish(key: string): Promise<void> {
    const waiting = this.#waiting.get(key) ?? []
    for (const album of new Set(waiting.map((each) => each.album))) {
      const members = [...album.members.values()]
      const isFinal = ({ path }: { readonly path: string }) => this.#told.has(path)
      const since = performance.now()
      const { renewed, failed } = await writeAlbumGain(members, isFinal, this.#run)
      const ours = waiting.filter((each) => each.album === album && each.outcome.kind === 'kept')
      this.#noteFinished(ours.length, performance.now() - since)
      for (const kept of renewed) this.#albums.renew(album, kept)
      for (const each of waiting) {
        if (each.album !== album) continue
        const why = failed.get(each.outcome.kept.path)
        const notes = why ? [reason('backup.album-gain-not-written', { reason: why })] : []
        await this.#finishFile({ ...each.outcome, notes: [...each.outcome.notes, ...notes] })
      }
    }
    this.#waiting.delete(key)
  }

  #noteFinished(files: number, tookMs: number) {
    if (files > 0) this.#run.note({ kind: 'finished', files, tookMs })
  }

  async #finishFile(outcome: KeptOutcome): Promise<void> {
    const folder = posix.dirname(outcome.kept.path)
    const { layCovers, archive } = this.#run
    if (!layCovers || !(await wantsCover(folder, this.#albums, this.#run)))
      return this.#announce(outcome)
    if (archive.separatesAlbums) {
      await layCover(folder, this.#albums, this.#run)
      return this.#announce(outcome)
    }
    this.#waitingForCover.set(folder, [...(this.#waitingForCover.get(folder) ?? []), outcome])
  }

  /** A file of another album has come into the folder: it gets no cover any more, and nothing waits for one. */
  async #lookAtFolder(folder: string): Promise<void> {
    if (!this.#waitingForCover.has(folder)) return
    if (!(await wantsCover(folder, this.#albums, this.#run))) this.#tellFolder(folder)
  }

  #tellFolder(folder: string): void {
    for (const outcome of this.#waitingForCover.get(folder) ?? []) this.#announce(outcome)
    this.#waitingForCover.delete(folder)
  }

  #announce(outcome: KeptOutcome): void {
    this.#told.add(outcome.kept.path)
    this.#tell({ ...outcome, kept: this.#albums.lineOf(outcome.kept) })
  }
}
