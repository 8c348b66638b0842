import type { mirror as English } from '../../en/command-line/mirror.ts'

export const mirror: typeof English = {
  mirror: {
    summary: 'eine Kopie eines Archivs auf einem anderen Datenträger oder in einem Bucket halten',
    description:
      'Kopiert, was einem Ort von einem Archiv fehlt, und vergleicht die Prüfsummen auf beiden Seiten. Die Kopie ist selbst ein Archiv, das jeder Player und Songkeep öffnen. Ohne Ziel werden alle bekannten Kopien nachgeführt.',
    explanation:
      'Was das Archiv verlassen hat, kommt in den Papierkorb der Kopie. Nichts, was Songkeep nicht dorthin gelegt hat, wird angerührt, und eine beschädigte Datei wird nie über eine heile kopiert. Die Schlüssel für einen Bucket kommen aus SONGKEEP_S3_ACCESS_KEY_ID und SONGKEEP_S3_SECRET_ACCESS_KEY (dazu _REGION, _ENDPOINT, _STYLE=virtual) oder aus den Variablen von Amazon.',
    archive: 'der Ordner, der bei --into angegeben wurde',
    target: 'ein Ordner oder s3://bucket/prefix',
    endpoint: 'der Server des Buckets, wenn es nicht der von Amazon ist',
    check: 'die Kopien bis zum letzten Byte lesen und nichts ändern',
    full: 'die Kopie neu lesen, statt nach dem zu gehen, was über sie verzeichnet ist',
    prune: 'den Papierkorb der Kopie leeren',
    anew: 'die Kopie neu beginnen, wo eine bekannte nicht mehr ist',
    forget: 'diese Kopie nicht mehr zählen; an ihr wird nichts angerührt',
    rate: 'höchstens so viel je Sekunde lesen oder schreiben, etwa 50MB/s',
    dryRun: 'sagen, was geschähe, und nichts ändern',
    json: 'eine Zeile je Ereignis ausgeben, für Programme; mit --check danach eine je Datei',
  },
}
