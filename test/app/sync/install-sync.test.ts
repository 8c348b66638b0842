import { execFileSync } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { installSync } from '../../../src/app/sync/schedule/install-sync.ts'
import type { Machine } from '../../../src/app/sync/schedule/machine.ts'
import {
  addCronLine,
  writeCronLine,
  writeUnits,
} from '../../../src/app/sync/schedule/schedule-text.ts'
import { makeTempDir } from '../../support/program.ts'

const PROGRAM = ['/opt/node', '/opt/songkeep.js']
const OTHERS = '# mine\nMAILTO=me\n5 4 * * * tidy # songkeep sync not-ours\n'

async function makeArchive() {
  const dir = await makeTempDir()
  const into = join(dir, 'My Keep')
  await mkdir(into)
  await writeFile(join(into, 'inventory.jsonl'), '')
  return { dir, into }
}

/** A machine with a table of cron's, or with systemd. */
function makeMachine(unitsDir?: string, table?: string) {
  const state = { table, asked: [] as string[] }
  const machine: Machine = {
    unitsDir,
    async run(command, args) {
      state.asked.push([command, ...args].join(' '))
      const done = { code: 0, stdout: '', stderr: '' }
      if (command === 'systemctl') return done
      if (state.table === undefined) return undefined
      if (args[0] === '-l')
        return state.table === ''
          ? { ...done, code: 1, stderr: 'no crontab for me\n' }
          : { ...done, stdout: state.table }
      state.table = await readFile(args[0] ?? '', 'utf8')
      return done
    },
  }
  return { machine, state }
}

test('where systemd runs, a service and a timer are written and set to work', async () => {
  const { dir, into } = await makeArchive()
  const { machine, state } = makeMachine(join(dir, 'units'))
  const request = { into, libraries: ['/music/a b'], offline: true }
  const done = await installSync(request, PROGRAM, machine)
  expect(done).toMatchObject({ by: 'systemd', isWritten: true, isActive: true })
  const [service = '', timer = ''] = await Promise.all(
    done.texts.map(({ path = '' }) => readFile(path, 'utf8')),
  )
  expect(service).toContain(
    `ExecStart="/opt/node" "/opt/songkeep.js" "sync" "${into}" "--library" "/music/a b" "--offline"\n`,
  )
  expect(timer).toContain('OnCalendar=')
  expect(state.asked.join()).toMatch(/daemon-reload.*enable --now songkeep-sync-\w+\.timer/)
})

test('a line is added to cron’s table once, and every other line stays', async () => {
  const { into } = await makeArchive()
  const { machine, state } = makeMachine(undefined, OTHERS)
  await installSync({ into }, PROGRAM, machine)
  const once = state.table ?? ''
  expect(once.startsWith(OTHERS)).toBe(true)
  expect(once.slice(OTHERS.length)).toMatch(/^\d+ 3 \* \* \* '\/opt\/node' .*'sync' .*\n$/)
  expect(await installSync({ into }, PROGRAM, machine)).toMatchObject({ isActive: true })
  expect(state.table).toBe(once)
  const empty = makeMachine(undefined, '')
  await installSync({ into }, PROGRAM, empty.machine)
  expect(empty.state.table?.split('\n')).toHaveLength(2)
})

test('a dry run writes nothing and says all', async () => {
  const { dir, into } = await makeArchive()
  const units = join(dir, 'units')
  for (const [unitsDir, table] of [[units, undefined] as const, [undefined, OTHERS] as const]) {
    const { machine, state } = makeMachine(unitsDir, table)
    const said = await installSync({ into, dryRun: true }, PROGRAM, machine)
    expect(said).toMatchObject({ isWritten: false, isActive: false })
    expect(said.texts.map(({ text }) => text).join()).toContain(into)
    expect(state).toEqual({ table, asked: [] })
  }
})

test.each([
  ['there is no cron', undefined],
  ['the table is too long to be known as a whole', `${OTHERS}${'#\n'.repeat(70_000)}`],
])('where %s, the line is said and nothing written', async (_, table) => {
  const { into } = await makeArchive()
  const { machine, state } = makeMachine(undefined, table)
  expect(await installSync({ into }, PROGRAM, machine)).toMatchObject({
    isWritten: false,
    isActive: false,
    next: 'crontab -e',
  })
  expect(state.table).toBe(table)
})

test('whatever a folder is called, the shell of cron and systemd read it as one argument', () => {
  const name = fc.string({ unit: fc.constantFrom(...'aé \'"$`%\\;&|<>*~!#'), maxLength: 12 })
  fc.assert(
    fc.property(name, (folder) => {
      const run = { id: '0123456789abcdef', archive: folder, command: ['printf', '%s', folder] }
      const line = writeCronLine(run) ?? ''
      // What cron hands on: up to a bare percent sign, with the escaped ones as they are.
      const [command = ''] = line.replace(/^(?:\S+ ){5}/, '').split(/(?<!\\)%/)
      expect(execFileSync('sh', ['-c', command.replaceAll('\\%', '%')], { encoding: 'utf8' })).toBe(
        folder,
      )
      const { service } = writeUnits(run)
      expect(service.split('\n').filter((each) => each.startsWith('ExecStart='))).toHaveLength(1)
      const quoted = /^ExecStart=(.*)$/m.exec(service)?.[1] ?? ''
      expect(quoted.replaceAll(/\\./g, '').match(/"/g)).toHaveLength(6)
      expect(quoted.replaceAll('%%', '').replaceAll('$$', '')).not.toMatch(/[%$]/)
    }),
    { numRuns: 50 },
  )
  expect(addCronLine('a\n', 'line # songkeep sync x', 'x')).toBe('a\nline # songkeep sync x\n')
})
