import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Chromaprint } from '@unimusic/chromaprint/dist/chromaprint.js'

/** `CHROMAPRINT_ALGORITHM_DEFAULT`, which people count as the second. */
const algorithm = 1
/** What Chromaprint works on: `chromaprint_get_sample_rate`, and one channel. */
const sampleRate = 11_025
/** Less has too few frames for a fingerprint, or one that says nothing. */
const MIN_SECONDS = 3

let loaded: Promise<Chromaprint> | undefined

/** Loads Chromaprint, whose build expects a browser's worker. */
async function load(): Promise<Chromaprint> {
  Object.assign(globalThis, { WorkerGlobalScope: Object })
  const { default: create } = await import('@unimusic/chromaprint/dist/chromaprint.js')
  const path = createRequire(import.meta.url).resolve('@unimusic/chromaprint/dist/chromaprint.wasm')
  return await create({ wasmBinary: readFileSync(path) })
}

/**
 * A fingerprint as AcoustID takes it, compressed and in base64. Takes 16-bit samples, mono at
 * 11,025 Hz, little-endian; nothing comes of less than three seconds. It sets a global variable, so call it in a worker.
 */
export async function fingerprintPcm(pcm: Uint8Array): Promise<string | undefined> {
  const count = pcm.length >> 1
  if (count < MIN_SECONDS * sampleRate) return undefined
  loaded ??= load()
  const c = await loaded
  const samples = c._malloc(count * 2)
  const answer = c._malloc(4)
  const context = c._chromaprint_new(algorithm)
  try {
    // As WebAssembly's memory is little-endian as well, wherever it runs.
    new Uint8Array(c.HEAP16.buffer, samples).set(pcm.subarray(0, count * 2))
    const done =
      c._chromaprint_start(context, sampleRate, 1) &&
      c._chromaprint_feed(context, samples, count) &&
      c._chromaprint_finish(context) &&
      c._chromaprint_get_fingerprint(context, answer)
    if (!done) throw new Error('Chromaprint failed')
    const text = c.HEAP32[answer / 4] ?? 0
    const code = c.UTF8ToString(text)
    c._free(text)
    return code
  } finally {
    c._chromaprint_free(context)
    c._free(samples)
    c._free(answer)
  }
}
