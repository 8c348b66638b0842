import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Shape } from '../shape.ts'

const require = createRequire(import.meta.url)

/** The types of the compiler's library know the asynchronous way alone. */
const { Module, Instance } = WebAssembly as unknown as {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object) => { readonly exports: Exports }
}

/** What the library's WebAssembly offers; each function returns 0 where it did its work. */
interface Exports {
  readonly memory: WebAssembly.Memory
  encode(shards: number, bytes: number, data: number, parity: number): number
  reconstruct(
    shards: number,
    bytes: number,
    data: number,
    parity: number,
    available: number,
    count: number,
  ): number
  __wbindgen_malloc(bytes: number): number
  __wbindgen_free(at: number, bytes: number): void
}

/**
 * The library's own wrapper frees the list of available shards a second time after `reconstruct`, which takes it over:
 * from the second call on it answers nonsense. So its WebAssembly is called here.
 */
let loaded: Exports | undefined
function load(): Exports {
  if (loaded) return loaded
  const file = require.resolve('@digitaldefiance/reed-solomon-erasure.wasm/wasm')
  loaded = new Instance(new Module(readFileSync(file))).exports
  return loaded
}

/** Fills the parity shards, which lie behind the data shards, all of one length. */
export function encode(shards: Uint8Array, { data, parity }: Shape): void {
  const wasm = load()
  const size = shards.length / (data + parity)
  const isParity = (shard: number) => shard >= data
  within(shards, size, isParity, (at) => {
    const result = wasm.encode(at, shards.length, data, parity)
    if (result !== 0) throw new Error(`Reed-Solomon encoding failed: ${result}`)
  })
}

/**
 * Computes the data shards that are not available, in place; parity shards stay as they are. False where too many are
 * missing.
 */
export function reconstruct(
  shards: Uint8Array,
  { data, parity }: Shape,
  available: readonly boolean[],
): boolean {
  if (available.filter(Boolean).length < data) return false
  const wasm = load()
  const size = shards.length / (data + parity)
  const isLost = (shard: number) => shard < data && !available[shard]
  within(shards, size, isLost, (at) => {
    const flags = wasm.__wbindgen_malloc(available.length)
    memoryAt(flags, available.length).set(available.map(Number))
    const result = wasm.reconstruct(at, shards.length, data, parity, flags, available.length)
    if (result !== 0) throw new Error(`Reed-Solomon reconstruction failed: ${result}`)
  })
  return true
}

/** How much of each data shard goes into each parity shard: a row for each of these, as the library has it. */
export function matrixOf(shape: Shape): readonly Uint8Array[] {
  const { data, parity } = shape
  // Each shard alone, at a place of its own: in one call, as the library makes its matrix anew for each.
  const shards = new Uint8Array((data + parity) * data)
  for (let shard = 0; shard < data; shard++) shards[shard * data + shard] = 1
  encode(shards, shape)
  return Array.from({ length: parity }, (_, at) =>
    shards.slice((data + at) * data, (data + at + 1) * data),
  )
}

/** Works on the shards in the library's memory, and brings back those that are new. */
function within(
  shards: Uint8Array,
  size: number,
  isNew: (shard: number) => boolean,
  work: (at: number) => void,
) {
  const wasm = load()
  const at = wasm.__wbindgen_malloc(shards.length)
  try {
    memoryAt(at, shards.length).set(shards)
    work(at)
    for (let shard = 0; shard * size < shards.length; shard++)
      if (isNew(shard)) shards.set(memoryAt(at + shard * size, size), shard * size)
  } finally {
    wasm.__wbindgen_free(at, shards.length)
  }
}

/** Its memory may have moved since the last call. */
const memoryAt = (at: number, bytes: number) => new Uint8Array(load().memory.buffer, at, bytes)
