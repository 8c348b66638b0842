import { evidence } from './evidence.ts'
import { format } from './format.ts'
import { library } from './library.ts'
import { outcomes } from './outcomes.ts'
import { result } from './result.ts'
import { review } from './review.ts'
import { shell } from './shell.ts'

export const en = { language: 'en', format, shell, evidence, outcomes, result, review, library }

/** What every language has to say. */
export type Text = typeof en
