import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Http } from '../base/http/http.ts'
import type { MediaOptions } from '../model/media.ts'
import type { MediaLocation } from '../model/recording.ts'
import { chooseFile } from './choose-file.ts'

type Remote = Extract<MediaLocation, { kind: 'remote' }>

/** Fetches files for the time that something is made of them. */
export interface Fetcher {
  /** Of several files of one recording, the one that suits the asked format best. */
  fetch(media: Remote, options: MediaOptions, signal: AbortSignal): Promise<FetchedFile>
}

/** Deleted when it is disposed of; but where the run was stopped, it stays for the next one. */
export interface FetchedFile extends AsyncDisposable {
  readonly path: string
  /** The address it came from. */
  readonly fileUrl: string
  /** Sets a file aside of which nothing can be made, with the reason beside it. */
  quarantine(error: unknown): Promise<void>
}

/**
 * `folder` outlives the run: an interrupted download is continued. Broken files are moved to
 * its folder `quarantine`, for a person to look at.
 */
export function openFetcher(http: Http, folder: string): Fetcher {
  return {
    async fetch(media, options, signal) {
      const file = chooseFile(media.files, options)
      const { url, bytes, md5, sha1 } = file
      await mkdir(folder, { recursive: true })
      // Named by a hash of its address, so that nothing a server says becomes a path.
      const name = createHash('sha256').update(url).digest('hex')
      const path = join(folder, `${name}.${file.format}`)
      // An unfinished download never has this name: what is there was fetched whole, by a run that was stopped later.
      if (!existsSync(path)) await http.download({ url, to: path, bytes, md5, sha1 }, signal)
      const dispose = async () => {
        if (!signal.aborted) await rm(path, { force: true })
      }
      const quarantine = async (error: unknown) => {
        const place = join(folder, 'quarantine')
        const reason = error instanceof Error ? error.message : String(error)
        await mkdir(place, { recursive: true })
        await rename(path, join(place, `${name}.${file.format}`))
        await writeFile(join(place, `${name}.txt`), `${url}\n${reason}\n`)
      }
      return { path, fileUrl: url, quarantine, [Symbol.asyncDispose]: dispose }
    },
  }
}
