import { describe, expect, it } from 'vitest'
import { BackupJobRequest } from '../../../../src/api/jobs.ts'
import { Settings } from '../../../../src/api/settings.ts'
import { completeRequest } from '../../../../src/model/backup/request.ts'
import { tidySettings } from '../../../../web/parts/fields/tidy-settings.ts'
import { type Plan, requestOf } from '../../../../web/views/start/plan/request.ts'
import { selectLists } from '../../../../web/views/start/preview/list-selection.ts'

const settings = Settings.parse({ libraries: ['/music'], into: ' /keep ', names: '' })
const plan: Plan = { settings, order: 'playlist', once: {} }
const inputs = [{ kind: 'link' as const, link: 'spotify:playlist:1' }]

describe('an order of the page', () => {
  it('says what was chosen, and nothing else', () => {
    const order = requestOf(plan, inputs, undefined, false)
    expect(order).toEqual({
      ...completeRequest({ inputs: [], into: '/keep', libraries: ['/music'] }),
      kind: 'backup',
      inputs,
    })
    expect(BackupJobRequest.strict().parse(order)).toEqual(order)
  })

  it('says all that may be said', () => {
    const all: Plan = {
      settings: { ...settings, names: '{title}', cover: true, publicPage: true, offline: true },
      order: 'plays',
      once: { prune: true, replace: true },
    }
    const order = requestOf(all, inputs, ['One'], true)
    expect(order).toMatchObject({
      names: '{title}',
      only: ['One'],
      order: 'plays',
      prune: true,
      replace: true,
      cover: true,
      offline: true,
      publicPage: true,
      dryRun: true,
    })
    expect(BackupJobRequest.strict().parse(order)).toEqual(order)
  })

  it('keeps settings that the server takes', () => {
    expect(tidySettings({ ...settings, into: '  ' }).into).toBeUndefined()
    expect(Settings.safeParse(tidySettings({ ...settings, into: '' })).success).toBe(true)
  })
})

const list = (name: string, tracks: number) => ({
  name,
  tracks,
  format: 'csv',
  durationMs: 0,
  partial: false,
  leftOut: [],
  notes: [],
  first: [],
})

describe('what is chosen of several playlists', () => {
  const lists = [list('One', 10), list('Two', 5), list('One', 1)]

  it('is all of them at first', () => {
    expect(selectLists(lists, new Set())).toEqual({ lists, only: undefined, tracks: 16 })
  })

  it('goes by name', () => {
    const { only, tracks } = selectLists(lists, new Set(['Two']))
    expect(only).toEqual(['One'])
    expect(tracks).toBe(11)
    expect(selectLists(lists, new Set(['One', 'Two'])).lists).toEqual([])
  })
})
