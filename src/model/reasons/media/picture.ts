import type { None } from '../none.ts'

/** What became of pictures: a cover of an odd kind is no reason to refuse the sound. */
export interface PictureNotes {
  /** `from` is the kind's name: `WebP`. */
  'media.picture-converted': { readonly from: string }
  'media.picture-mended': None
  'media.picture-made-smaller': { readonly from: PictureSize; readonly to: PictureSize }
  'media.picture-misdescribed': None
  'media.picture-empty': None
  'media.picture-too-large': { readonly bytes: number }
  'media.picture-unknown': None
  /** `kind` is its name: `HEIC`. */
  'media.picture-undecodable': { readonly kind: string }
  /** `name` is the picture's. */
  'media.folder-cover-of-several-albums': { readonly name: string }
}

/** Pixels, and the size as a file. */
interface PictureSize {
  readonly width: number
  readonly height: number
  readonly bytes: number
}
