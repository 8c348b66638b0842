import type { publishedCatalogues as English } from '../../en/command-line/published-catalogues.ts'

export const publishedCatalogues: typeof English = {
  publishedCatalogue: {
    key: 'das Schlüsselpaar machen, mit dem Kataloge unterschrieben werden, oder den öffentlichen Schlüssel ausgeben',
    keyFile: 'wo der private Schlüssel liegt; ohne Angabe im Ordner deiner Einstellungen',
    publish:
      'einen Katalog unterschrieben an s3://bucket/prefix oder in einem Ordner veröffentlichen',
    folder: 'der Katalog',
    to: 's3://bucket/prefix, oder ein Ordner, den ein Webserver ausgibt',
    endpoint: 'der Server des Buckets, wenn es nicht der von Amazon ist: https://s3.example',
    publishCheck: 'auch lesen, was schon dort ist, und Beschädigtes neu senden',
    publishing: `Ein Katalog wird in Stücke geteilt, die unter ihren Prüfsummen liegen: Was schon dort ist, wird nicht noch
einmal gesendet. Was ihn beschreibt, eine Generation, wird mit deinem Schlüssel unterschrieben und zuletzt und nur einmal
geschrieben, unter der nächsten Nummer: Veröffentlichen zwei zugleich, erfährt einer, dass er zu spät kam.`,
    fetch: 'einen veröffentlichten Katalog holen, oder was darin neu ist',
    from: 's3://bucket/prefix, https://…, oder ein Ordner',
    into: 'wohin er kommt; ohne Angabe steht in --catalogue seine Adresse für ihn',
    trust: 'der öffentliche Schlüssel, wie er dir genannt wurde: ed25519:…',
    generation: 'diese Generation, auch wenn sie älter ist als deine',
    fetchCheck: 'noch einmal lesen, was früher geholt wurde, und Beschädigtes neu holen',
    dryRun: 'nur sagen, wie viel zu holen wäre',
    json: 'als JSON ausgeben, für Programme',
    fetching: `Vertraut wird einem Schlüssel: dem, den du mit --key nennst oder beim ersten Mal bejahst. Jedes Byte wird mit
dem verglichen, was er unterschrieben hat. Dem Ort wird nichts geglaubt: Er kann einen neueren Katalog zurückhalten, aber
keinen ändern, und was älter ist als das, was du schon gesehen hast, wird abgelehnt. Der neue Katalog tritt in einem
Schritt an die Stelle des alten, wenn er vollständig ist.`,
  },
}
