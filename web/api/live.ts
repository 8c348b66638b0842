export { type Entries, putEntries, useEntries } from './entries.ts'
export { useJobs } from './jobs.ts'
