import type { accounts as English } from '../../en/command-line/accounts.ts'

export const accounts: typeof English = {
  accounts: {
    summary: 'wer sich bei einem Server für mehrere anmelden darf',
    description:
      'Konten eines Servers, der mit „songkeep serve --accounts ORDNER“ gestartet wird: Jedes hat seine Archive in einem eigenen Ordner, und niemand sieht die der anderen. Das erste angelegte Konto ist ein Eigentümer.',
    add: 'ein Konto anlegen; nach dem Passwort wird zweimal gefragt, oder es steht in der ersten Zeile der Standardeingabe',
    list: 'die Konten nennen',
    role: 'ändern, was ein Konto darf',
    password: 'einem Konto ein anderes Passwort geben, was seine Sitzungen beendet',
    remove: 'ein Konto mit seinen Sitzungen entfernen; seine Archive bleiben, wo sie sind',
    quota: 'festlegen, wie viele Bytes die Archive eines Mitglieds belegen dürfen, etwa 50GB',
    limits: 'zeigen, was ein Mitglied darf, und es mit NAME=ZAHL setzen',
    limitsAre: 'Die Grenzen; sie gelten für Mitglieder, nicht für Eigentümer und Gäste:',
    share:
      'einen Gast ein Archiv ansehen und anhören lassen; ohne Archiv die nennen, die er ansehen darf',
    unshare: 'das zurücknehmen',
    sessions: 'die Browser nennen, in denen ein Konto angemeldet ist',
    log: 'ausgeben, wer wann was getan hat, das Letzte zuletzt',
    account: 'sein Name',
    roleChoice:
      'owner (Eigentümer): alles; member (Mitglied): eigene Archive; guest (Gast): sieht an und hört an',
    email: 'die Adresse, unter der der Anmeldedienst es kennt',
    noPassword: 'ohne Passwort: nur über den Anmeldedienst',
    end: 'sie alle beenden',
    archive: 'der Ordner eines Archivs',
    limit: 'etwa tracksAnHour=1000',
    size: 'wie viel',
    most: 'wie viele Zeilen höchstens',
    json: 'ein JSON-Objekt je Zeile ausgeben, für Programme',
  },
}
