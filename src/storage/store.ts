/**
 * Bytes by key. A key is a relative path with `/` between its parts, as `checkKey` takes it. Whatever a method writes is
 * there whole or not at all, and agrees with the digest that was promised of it. Each method throws StorageError where
 * the place cannot take or give more, UnavailableError where nothing answers, or the signal's reason.
 */
export interface Store extends ReadablePlace {
  /** What the place can do; found out before the first write, by trying. */
  capabilities(signal: AbortSignal): Promise<Capabilities>
  /** Puts the bytes under the key; what was there is replaced. Throws DigestMismatchError, and puts nothing, where they are others than was promised. */
  put(key: string, source: StoreSource, options: StoreOptions): Promise<void>
  /**
   * Puts the bytes where nothing has the key yet. `stored`: the key has these bytes now; `taken`: it has others.
   * For what is small and written once: records that are numbered, or named by their digests. UserError where the
   * place knows no conditions.
   */
  putIfAbsent(key: string, data: Uint8Array, options: StoreOptions): Promise<'stored' | 'taken'>
  /** Undefined where nothing has the key. */
  head(key: string, signal: AbortSignal): Promise<StoredObject | undefined>
  /**
   * An address at which whoever has it may read this one object, by GET, until it expires. Only where the place can give
   * one. It is made without asking the place, and says nothing of whether the object is there.
   */
  presign?(key: string, options: SignedAddressOptions): Promise<string>
  /** All keys that begin so, in no particular order. Names that are no keys are listed too: they are somebody else's. */
  list(prefix: string, signal: AbortSignal): AsyncIterable<StoredObject>
  /** Gives the bytes another key that nothing has yet. */
  move(from: string, to: string, signal: AbortSignal): Promise<void>
  /** Does nothing where nothing has the key. */
  delete(key: string, signal: AbortSignal): Promise<void>
  /** Removes what killed runs have left unfinished of the keys that `isOurs` names; nobody else may be writing there. */
  sweep(isOurs: (key: string) => boolean, signal: AbortSignal): Promise<void>
}

/** Where bytes can be read by key, if nothing more. */
export interface ReadablePlace extends AsyncDisposable {
  /** How the place is told to the user: a folder, `s3://bucket/prefix`, or a web server's address. */
  readonly name: string
  /** The bytes, or a range of them, in their order; throws NoSuchKeyError. Nothing vouches for them but their digest. */
  get(key: string, options: GetOptions): AsyncIterable<Uint8Array>
}

export interface Capabilities {
  /** A write where nothing has the key yet is one step: of two who try, one is refused. */
  readonly conditionalWrites: boolean
  /** Bytes that arrive damaged are refused by the place itself. */
  readonly checksDigests: boolean
}

/** What is to be stored, with the SHA-256 (lower-case hexadecimal) that is recorded of it. */
export interface StoreSource {
  readonly from: FileSource | Uint8Array
  readonly bytes: number
  readonly sha256: string
}

/** An absolute path, read without following a link at its end. */
export interface FileSource {
  readonly path: string
}

export interface StoreOptions {
  readonly signal: AbortSignal
  /** Told of each piece as it goes out; the next one waits for it. */
  readonly onBytes?: (bytes: number) => Promise<void> | void
}

export interface GetOptions extends StoreOptions {
  /** First byte, and the one behind the last; all of it unless said. */
  readonly range?: { readonly start: number; readonly end: number }
}

export interface SignedAddressOptions {
  /** Seconds, at most a week (S3). */
  readonly expiresInS: number
  /** What the answer's headers are to say. */
  readonly contentType?: string
  readonly contentDisposition?: string
}

export interface StoredObject {
  readonly key: string
  readonly bytes: number
  /** ISO 8601, UTC. */
  readonly modified: string
  /** As whoever put it there has promised, where the place remembers it. It does not say that the bytes are still so. */
  readonly sha256?: string
}
