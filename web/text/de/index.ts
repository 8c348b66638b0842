import type { Text } from '../en/index.ts'
import { evidence } from './evidence.ts'
import { format } from './format.ts'
import { library } from './library.ts'
import { outcomes } from './outcomes.ts'
import { result } from './result.ts'
import { review } from './review.ts'
import { shell } from './shell.ts'

export const de: Text = { language: 'de', format, shell, evidence, outcomes, result, review, library }
