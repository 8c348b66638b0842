export { type Entries, putEntries, useEntries } from './entries.ts'
export { type Jobs, useJobs } from './jobs.ts'
