import type { Recording } from '../../../src/model/recording.ts'

export const recording = (fields: Partial<Recording> & { readonly id: string }): Recording => ({
  source: 'test',
  title: 'A Title',
  artists: ['An Artist'],
  ...fields,
})
