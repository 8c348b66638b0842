import type { ByteSource } from '../read/file-bytes.ts'
import { MAX_PAGE_BYTES, type OggPage, readPage } from './ogg-pages.ts'

const WINDOW_BYTES = 4 * MAX_PAGE_BYTES

/** The pages from this place on, as long as one follows the other. */
export async function* pagesFrom(file: ByteSource, from: number): AsyncGenerator<OggPage> {
  let at = from
  let window: Buffer = Buffer.of()
  for (let start = at; at < file.size; ) {
    let page = readPage(window.subarray(at - start))
    if (!page) {
      start = at
      window = await file.read(at, WINDOW_BYTES)
      page = readPage(window)
    }
    if (!page) return
    at += page.bytes.length
    yield page
  }
}
