import { expect, onTestFinished, test } from 'vitest'
import type { JobRequest } from '../../../src/api/contract.ts'
import { Settings } from '../../../src/api/settings.ts'
import { Nightly } from '../../../src/app/jobs/nightly.ts'

/** The scheduler over settings that the test changes, with what it has asked for. */
function open(state: { nightly: string[]; refuse?: boolean }) {
  const added: JobRequest[] = []
  const told: unknown[] = []
  let now = new Date(2026, 0, 1, 1)
  const nightly = new Nightly({
    now: () => now,
    settings: {
      read: async () => ({ settings: Settings.parse({ nightly: state.nightly }), keys: [] }),
    },
    jobs: {
      async add(request) {
        if (state.refuse) throw new Error('refused')
        added.push(request)
        return undefined as never
      },
    },
    log: (error) => told.push(error),
  })
  onTestFinished(() => nightly[Symbol.dispose]())
  const at = async (day: number, hour: number, minute = 0) => {
    now = new Date(2026, 0, day, hour, minute)
    await nightly.check()
  }
  return { added, told, at, taken: () => added.splice(0).map(({ into }) => into) }
}

test('an archive is brought up to date once a night, from the night after it was named', async () => {
  const state = { nightly: [] as string[] }
  const { at, taken } = open(state)
  await at(1, 12)
  state.nightly = ['/keep', '/other']
  await at(1, 15)
  await at(1, 23, 59)
  expect(taken()).toEqual([])
  await at(2, 3, 1)
  expect(taken()).toEqual(['/keep', '/other'])
  await at(2, 3, 6)
  await at(2, 23)
  expect(taken()).toEqual([])
  state.nightly = ['/other']
  await at(3, 3)
  expect(taken()).toEqual(['/other'])
})

test('a machine that slept for days does it once when it wakes', async () => {
  const { at, taken } = open({ nightly: ['/keep'] })
  await at(1, 2)
  await at(9, 17)
  await at(9, 18)
  expect(taken()).toEqual(['/keep'])
})

test('what goes wrong is told, and the next night tries again', async () => {
  const state = { nightly: ['/keep'], refuse: true }
  const { at, told, taken } = open(state)
  await at(1, 2)
  await at(1, 4)
  expect(told).toHaveLength(1)
  state.refuse = false
  await at(2, 4)
  expect(taken()).toEqual(['/keep'])
})
