import { UserError } from '../../src/model/errors.ts'
import { readPlaylists } from '../../src/playlist/read.ts'

// Run as a process of its own: reads one input and prints what came of it, and the memory it took.
const path = process.argv[2] ?? ''
const stdin = path === '-' ? process.stdin : undefined
const outcome = await readPlaylists(path, { ...(stdin && { stdin }) }).then(
  (playlists) => `${playlists[0]?.format} ${playlists[0]?.entries.length}`,
  (error) => (error instanceof UserError ? error.message : `BROKEN ${error.stack}`),
)
console.log(JSON.stringify({ outcome, megabytes: process.resourceUsage().maxRSS / 1024 }))
