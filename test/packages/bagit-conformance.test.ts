import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { validateBag } from '../../src/packages/bagit/validate/validate-bag.ts'
import { isError } from '../../src/packages/fault.ts'
import { describeShared } from '../support/shared.ts'
import { unpackShared } from './support/unpacked.ts'

const archive = 'bagit-conformance.tar.gz'

/** What each bag of the suite is wrong in; the digests of two of them are wrong too, as the suite has them. */
const bags: readonly [name: string, codes: readonly string[]][] = [
  ['valid/basicBag', []],
  ['invalid/bagit-with-invalid-whitespace', ['bag.declaration-malformed']],
  ['invalid/notAllManifestsListAllFiles', ['bag.file-not-listed']],
  [
    'invalid/same-filename-listed-twice-with-different-hashes',
    ['bag.declaration-malformed', 'bag.digest-differs', 'bag.path-listed-twice'],
  ],
  [
    'invalid/same-filename-listed-twice-with-the-same-hash',
    ['bag.digest-differs', 'bag.path-listed-twice'],
  ],
]

describeShared('the conformance suite', `data/preservation/${archive}`, () => {
  let root = ''
  beforeAll(async () => {
    root = join(await unpackShared(archive), 'bagit-conformance/v1.0')
  })

  test.each(bags)('%s', async (name, codes) => {
    const faults = await validateBag(join(root, name))
    const found = faults.filter(isError).map(({ reason }) => reason.code)
    expect([...new Set(found)].toSorted()).toEqual(codes)
  })
})
