import { expect, it } from 'vitest'
import { readRoute } from '../../web/address.ts'
import { guestRoute } from '../../web/shell/guest-route.ts'

const shown = (hash: string) => guestRoute(readRoute(hash))

it.each(['#/', '#/jobs', '#/jobs/17', '#/settings', '#/guide'])(
  '%s shows a guest the library',
  (hash) => {
    expect(shown(hash)).toEqual({ kind: 'library' })
  },
)

it('a guest looks at a list where others would decide', () => {
  expect(shown('#/library/a1/x/review')).toEqual(readRoute('#/library/a1/x'))
})

it.each(['#/library/a1', '#/library/a1/x', '#/library/a1/x/missing', '#/tail/a1', '#/nowhere'])(
  '%s shows a guest what it names',
  (hash) => {
    expect(shown(hash)).toEqual(readRoute(hash))
  },
)
