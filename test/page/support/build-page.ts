import { spawnSync } from 'node:child_process'
import { readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../..')
const [source, built] = [join(root, 'web'), join(root, 'dist/web')]

/** The page as `songkeep serve` finds it, built where its sources are newer. */
export function buildPage(): void {
  const shared = ['src/api', 'src/model', 'src/words'].map((name) => join(root, name))
  if (newestOf(built) > Math.max(...[source, ...shared].map(newestOf))) return
  // Two test files may come here at once: each builds aside, and puts its own in place.
  const aside = join(root, `dist/web-${process.pid}`)
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const args = [vite, 'build', source, '--outDir', aside, '--logLevel', 'error']
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    // As a user builds it: a test's own environment makes another React.
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (status !== 0) throw new Error(`The page cannot be built:\n${stderr}`)
  rmSync(built, { recursive: true, force: true })
  try {
    renameSync(aside, built)
  } catch {
    rmSync(aside, { recursive: true, force: true })
  }
}

function newestOf(folder: string): number {
  try {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    return Math.max(0, ...names.map((name) => statSync(join(folder, name)).mtimeMs))
  } catch {
    return 0
  }
}
