import { test } from 'vitest'
import { killRuns } from './kill.ts'

test('a killed run goes on where it stopped (three kills; test:long has thirty)', () => killRuns(3))
