import { common as words } from '../../../src/words/de/common.ts'
import type { Text } from '../en/index.ts'
import { choices } from './choices.ts'
import { evidence } from './evidence.ts'
import { folders } from './folders.ts'
import { format } from './format.ts'
import { job } from './job.ts'
import { jobs } from './jobs.ts'
import { library } from './library.ts'
import { outcomes } from './outcomes.ts'
import { result } from './result.ts'
import { review } from './review.ts'
import { settings } from './settings.ts'
import { shell } from './shell.ts'
import { start } from './start.ts'

export const de: Text = {
  words,
  format,
  shell,
  choices,
  evidence,
  folders,
  job,
  jobs,
  library,
  outcomes,
  result,
  review,
  settings,
  start,
}
