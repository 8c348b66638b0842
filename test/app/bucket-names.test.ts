import { expect, test } from 'vitest'
import { wholeName } from '../../src/app/archives/bucket/named.ts'
import { prefixesAbove, readTarget } from '../../src/app/archives/copies/target.ts'
import { requireArchive, requireFolder } from '../../src/app/archives/require-archive.ts'

test.each(['s3:', 's3:/bucket/keep', 's3:keep', 's3://', 'https://example.org/keep'])(
  'a folder is never called %s',
  (named) => {
    const outFolder = () => requireFolder(named)
    expect(outFolder).toThrow(
      expect.objectContaining({ reason: expect.objectContaining({ code: 'archive.no-folder' }) }),
    )
    const target = () => readTarget(named)
    expect(target).toThrow(
      expect.objectContaining({
        reason: expect.objectContaining({ code: 'preserve.wrong-target' }),
      }),
    )
  },
)

test('what needs a folder says of a bucket that it is one', async () => {
  await expect(requireArchive('s3://bucket/keep')).rejects.toMatchObject({
    reason: { code: 'archive.not-in-bucket' },
    advice: { code: 'archive.fetch-first' },
  })
})

test('a bucket is called the same however it is written', () => {
  expect(['s3://bucket/keep', 'S3://bucket/keep/', 's3://bucket/keep//'].map(wholeName)).toEqual(
    Array.from({ length: 3 }, () => 's3://bucket/keep'),
  )
})

test('an archive lies in every prefix above its own, and in the whole bucket', () => {
  expect(prefixesAbove('a/b/c')).toEqual(['a/b', 'a', ''])
  expect(prefixesAbove('')).toEqual([])
})

test.each(['localhost:9000', 'https://host/path', 'https://user:secret@host', 'ftp://host'])(
  'a server for S3 is never called %s, and it is not repeated',
  (endpoint) => {
    const read = () => readTarget('s3://bucket', endpoint)
    expect(read).toThrow(
      expect.objectContaining({ reason: { code: 'preserve.wrong-endpoint', params: {} } }),
    )
  },
)
