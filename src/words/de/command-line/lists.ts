import type { lists as English } from '../../en/command-line/lists.ts'

export const lists: typeof English = {
  listChanges: {
    archive: 'der Ordner, der bei --into angegeben wurde',
    list: 'ihr Name oder ihre Kennung (songkeep lists)',
    rename: 'einer Liste einen anderen Namen geben; Ordner, Dateien und Verlauf bleiben',
    merge:
      'eine Liste mit einer anderen zusammenlegen, die bleibt: Was ihr noch fehlt, kommt hinter ihre eigenen Einträge, und aus beiden Verläufen wird einer. Keine Datei wird verschoben, und songkeep lists restore nimmt es zurück.',
    mergeInto: 'die Liste, die bleibt, nach Namen oder Kennung',
    remove:
      'Listen in den Papierkorb des Archivs legen, mit den Dateien, die keine andere Liste braucht. Gelöscht wird nichts: songkeep lists restore holt alles zurück, Byte für Byte.',
    dryRun: 'sagen, was wegkäme, und nichts ändern',
    trash: 'sagen, welche Listen im Papierkorb liegen',
    restore: 'Listen aus dem Papierkorb holen oder ein Zusammenlegen zurücknehmen',
    restoreId: 'wie songkeep lists trash es nennt; ohne Angabe das Letzte',
  },
  knownArchives: {
    summary: 'die Archive zeigen, die auf der Seite stehen',
    description:
      'Zeigt die Archive, die auf der Seite in der Bibliothek stehen: jedes, in das gesichert wurde.',
    json: 'ein Archiv je Zeile ausgeben, für Programme',
    forget:
      'ein Archiv aus der Bibliothek nehmen; keine Datei wird angerührt, und das nächste Sichern dorthin zeigt es wieder',
    archive: 'der Ordner eines Archivs',
    bucket: 'der Bucket, in dem es liegt oder liegen soll: s3://bucket/präfix',
    folder: 'ein leerer Ordner, oder einer, den es noch nicht gibt',
    fetch:
      'aus einem Archiv, das in einem Bucket liegt, ein gewöhnliches in einem Ordner machen; es bleibt auch dort, und was schon da ist, wird nicht noch einmal geholt',
    store:
      'ein Archiv in einen leeren Bucket legen, wo es für viele Rechner weitergehen kann; der Ordner bleibt, wie er ist',
    transferJson: 'das Ergebnis als JSON ausgeben, für Programme',
  },
}
