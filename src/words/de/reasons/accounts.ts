import type { AccountsReasons } from '../../../model/reasons/accounts.ts'
import type { Sentences } from '../../sentences.ts'
import { units } from '../units.ts'

const { bytes, count } = units

const minutesOf = (minutes: number) => `${count(minutes)} ${minutes === 1 ? 'Minute' : 'Minuten'}`

export const accounts: Sentences<AccountsReasons> = {
  'accounts.not-opened': ({ where, cause }, { say }) =>
    `Die Konten lassen sich nicht öffnen: ${where} (${say(cause)})`,
  'accounts.later-version': ({ where }) =>
    `Die Konten hat eine spätere Fassung von Songkeep geschrieben: ${where}`,
  'accounts.update': 'Diese Fassung verwenden.',
  'accounts.password-unfit': ({ least, most }) =>
    `Ein Passwort hat ${count(least)} bis ${count(most)} Zeichen.`,
  'accounts.passwords-differ': 'Die beiden Passwörter sind verschieden: nichts wurde geändert.',
  'accounts.name-unfit': ({ name }) => `So kann kein Konto heißen: ${name}`,
  'accounts.name-rule':
    'Ein Name hat bis zu 64 Buchstaben, Ziffern, Punkte, Bindestriche und Ähnliches und beginnt mit einem Buchstaben oder einer Ziffer.',
  'accounts.email-unfit': ({ email }) => `Das ist keine E-Mail-Adresse: ${email}`,
  'accounts.taken': ({ name }) =>
    `Ein anderes Konto hat schon diesen Namen oder diese E-Mail-Adresse: ${name}`,
  'accounts.unknown': ({ name }) => `Kein Konto heißt so: ${name}`,
  'accounts.no-way-in': 'Bei diesem Konto könnte sich niemand anmelden.',
  'accounts.give-password':
    'Ein Passwort angeben, oder die E-Mail-Adresse, unter der der Anmeldedienst es kennt.',
  'accounts.last-owner': 'Das ist der letzte Eigentümer.',
  'accounts.make-other-owner':
    'Erst ein anderes Konto zum Eigentümer machen: songkeep accounts role.',
  'accounts.no-guest': ({ name }) => `Archive werden mit Gästen geteilt, und ${name} ist keiner.`,
  'accounts.not-shared': ({ dir }) => `Das war nicht geteilt: ${dir}`,
  'accounts.no-limit': ({ text, names }) =>
    `Damit wird keine Grenze gesetzt: ${text}. Grenzen heißen ${names} und werden als NAME=ZAHL gesetzt.`,
  'accounts.limit-unfit': ({ name, value, isBytes }) =>
    `${name} kann nicht „${value}“ sein. Möglich ist ${isBytes ? 'eine Größe, etwa 50GB' : 'eine ganze Zahl ab 0'}.`,
  'accounts.unlimited': ({ name, role }) =>
    role === 'owner'
      ? `${name} ist Eigentümer, und für Eigentümer gelten keine Grenzen.`
      : `${name} ist Gast und beginnt nichts, wofür eine Grenze gelten könnte.`,
  'accounts.removed': 'Das Konto, für das dies begonnen wurde, ist nicht mehr da.',
  'accounts.none-yet': 'Der Server soll für Konten offen sein, aber noch ist keines da.',
  'accounts.first-is-owner':
    'Das erste Konto muss ein Eigentümer sein: --role owner, oder ohne --role.',
  'accounts.no-folder-named':
    'Für die Konten ist kein Ordner genannt: songkeep serve --accounts ORDNER.',
  'accounts.folder-not-made': ({ path, cause }, { say }) =>
    `Der Ordner für die Konten ließ sich nicht anlegen: ${path} (${say(cause)})`,
  'accounts.add-first': 'Das erste anlegen: songkeep accounts add NAME.',
  'accounts.issuer-unfit': 'SONGKEEP_OIDC_ISSUER ist keine Adresse, die mit https:// beginnt.',
  'accounts.no-client-id': 'Zu SONGKEEP_OIDC_ISSUER gehört SONGKEEP_OIDC_CLIENT_ID.',
  'accounts.provider-silent': 'Der Anmeldedienst antwortet nicht.',
  'accounts.not-vouched': 'Der Anmeldedienst hat nicht bestätigt, wer sich anmeldet.',
  'accounts.nobody-there':
    'Die Anmeldung dort ist gelungen, aber dieser Server hat kein Konto dafür.',
  'accounts.ask-owner': 'Um ein Konto bitten: Eigentümer dieses Servers richten es ein.',
  'accounts.sign-in-over':
    'Diese Anmeldung ist abgelaufen oder wurde in einem anderen Browser begonnen.',
  'accounts.sign-in-again': 'Noch einmal anmelden.',
  'accounts.signed-in': 'Die Anmeldung ist gelungen.',
  'accounts.wrong-sign-in': 'Name oder Passwort stimmen nicht.',
  'accounts.sign-in-needed': 'Eine Antwort bekommt hier nur, wer angemeldet ist.',
  'accounts.sign-in-first': 'Erst anmelden.',
  'accounts.owner-only': 'Das darf nur, wem dieser Server gehört.',
  'accounts.guest-only-looks': 'Ein Gast darf ansehen und anhören, aber nichts beginnen.',
  'accounts.not-here': 'Dieser Server bietet es Konten nicht an.',
  'accounts.quota-full': ({ used, quota }) =>
    `Die Archive dieses Kontos belegen ${bytes(used)} und dürfen ${bytes(quota)} belegen.`,
  'accounts.make-room': 'Playlists entfernen, oder einen Eigentümer um mehr Platz bitten.',
  'accounts.jobs-full': ({ most }) =>
    `Dieses Konto darf ${count(most)} Läufe zugleich haben, die warten oder laufen.`,
  'accounts.wait-for-jobs': 'Warten, bis einer fertig ist, oder einen beenden.',
  'accounts.lists-full': ({ most }) =>
    `Dieses Konto darf ${count(most)} Playlists am Tag in Auftrag geben.`,
  'accounts.tracks-full': ({ most }) =>
    `Dieses Konto darf ${count(most)} Titel in der Stunde suchen lassen.`,
  'accounts.uploads-full': ({ most }) =>
    `Dieses Konto darf am Tag Dateien von zusammen ${bytes(most)} hochladen.`,
  'accounts.again-later': ({ minutes }) => `In ${minutesOf(minutes)} noch einmal versuchen.`,
  'accounts.slowed-tracks': ({ most, minutes }) =>
    `Dieses Konto hat in einer Stunde ${count(most)} Titel suchen lassen; darum ruht dieser Lauf. In etwa ${minutesOf(minutes)} geht er von selbst weiter.`,
  'accounts.slowed-alike': ({ most, minutes }) =>
    `Dieses Konto hat heute mehr als ${count(most)} Playlists einer Art in Auftrag gegeben; darum kommen seine Läufe einzeln. Dieser geht in etwa ${minutesOf(minutes)} von selbst weiter.`,
}
