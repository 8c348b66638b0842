import { spawnSync } from 'node:child_process'
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DCLinter } from 'dclint'
import { validate } from 'dockerfile-utils'
import { expect, onTestFinished, test } from 'vitest'

const deploy = join(import.meta.dirname, '../../deploy')
const read = (name: string) => readFile(join(deploy, name), 'utf8')

test('the Dockerfile is one, has no fault, and ends as another user than root', async () => {
  const text = await read('Dockerfile')
  expect(validate(text).map(({ message, range }) => `${range.start.line + 1}: ${message}`)).toEqual(
    [],
  )
  // The validator finds what is wrong.
  expect(validate(text.replace('WORKDIR /app', 'WORKDIRR /app'))).not.toEqual([])
  const last = text.slice(text.lastIndexOf('\nFROM '))
  expect(last).toMatch(/^USER node$/m)
  expect(last).toMatch(/^HEALTHCHECK /m)
  expect(text).toMatch(/npm ci --omit=dev/)
  for (const [, image] of text.matchAll(/^FROM (\S+)/gm)) expect(image).toBe('node:24-slim')
})

test('what the Dockerfile copies is there', async () => {
  const text = await read('Dockerfile')
  const top = join(deploy, '..')
  const copied = [...text.matchAll(/^COPY (?!--from)(.*) \S+$/gm)].flatMap(([, names = '']) =>
    names.split(' '),
  )
  expect(copied.length).toBeGreaterThan(4)
  for (const name of copied)
    await expect(readFile(join(top, name)).catch((e) => e.code)).resolves.not.toBe('ENOENT')
})

test('the compose file fits the published schema of compose files', async () => {
  const faultsOf = (path: string) =>
    new DCLinter({ rules: {}, quiet: true, debug: false, exclude: [] })
      .lintFiles([path], false)
      .flatMap((result: { messages: { rule: string }[] }) => result.messages)
      .filter(({ rule }: { rule: string }) => rule === 'invalid-schema' || rule === 'invalid-yaml')
  expect(faultsOf(join(deploy, 'compose.yaml'))).toEqual([])
  const dir = await mkdtemp(join(tmpdir(), 'songkeep-test-'))
  onTestFinished(() => rm(dir, { recursive: true }))
  const broken = join(dir, 'compose.yaml')
  await writeFile(broken, (await read('compose.yaml')).replace('read_only: true', 'read_only: [1]'))
  expect(faultsOf(broken)).not.toEqual([])
})

test('every secret of the compose file is given by a file, and a variable that is read', async () => {
  const text = await read('compose.yaml')
  const named = [...text.matchAll(/(\w+)_FILE: \/run\/secrets\/(\S+)/g)].map(
    ([, , secret]) => secret,
  )
  expect(named.length).toBeGreaterThan(3)
  for (const secret of named) expect(text).toContain(`file: ./secrets/${secret}`)
  expect(text).not.toMatch(/(?:PASSWORD|TOKEN|URL): \S/)
})

test.each(['songkeep.service', 'songkeep-worker@.service'])(
  '%s is a unit that systemd takes',
  async (name) => {
    const text = await read(name)
    if (spawnSync('systemd-analyze', ['--version']).error) {
      console.warn(`SKIPPED, no systemd-analyze here: ${name}`)
      return
    }
    const dir = await mkdtemp(join(tmpdir(), 'songkeep-test-'))
    onTestFinished(() => rm(dir, { recursive: true }))
    await copyFile(join(deploy, name), join(dir, name))
    const faultsOf = () => verify(join(dir, name))
    expect(faultsOf()).toBe('')
    await writeFile(join(dir, name), text.replace('ProtectSystem=strict', 'ProtectSystem=perhaps'))
    expect(faultsOf()).toContain('perhaps')
  },
)

/** What systemd says of a unit, but for what is of this machine: other units, users and manuals. */
function verify(path: string): string {
  const { stdout, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', path], {
    encoding: 'utf8',
  })
  return `${stdout}${stderr}`
    .split('\n')
    .filter((line) =>
      line.includes(path.split('/').at(-1)?.split('@')[0]?.replace('.service', '') ?? ''),
    )
    .join('\n')
}
