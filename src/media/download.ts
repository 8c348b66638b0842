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
  /** Of several files of one sound, the one that suits the asked format best. */
  fetch(media: Remote, options: MediaOptions, signal: AbortSignal): Promise<FetchedFile>
}

/** Disposed of, it is gone. Where the run was stopped before, the next one goes on from what is there. */
export interface FetchedFile extends AsyncDisposable {
  readonly path: string
  /** The address it came from. */
  readonly fileUrl: string
  /** Nothing can be made of it: it is set aside, with the reason beside it. */
  quarantine(error: unknown): Promise<void>
}

/**
 * `folder` outlives the run: a download that was cut off is gone on with. What turned out to be broken lies in
 * its `quarantine`, for a person to look at.
 */
export function openFetcher(http: Http, folder: string): Fetcher {
  return {
    async fetch(media, options, signal) {
      const file = chooseFile(media.files, options)
      const { url, bytes, md5, sha1 } = file
      await mkdir(folder, { recursive: true })
      // Named by its address alone: nothing of a server's words becomes a path.
      const name = createHash('sha256').update(url).digest('hex')
      const path = join(folder, `${name}.${file.format}`)
      // Nothing unfinished ever has this name: what is there was fetched by a run that was stopped later on.
      if (!existsSync(path))
        await http.download(
          {
            url,
            to: path,
            bytes,
            md5,
            sha1,
          },
          signal,
        )
      const leave = async () => {
        if (!signal.aborted) await rm(path, { force: true })
      }
      const quarantine = async (error: unknown) => {
        const place = join(folder, 'quarantine')
        const reason = error instanceof Error ? error.message : String(error)
        await mkdir(place, { recursive: true })
        await rename(path, join(place, `${name}.${file.format}`))
        await writeFile(join(place, `${name}.txt`), `${url}\n${reason}\n`)
      }
      return { path, fileUrl: url, quarantine, [Symbol.asyncDispose]: leave }
    },
  }
}
