export interface StoredFile {
  /** Absolute. */
  readonly path: string
  readonly bytes: number
  /** A media type. */
  readonly type: string
  /** Changes whenever the content does. */
  readonly etag: string
}

/** A kept file that lies in a copy elsewhere. */
export interface RemoteFile {
  /** Its own, without folders. */
  readonly name: string
  readonly bytes: number
  /** A media type. */
  readonly type: string
  /** Changes whenever the content does. */
  readonly etag: string
  /**
   * Makes an address at which whoever has it may read this file, and nothing else, for ten minutes. Absent where browsers
   * cannot reach the place; undefined where it cannot be had just now.
   */
  readonly address?: (contentDisposition: string) => Promise<string | undefined>
  /** Its bytes from `start` to before `end`. Nothing vouches for a part of a file but its place. */
  read(
    range: { readonly start: number; readonly end: number },
    signal: AbortSignal,
  ): AsyncIterable<Uint8Array>
}

/** A picture that is read when it is sent, and not before. */
export interface StoredPicture {
  /** Changes whenever the picture may have. */
  readonly etag: string
  /** Undefined where there is none, or none that a browser should be shown. */
  read(): Promise<PictureBytes | undefined>
}

export interface PictureBytes {
  readonly type: 'image/jpeg' | 'image/png'
  readonly bytes: Uint8Array
}

/** A file here, or one of a bucket. */
export type ZipMember = { readonly name: string } & (
  | { /** Absolute. */ readonly path: string }
  | {
      /** Undefined where it is not there, or the bucket cannot be reached. */
      find(signal: AbortSignal): Promise<RemoteFile | undefined>
    }
)
