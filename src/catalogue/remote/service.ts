import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Reason, reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { NAME_PARTS, type NamePart, VERSION } from '../format/layout.ts'
import { type Manifest, openByManifest } from '../format/manifest.ts'
import { isSegment } from '../format/part.ts'
import type { ShardAnswer } from '../shards/shard.ts'
import { openShardIndexes, type ShardIndex } from '../shards/shard-index.ts'
import { MalformedError } from './check.ts'
import { identify, MAX_ASK_BYTES, PROTOCOL, SERVICE } from './protocol.ts'
import { readAsks } from './read-asks.ts'
import { writeRecording } from './records.ts'

/** What a request is answered with. */
export interface ServiceAnswer {
  readonly status: 200 | 400 | 404 | 500
  readonly body: string | Uint8Array
}

interface Served {
  readonly folder: string
  readonly manifest: Manifest
  readonly indexes: readonly ShardIndex[]
}

/** Answers questions about catalogues and shards that lie in folders here; knows nothing of HTTP. */
export class CatalogueService implements Disposable {
  readonly #served = new Map<string, Served>()
  /** Recordings over all of them. */
  readonly tracks: number
  /** Of a question's body. */
  readonly maxBytes: number = MAX_ASK_BYTES

  /** `memory` as `CatalogueOptions` has it. Throws UserError when a folder holds no catalogue, or a damaged one. */
  constructor(folders: readonly string[], memory: number) {
    let left = memory
    let tracks = 0
    try {
      for (const folder of folders) {
        const memory = left
        const opened = openByManifest(folder, (manifest) => ({
          folder,
          manifest,
          indexes: openShardIndexes(folder, manifest, memory),
        }))
        this.#served.set(identify(opened.manifest), opened)
        for (const { resident } of opened.indexes) left = Math.max(0, left - resident)
        for (const each of opened.manifest.indexes) tracks += each.tracks
      }
    } catch (error) {
      this[Symbol.dispose]()
      throw error
    }
    this.tracks = tracks
  }

  /** What is served, as JSON. */
  describe(): ServiceAnswer {
    const catalogues = Array.from(this.#served.values(), ({ manifest }) => manifest)
    return answer(200, { service: SERVICE, protocol: PROTOCOL, version: VERSION, catalogues })
  }

  /** The answers to a request's questions; what is damaged or was not asked rightly is told as such. */
  ask(id: string, body: string): ServiceAnswer {
    const served = this.#served.get(id)
    if (!served) return refuse(404, reason('catalogue.ask-other-catalogue'))
    try {
      const answers = readAsks(body).map((ask) => {
        const index = served.indexes[ask.index]
        if (!index) throw new MalformedError('no such index')
        return forJson(index.answer(ask))
      })
      return answer(200, { answers })
    } catch (error) {
      if (error instanceof MalformedError || error instanceof RangeError)
        return refuse(400, reason('catalogue.ask-wrong'))
      // Which file it is in is told to nobody else: `songkeep catalogue info --verify` finds it.
      if (error instanceof UserError) return refuse(500, reason('catalogue.records-damaged'))
      throw error
    }
  }

  /** A file of the list of names. */
  names(id: string, file: string): ServiceAnswer {
    const served = this.#served.get(id)
    if (!served) return refuse(404, reason('catalogue.ask-other-catalogue'))
    const { names } = served.manifest
    const isNames = (Object.keys(NAME_PARTS) as NamePart[]).some((part) => isSegment(file, part))
    if (!names || !isNames) return refuse(404, reason('catalogue.ask-no-such-path'))
    try {
      return { status: 200, body: readFileSync(join(served.folder, names.build, file)) }
    } catch {
      return refuse(404, reason('catalogue.ask-no-such-path'))
    }
  }

  [Symbol.dispose](): void {
    for (const { indexes } of this.#served.values())
      for (const index of indexes) index[Symbol.dispose]()
    this.#served.clear()
  }
}

const answer = (status: ServiceAnswer['status'], value: object): ServiceAnswer => ({
  status,
  body: JSON.stringify(value),
})

const refuse = (status: ServiceAnswer['status'], why: Reason) => answer(status, { reason: why })

function forJson(found: ShardAnswer): object {
  switch (found.kind) {
    case 'search':
    case 'read':
      return {
        ...found,
        records: found.records.map(([track, recording]) => [track, writeRecording(recording)]),
      }
    case 'choose':
      return {
        ...found,
        chosen: found.chosen.map(([track, score, recording]) => [
          track,
          score,
          writeRecording(recording),
        ]),
      }
  }
}
