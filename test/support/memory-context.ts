import { stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Job, JobRequest, RunEntry } from '../../src/api/contract.ts'
import { Settings } from '../../src/api/settings.ts'
import type { StoredFile, ZipMember } from '../../src/app/archives/files/sendable.ts'
import type { View } from '../../src/app/backups/row-view.ts'
import type { Context } from '../../src/app/context.ts'
import { textReason } from '../../src/model/reason.ts'
import { UserError } from '../../src/words/user-error.ts'

const settings = Settings.parse({ offline: true })

export interface Memory {
  readonly context: Context
  /** Puts a job on the list, or changes it. */
  putJob(id: string, change?: Partial<Job>): Job
  /** Changes entries of a job, by key, and tells whoever watches. */
  putEntries(id: string, keys: readonly string[], text?: string): void
  /** Forgets a job with its entries. */
  drop(id: string): void
  /** What `doctor` is asked to do next. */
  examine: Context['examine']
  /** What a playlist's zip is made of. */
  members: readonly ZipMember[]
  /** Uploads of which something has come; those that have come whole, by name; and how others ended. */
  readonly begun: string[]
  readonly received: Map<string, number>
  readonly broken: unknown[]
  readonly written: unknown[]
  readonly owners: string[]
}

/** All that a server stands on, in memory but for files, which lie in `dir`; uploads may have 1 MB. */
export function openMemory(dir: string): Memory {
  const jobs = new Map<string, Job>()
  const entries = new Map<string, Map<string, { readonly seq: number; readonly entry: RunEntry }>>()
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const require = (id: string) => {
    const job = jobs.get(id)
    if (!job) throw new UserError('There is no such job any more.')
    return job
  }
  const entriesAfter = async (id: string, seq: number, max: number) => {
    require(id)
    const changed = [...(entries.get(id)?.values() ?? [])].filter((each) => each.seq > seq)
    const batch = changed.toSorted((a, b) => a.seq - b.seq).slice(0, max)
    return { seq: batch.at(-1)?.seq ?? seq, entries: batch.map(({ entry }) => entry) }
  }
  const view: View = {
    snapshot: async () => ({ seq: 0, entries: [] }),
    details: async (key) => ({ key, candidates: [] }),
    audio: async (_, candidate) => await describe(join(dir, `${candidate}.wav`)),
    cover: async () => noPicture,
    decide: async () => {
      throw new UserError('There is nothing to decide.')
    },
    takeBack: async () => {
      throw new UserError('There is nothing to take back.')
    },
    search: async () => ({ search: 'none', candidates: [], told: [] }),
    foundAudio: async () => {
      throw new UserError('There is nothing to hear.')
    },
  }
  const memory: Memory = {
    examine: async () => [],
    members: [],
    begun: [],
    received: new Map(),
    broken: [],
    written: [],
    owners: [],
    putJob(id, change = {}) {
      const job = { ...(jobs.get(id) ?? makeJob(id)), ...change }
      jobs.set(id, job)
      tell()
      return job
    },
    putEntries(id, keys, text = 'changed') {
      const known = entries.get(id) ?? new Map()
      let { seq } = require(id)
      for (const key of keys)
        known.set(key, {
          seq: ++seq,
          entry: { kind: 'remark', key, text: textReason(text) } satisfies RunEntry,
        })
      entries.set(id, known)
      memory.putJob(id, { seq })
    },
    drop(id) {
      jobs.delete(id)
      entries.delete(id)
      tell()
    },
    context: {
      version: '1.2.3',
      mediaHosts: ['https://archive.example'],
      operations: { readiness: async () => [], stop() {} },
      bucketHosts: [],
      askServices: async () => [],
      settings: {
        read: async () => ({ settings, keys: [] }),
        write: async (given, keys) => {
          memory.written.push({ given, keys })
          return { settings: given, keys: [] }
        },
      },
      spotify: {
        read: async () => ({ isLoggedIn: false }),
        begin: async () => ({ isLoggedIn: false }),
        answer: async () => {
          throw new UserError('No login waits.')
        },
        logOut: async () => ({ isLoggedIn: false }),
        playlists: async () => [],
      },
      uploads: {
        async receive(name, bytes, signal) {
          let size = 0
          try {
            for await (const piece of bytes) {
              signal.throwIfAborted()
              if (size === 0) memory.begun.push(name)
              size += piece.length
              if (size > 2 ** 20) throw new UserError('This is larger than 1 MB.')
            }
          } catch (error) {
            memory.broken.push(error)
            throw error
          }
          memory.received.set(name, size)
          return { id: 'upload-1', name, bytes: size }
        },
      },
      jobs: {
        list: async () => [...jobs.values()].reverse(),
        find: async (id) => jobs.get(id),
        async add(order, owner) {
          memory.owners.push(owner)
          return memory.putJob(`job-${jobs.size + 1}`, { order })
        },
        pause: async (id) => memory.putJob(require(id).id, { state: 'paused' }),
        resume: async (id) => memory.putJob(require(id).id, { state: 'running' }),
        cancel: async (id) => memory.putJob(require(id).id, { state: 'cancelled' }),
        async again(id, owner) {
          memory.owners.push(owner)
          return memory.putJob(`job-${jobs.size + 1}`, { order: require(id).order })
        },
        async forget(id) {
          if (require(id).state === 'running') throw new UserError('This job has not ended yet.')
          memory.drop(id)
        },
        entriesAfter,
        watch(listener) {
          listeners.add(listener)
          return { [Symbol.dispose]: () => void listeners.delete(listener) }
        },
        view: async (id) => {
          const { seq } = require(id)
          const all = () => entriesAfter(id, 0, Number.MAX_SAFE_INTEGER)
          return { ...view, snapshot: async () => ({ seq, entries: (await all()).entries }) }
        },
      },
      archives: {
        list: async () => [],
        read: async () => {
          throw new UserError('There is no such archive.')
        },
        history: async () => [],
        tail: async () => {
          throw new UserError('There is no such archive.')
        },
        copies: async () => {
          throw new UserError('There is no such archive.')
        },
        rename: async (_, __, name) => name,
        export: async (_, folder, as) => ({
          name: `${folder}.${as}`,
          type: 'text/plain; charset=utf-8',
          text: 'one\ntwo\n',
        }),
        openFile: (_, path) => describe(join(dir, path)),
        findCopy: async () => undefined,
        cover: async () => noPicture,
        openFolder: async () => {},
        missing: async (_, name) => ({ name, tracks: 0, missing: [] }),
        missingTable: async (_, name) => ({ name, text: '' }),
        listFiles: async () => memory.members,
        view: async () => view,
      },
      measureTail: refuseArchive,
      lists: {
        planRemoval: refuseArchive,
        remove: refuseArchive,
        merge: refuseArchive,
        trashed: refuseArchive,
        restore: refuseArchive,
        forget: refuseArchive,
        show: refuseArchive,
      },
      examine: () => memory.examine(),
      listFolder: async (path = dir) => ({
        path,
        folders: [],
        isArchive: false,
        isCatalogue: false,
      }),
      findUsualFolders: async () => ({}),
      preview: async () => ({ inputs: [], staged: '', lists: [], refused: [] }),
      previewAgain: async () => [],
      findLists: async () => [],
      async [Symbol.asyncDispose]() {},
    },
  }
  return memory
}

const refuseArchive = async () => {
  throw new UserError('There is no such archive.')
}

const noPicture = { etag: 'none', read: async () => undefined }

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
}

async function describe(path: string): Promise<StoredFile> {
  const found = await stat(path).catch(() => undefined)
  if (!found) throw new UserError('There is no such file.')
  const etag = `${found.size}-${found.mtimeMs}`
  return { path, bytes: found.size, type: types[extname(path)] ?? 'text/plain', etag }
}

function makeJob(id: string): Job {
  const order: JobRequest = { kind: 'verify', into: '/keep' }
  const counts = { done: 0, total: 0, counts: {}, seq: 0 }
  const createdAt = '2026-11-21T12:00:00.000Z'
  return { id, order, title: id, state: 'running', by: 'page', createdAt, ...counts }
}
