import type { InstalledSync } from '../../model/lists/installed-sync.ts'

export function tellInstalled({ by, texts, isWritten, isActive, next }: InstalledSync): string {
  const what = by === 'systemd' ? 'Ein Timer von systemd' : 'Eine Zeile für cron'
  const head = isActive
    ? `${what} hält das Archiv aktuell, jede Nacht gegen 3 Uhr.`
    : isWritten
      ? `${what} ist geschrieben, aber noch nicht aktiv.`
      : 'Das würde das Archiv aktuell halten, jede Nacht gegen 3 Uhr:'
  return [
    head,
    ...texts.flatMap(({ path, text }) => (isWritten && path ? [`  ${path}`] : show(path, text))),
    ...(next === undefined ? [] : [`So wird es aktiv:\n  ${next}`]),
    'Bekannt sind dann die Schlüssel aus den Einstellungen der Seite, nicht die aus Umgebungsvariablen.',
  ].join('\n')
}

const show = (path: string | undefined, text: string) => ['', ...(path ? [`${path}:`] : []), text]
