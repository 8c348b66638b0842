import type { InstalledSync } from '../../model/lists/installed-sync.ts'

/** What `sync --install` has done, or would do. */
export function tellInstalled({ by, texts, isWritten, isActive, next }: InstalledSync): string {
  const what = by === 'systemd' ? 'A timer of systemd’s' : 'A line of cron’s'
  const head = isActive
    ? `${what} keeps the archive in step, every night from 3 o’clock.`
    : isWritten
      ? `${what} is written, and not at work yet.`
      : 'This would keep the archive in step, every night from 3 o’clock:'
  return [
    head,
    ...texts.flatMap(({ path, text }) => (isWritten && path ? [`  ${path}`] : show(path, text))),
    ...(next === undefined ? [] : [`To set it to work:\n  ${next}`]),
    'It knows the keys that are saved in the page’s settings, and none that stand in the environment alone.',
  ].join('\n')
}

const show = (path: string | undefined, text: string) => ['', ...(path ? [`${path}:`] : []), text]
