import type { InstalledSync } from '../../model/lists/installed-sync.ts'

/** What `sync --install` has done, or would do. */
export function tellInstalled({ by, texts, isWritten, isActive, next }: InstalledSync): string {
  const what = by === 'systemd' ? 'A systemd timer' : 'A cron line'
  const head = isActive
    ? `${what} keeps the archive up to date, every night at about 3 a.m.`
    : isWritten
      ? `${what} is written, but not active yet.`
      : 'This would keep the archive up to date, every night at about 3 a.m.:'
  return [
    head,
    ...texts.flatMap(({ path, text }) => (isWritten && path ? [`  ${path}`] : show(path, text))),
    ...(next === undefined ? [] : [`To activate it:\n  ${next}`]),
    'It uses the keys saved in the page’s settings, not those set only as environment variables.',
  ].join('\n')
}

const show = (path: string | undefined, text: string) => ['', ...(path ? [`${path}:`] : []), text]
