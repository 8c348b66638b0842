import {
  closeSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readSync,
  writeSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { Excerpt } from '../../base/process/excerpt.ts'
import { asStorageError } from '../../base/storage.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'

/** The part of @ffmpeg/core that is used; it ships no types. */
interface Core {
  readonly FS: FileSystem
  exec(...args: string[]): number
  setLogger(log: (line: { readonly message: string }) => void): void
}

type CreateCore = (options: {
  instantiateWasm(
    imports: WebAssembly.Imports,
    ready: (instance: WebAssembly.Instance) => void,
  ): WebAssembly.Exports
}) => Promise<Core>

/** The part of Emscripten's file system that is used: https://emscripten.org/docs/api_reference/Filesystem-API.html */
interface FileSystem {
  readonly ErrnoError: new (errno: number) => Error
  writeFile(path: string, data: string): void
  lookupPath(path: string): { readonly node: FileNode }
  getStream(fd: number): { stream_ops: object }
}

interface FileNode {
  node_ops: {
    getattr(node: FileNode): { size: number }
    setattr(node: FileNode, attributes: { readonly size?: number }): void
  }
  stream_ops: object
}

const EINVAL = 28
const EROFS = 69
const PAGE = 64 * 1024
/** WebAssembly memory that one job may have. */
const MAX_MEMORY_BYTES = 384 * 1024 * 1024

const require = createRequire(import.meta.url)
let compiled: Promise<WebAssembly.Module> | undefined

/**
 * Runs FFmpeg's WebAssembly build with one file to read and those to write; it can reach no other.
 * Bytes go straight between the files and WebAssembly memory, so that memory does not grow with a file's size.
 * `skip` sees every line of the log first.
 */
export async function runWasm(
  command: (input: string, outputs: readonly string[]) => readonly string[],
  input: string,
  outputs: readonly string[],
  skip: (line: string) => boolean = () => false,
): Promise<{ readonly code: number; readonly log: string }> {
  compiled ??= WebAssembly.compile(readFileSync(require.resolve('@ffmpeg/core/wasm')))
  const core = await createInstance(await compiled)
  const log = new Excerpt(undefined, skip)
  captureLog(core, log)
  const opened: number[] = []
  const mount = (path: string, file: string, mode: 'read' | 'write') => {
    const fd = openSync(file, mode === 'read' ? 'r' : 'w+')
    opened.push(fd)
    mountFile(core.FS, path, fd, mode)
    return path
  }
  try {
    const from = mount('/input', input, 'read')
    const to = outputs.map((output, i) => mount(`/output${i}`, output, 'write'))
    const code = execute(core, command(from, to))
    log.end()
    return { code, log: log.text }
  } finally {
    for (const fd of opened) closeSync(fd)
  }
}

/** Takes standard error in pieces, as it is written: Emscripten's own device takes one byte at a time. */
function captureLog(core: Core, log: Excerpt) {
  const { stream_ops } = core.FS.getStream(2)
  core.FS.getStream(2).stream_ops = {
    ...stream_ops,
    write(_: unknown, from: Int8Array, offset: number, length: number) {
      log.write(Buffer.from(from.buffer, from.byteOffset + offset, length))
      return length
    },
  }
  // What the loader itself logs.
  core.setLogger(({ message }) => log.add(`${message}\n`))
}

/** A fresh instance for each job: FFmpeg leaves its memory in disorder (one used again crashed at run 66). */
async function createInstance(module: WebAssembly.Module): Promise<Core> {
  // The loader expects a browser's worker.
  Object.assign(globalThis, { self: { location: { href: import.meta.url } } })
  const createCore: CreateCore = require('@ffmpeg/core')
  return await createCore({
    instantiateWasm(imports, ready) {
      const instance = new WebAssembly.Instance(module, imports)
      for (const value of Object.values(instance.exports))
        if (value instanceof WebAssembly.Memory) limitMemory(value)
      ready(instance)
      return instance.exports
    },
  })
}

/** Errors of the files' own system pass through; any other is a trap inside WebAssembly. */
function execute(core: Core, args: readonly string[]): number {
  try {
    return core.exec(...args)
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw asStorageError(error)
    const detail = error instanceof Error ? error.message : String(error)
    throw new UserError(reason('media.ffmpeg-crashed', { detail }), undefined, { cause: error })
  }
}

/** Where `grow` throws, Emscripten takes it that there is no more memory, and malloc returns 0. */
function limitMemory(memory: WebAssembly.Memory) {
  const grow = memory.grow.bind(memory)
  memory.grow = (pages) => {
    if (memory.buffer.byteLength + pages * PAGE > MAX_MEMORY_BYTES)
      throw new RangeError('too much memory')
    return grow(pages)
  }
}

/** Lets the path stand for an open file: an empty file in memory whose operations are replaced. */
function mountFile(fs: FileSystem, path: string, fd: number, mode: 'read' | 'write') {
  fs.writeFile(path, '')
  const { node } = fs.lookupPath(path)
  const { getattr } = node.node_ops
  const size = () => fstatSync(fd).size
  const refuse = () => {
    throw new fs.ErrnoError(EROFS)
  }
  node.node_ops = {
    ...node.node_ops,
    getattr: (of) => ({ ...getattr(of), size: size() }),
    setattr: (_, { size }) => {
      if (size === undefined) return
      if (mode === 'read') refuse()
      ftruncateSync(fd, size)
    },
  }
  node.stream_ops = {
    llseek(stream: { readonly position: number }, offset: number, whence: number) {
      const from = whence === 1 ? stream.position : whence === 2 ? size() : 0
      if (from + offset < 0) throw new fs.ErrnoError(EINVAL)
      return from + offset
    },
    read: (_: unknown, to: Int8Array, offset: number, length: number, position: number) =>
      readSync(fd, to, offset, length, position),
    write: (_: unknown, from: Int8Array, offset: number, length: number, position: number) =>
      mode === 'read' ? refuse() : writeSync(fd, from, offset, length, position),
  }
}
