/** What is used of Chromaprint's WebAssembly build; its own types are for the wrapper around it, made for browsers. */
declare module '@unimusic/chromaprint/dist/chromaprint.js' {
  export interface Chromaprint {
    readonly HEAP16: Int16Array
    readonly HEAP32: Int32Array
    UTF8ToString(pointer: number): string
    _malloc(bytes: number): number
    _free(pointer: number): void
    _chromaprint_new(algorithm: number): number
    _chromaprint_free(context: number): void
    _chromaprint_start(context: number, sampleRate: number, channels: number): number
    _chromaprint_feed(context: number, samples: number, count: number): number
    _chromaprint_finish(context: number): number
    _chromaprint_get_fingerprint(context: number, pointer: number): number
  }
  // biome-ignore lint/style/noDefaultExport: it is the library's.
  export default function createChromaprint(options: {
    readonly wasmBinary: Uint8Array
  }): Promise<Chromaprint>
}
