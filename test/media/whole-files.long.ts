import { expect, test } from 'vitest'
import { openMedia } from '../../src/media/media.ts'
import { sizeOf } from '../support/size.ts'
import { describeEncoders, openStudio } from './studio.ts'
import { kinds, tryKind } from './whole-kinds.ts'

describeEncoders('a whole file is kept in every format', (kind) => {
  const studio = openStudio(kind)
  const formats = ['mp3', 'flac', 'opus', 'm4a', 'ogg', 'keep'] as const

  test.each(kinds.map((one, at) => [one.name, one, at] as const))('%s', async (_, one, at) => {
    // Of the formats each third, for each kind others.
    const some = formats.filter((_, place) => (place + at) % sizeOf(3, 1) === 0)
    await using media = await openMedia({ ffmpeg: kind, width: 2, workDir: studio.path('work') })
    expect(await tryKind(one, studio, media, some)).toEqual([])
  })
})
