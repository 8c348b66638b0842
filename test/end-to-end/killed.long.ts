import { test } from 'vitest'
import { sizeOf } from '../support/size.ts'
import { killRuns } from './kill.ts'

const TIMES = sizeOf(12, 30)

test(`killed at ${TIMES} random moments, the next run ends as an undisturbed one`, () =>
  killRuns(TIMES))
