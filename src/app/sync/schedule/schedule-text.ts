/** What runs every night, and for which archive. */
export interface NightlyRun {
  /** Names it among others: letters, digits and hyphens. */
  readonly id: string
  readonly archive: string
  /** A program by its whole path, and its arguments. */
  readonly command: readonly string[]
}

export interface SystemdUnits {
  readonly service: string
  readonly timer: string
}

/** A service and its timer: https://www.freedesktop.org/software/systemd/man/latest/systemd.timer.html. */
export function writeUnits({ archive, command }: NightlyRun): SystemdUnits {
  const description = `Songkeep keeps ${cleanValue(archive)} in step`
  return {
    service: [
      '[Unit]',
      `Description=${description}`,
      '',
      '[Service]',
      'Type=oneshot',
      'Nice=10',
      `ExecStart=${command.map(quoteForSystemd).join(' ')}`,
      // A list that could not be read again is told in its journal, and no failure of the service.
      'SuccessExitStatus=1',
      '',
    ].join('\n'),
    timer: [
      '[Unit]',
      `Description=${description}`,
      '',
      '[Timer]',
      'OnCalendar=*-*-* 03:00:00',
      // A machine that was off catches up, and not all machines ask at the same second.
      'Persistent=true',
      'RandomizedDelaySec=45min',
      '',
      '[Install]',
      'WantedBy=timers.target',
      '',
    ].join('\n'),
  }
}

/** One line for `crontab`, ended by the mark that it is found again by; undefined where a line cannot hold it. */
export function writeCronLine({ id, command }: NightlyRun): string | undefined {
  if (command.some((each) => /[\n\r]/.test(each))) return undefined
  const minute = Number.parseInt(id.slice(-4), 16) % 60 || 0
  return `${minute} 3 * * * ${command.map(quoteForCron).join(' ')} ${markOf(id)}`
}

/** The table with this line in it, once; every other line stays as it is. */
export function addCronLine(table: string, line: string, id: string): string {
  const others = table.split('\n').filter((each) => !each.endsWith(markOf(id)))
  if (others.at(-1) === '') others.pop()
  return [...others, line, ''].join('\n')
}

const markOf = (id: string) => `# songkeep sync ${id}`

const quoteForSystemd = (text: string) =>
  `"${text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('%', '%%')
    .replaceAll('$', '$$$$')}"`

const cleanValue = (text: string) =>
  text
    .replaceAll(/\p{Cc}+/gu, ' ')
    .replaceAll('\\', '/')
    .replaceAll('%', '%%')

/** `cron` ends a command at a percent sign, the shell at everything else. */
const quoteForCron = (text: string) => `'${text.replaceAll("'", "'\\''")}'`.replaceAll('%', '\\%')
