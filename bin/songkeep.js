#!/usr/bin/env node
// Plain JavaScript that every old Node can read, so that the wrong version gets a sentence, not a stack.
import { existsSync } from 'node:fs'
import module from 'node:module'
import { join } from 'node:path'

const needed = 24
const major = Number(process.versions.node.split('.')[0])
if (major < needed) {
  process.stderr.write(
    `Songkeep needs Node ${needed} or newer; this is ${process.version}. Get it from https://nodejs.org (in a checkout: npm ci, then npx songkeep).\n`,
  )
  process.exitCode = 3
} else {
  // A checkout runs its sources unbuilt; the published package holds dist alone.
  const sources = existsSync(new URL('../src/cli/main.ts', import.meta.url))
  const load = (path) =>
    import(new URL(sources ? `../src/${path}.ts` : `../dist/${path}.js`, import.meta.url).href)
  const { findCacheFolder } = await load('app/folders')
  // Compiled code is kept for the next start: of the user's own folder, where nobody else writes, not of /tmp.
  const { directory } = module.enableCompileCache(join(findCacheFolder(process.env), 'compiled'))
  // Its workers find it by the variable.
  if (directory) process.env.NODE_COMPILE_CACHE ??= directory
  const { main } = await load('cli/main')
  await main()
}
