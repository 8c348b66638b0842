import type { review as English } from '../en/review.ts'

export const review: typeof English = {}
