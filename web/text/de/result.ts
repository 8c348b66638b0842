import type { result as English } from '../en/result.ts'

export const result: typeof English = {}
