import { expect, test } from 'vitest'
import type { Settings } from '../../../src/api/contract.ts'
import { Settings as schema } from '../../../src/api/settings.ts'
import { keptLike } from '../../../web/parts/jobs/kept-like.ts'

const settings: Settings = schema.parse({ libraries: ['/new'], catalogues: [], into: '/other' })

test('a list of FLACs stays one, looked for in its folders and in those of today', () => {
  const asked = { format: 'flac', libraries: ['/old', '/new'] }
  expect(keptLike(settings, asked, '/keep')).toEqual({
    ...settings,
    into: '/keep',
    format: 'flac',
    libraries: ['/old', '/new'],
  })
})

test.each([undefined, {}, { libraries: 7 }])('%j says nothing of folders', (asked) => {
  expect(keptLike(settings, asked, '/keep')).toMatchObject({ libraries: ['/new'], into: '/keep' })
})
