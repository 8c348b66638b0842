import { describe, expect, it } from 'vitest'
import { webAddress, youtubeId } from '../../../web/parts/evidence/web-address.ts'

describe('webAddress', () => {
  it.each([
    ['https://example.org/a b', 'https://example.org/a%20b'],
    ['http://example.org', 'http://example.org/'],
    ['javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['https://you@example.org/', undefined],
    ['//example.org', undefined],
    ['', undefined],
    [`https://example.org/${'a'.repeat(5000)}`, undefined],
  ])('%s', (url, address) => {
    expect(webAddress(url)).toBe(address)
  })
})

describe('youtubeId', () => {
  it.each([
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3', 'dQw4w9WgXcQ'],
    ['https://music.youtube.com/watch?v=dQw4w9WgXcQ', 'dQw4w9WgXcQ'],
    ['https://youtu.be/dQw4w9WgXcQ', 'dQw4w9WgXcQ'],
    ['https://m.youtube.com/shorts/dQw4w9WgXcQ', 'dQw4w9WgXcQ'],
    ['https://www.youtube.com/@someone', undefined],
    ['https://www.youtube.com/watch?v=../../evil', undefined],
    ['https://youtube.com.example.org/watch?v=dQw4w9WgXcQ', undefined],
    ['https://notyoutube.com/watch?v=dQw4w9WgXcQ', undefined],
    ['javascript:youtube.com/watch?v=dQw4w9WgXcQ', undefined],
  ])('%s', (url, id) => {
    expect(youtubeId(url)).toBe(id)
  })
})
