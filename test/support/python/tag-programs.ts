import { execFile, execFileSync } from 'node:child_process'
import { promisify } from 'node:util'
import { describe } from 'vitest'

const run = promisify(execFile)
const limits = { maxBuffer: 64 * 1024 * 1024, timeout: 60_000 }

const isThere = (['kid3-cli', 'ffprobe', 'mpcenc'] as const).every((name) => {
  try {
    execFileSync('which', [name], { stdio: 'ignore' })
    return true
  } catch {
    console.warn(`SKIPPED, no ${name} (Debian) on PATH: tests of fields that other programs write`)
    return false
  }
})

export const describeTagPrograms = (name: string, tests: () => void) =>
  describe.skipIf(!isThere)(`${name} (Kid3, FFprobe)`, tests)

/** Writes fields by Kid3's own names into what it takes for the file's tag. */
export async function writeWithKid3(
  path: string,
  fields: Readonly<Record<string, string>>,
  ...commands: readonly string[]
): Promise<void> {
  const quote = (text: string) => `"${text.replaceAll('"', '')}"`
  const all = [
    ...Object.entries(fields).map(([name, text]) => `set ${quote(name)} ${quote(text)} 2`),
    ...commands,
    'save',
  ]
  const environment = { ...process.env, QT_QPA_PLATFORM: 'offscreen' }
  const args = all.flatMap((command) => ['-c', command])
  await run('kid3-cli', [...args, path], { ...limits, env: environment })
}

/** The values of all tags, of the file and of its streams, that FFprobe sees. */
export async function readWithFfprobe(path: string): Promise<readonly string[]> {
  const args = ['-v', 'error', '-of', 'json', '-show_entries', 'format_tags:stream_tags', path]
  const { stdout } = await run('ffprobe', args, limits)
  const { format = {}, streams = [] } = JSON.parse(stdout) as {
    readonly format?: { readonly tags?: Readonly<Record<string, string>> }
    readonly streams?: readonly { readonly tags?: Readonly<Record<string, string>> }[]
  }
  return [format, ...streams].flatMap(({ tags = {} }) => Object.values(tags))
}

/** The same by Kid3; nothing of a container that it does not know. */
export async function readWithKid3(path: string): Promise<readonly string[]> {
  const environment = { ...process.env, QT_QPA_PLATFORM: 'offscreen' }
  const { stdout } = await run('kid3-cli', ['-c', 'get all', path], { ...limits, env: environment })
  return stdout.split('\n').map((line) =>
    line
      .slice(2)
      .replace(/^.*? {2,}/, '')
      .trim(),
  )
}
