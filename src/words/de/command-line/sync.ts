import type { sync as English } from '../../en/command-line/sync.ts'

export const sync: typeof English = {
  sync: {
    summary: 'ein Archiv auf den Stand seiner Listen und der eigenen Ordner bringen',
    description:
      'Liest jede Liste neu, die von einem Link oder Dienst kam, und sucht noch einmal nach allem, was fehlte, im Format und in den Ordnern der Liste. Listen aus Dateien bleiben, wie sie sind. Wo es nichts Neues gibt, wird nichts geändert.',
    archive: 'der Ordner, der bei --into angegeben wurde',
    install:
      'jede Nacht, durch einen Timer von systemd oder eine Zeile für cron; mit --dry-run nur sagen, was geschrieben würde',
    json: 'Ereignisse ausgeben, eines je Zeile, für Programme',
  },
}
