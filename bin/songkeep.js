#!/usr/bin/env node
// Plain JavaScript that every old Node can read, so that the wrong version gets a sentence, not a stack.
import { existsSync } from 'node:fs'

const needed = 24
const major = Number(process.versions.node.split('.')[0])
if (major < needed) {
  process.stderr.write(
    `Songkeep needs Node ${needed} or newer; this is ${process.version}. Get it from https://nodejs.org (in a checkout: npm ci, then npx songkeep).\n`,
  )
  process.exitCode = 3
} else {
  // A checkout runs its sources unbuilt; the published package holds dist alone.
  const source = new URL('../src/cli/main.ts', import.meta.url)
  const built = new URL('../dist/cli/main.js', import.meta.url)
  const { main } = await import((existsSync(source) ? source : built).href)
  await main()
}
