import { test } from 'vitest'
import { killRuns } from './kill.ts'

test('killed at 30 random moments, the next run ends as an undisturbed one', () => killRuns(30))
