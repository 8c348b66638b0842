import { expect, test } from 'vitest'
import { openMedia } from '../../src/media/media.ts'
import { describeEncoders, openStudio } from './studio.ts'
import { kinds, tryKind } from './whole-kinds.ts'

describeEncoders('a whole file is kept in every format', (kind) => {
  const studio = openStudio(kind)
  const formats = ['mp3', 'flac', 'opus', 'm4a', 'ogg', 'keep'] as const

  test.each(kinds)('$name', async (one) => {
    await using media = await openMedia({ ffmpeg: kind, width: 2, workDir: studio.path('work') })
    expect(await tryKind(one, studio, media, formats)).toEqual([])
  })
})
