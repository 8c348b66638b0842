import type { RightsReasons } from '../../../model/reasons/rights.ts'
import type { Sentences } from '../../sentences.ts'

export const rights: Sentences<RightsReasons> = {
  'rights.licence': nameLicence,

  'rights.own-file': 'Das ist eine eigene Datei.',
  'rights.internet-archive-allows':
    'Das Internet Archive erlaubt es, frei lizenzierte Werke herunterzuladen.',
  'rights.jamendo-allows':
    'Bei Jamendo dürfen Titel heruntergeladen werden, wenn ihre Künstler es erlauben.',
  'rights.wikimedia-commons-allows':
    'Dateien von Wikimedia Commons dürfen so weiterverwendet werden, wie ihre Lizenz es sagt.',
  'rights.ccmixter-allows':
    'Titel von ccMixter dürfen so verwendet werden, wie ihre Lizenz es sagt.',
  'rights.funkwhale-allows': 'Der Server ist einer von denen, die frei lizenzierte Musik teilen.',
  'rights.youtube-forbids':
    'YouTube verbietet es, seine Videos herunterzuladen oder zu speichern, auch die unter einer Creative-Commons-Lizenz.',
  'rights.soundcloud-forbids':
    'Die Nutzungsbedingungen der API von SoundCloud verbieten es, Aufnahmen mitzuschneiden oder zu kopieren, auch solche, die zum Herunterladen freigegeben sind.',
  'rights.spotify-forbids': 'Die Nutzungsbedingungen von Spotify verbieten Kopien der Musik.',
  'rights.deezer-forbids':
    'Die Nutzungsbedingungen von Deezer erlauben es, die Angaben zu zeigen, aber keine Kopie der Musik oder der Hörproben.',
  'rights.itunes-forbids':
    'Apple stellt Hörproben bereit, um für seinen Store zu werben, und für nichts anderes.',
  'rights.fma-closed':
    'Das Free Music Archive hat seine API geschlossen: Von Hand darf man dort herunterladen, was eine Seite erlaubt, ein Programm darf es nicht.',
  'rights.host-unsettled': ({ host }) =>
    `Ob ${host} einem Programm Kopien erlaubt, ist nicht geklärt: daher nur ein Link.`,
  'rights.host-has-no-sound': ({ host }) =>
    `${host} sagt nur, wo etwas zu finden ist: Was dort über eine Lizenz steht, erlaubt keine Kopie.`,
  'rights.host-unknown': ({ source }) => `Ob ${source} Kopien erlaubt, ist nicht bekannt.`,
  'rights.for-research': 'Der Zugang ist für Wissenschaft und Forschung gedacht.',
  'rights.vouches-for-nobody':
    'Es bürgt nicht für die Lizenzen, die beim Hochladen angegeben werden: Wer kopiert, ist für die Rechte selbst verantwortlich.',
  'rights.non-commercial-api': 'Die API ist für nicht kommerzielle Nutzung.',
  'rights.name-the-artist': 'Der Künstler wird genannt, mit der Lizenz und der Seite des Titels.',
  'rights.name-the-author': 'Der Urheber wird genannt, mit der Lizenz und der Seite der Datei.',
  'rights.terms-of-each-pod':
    'Jeder Server hat eigene Nutzungsbedingungen, auf seiner Seite „Über“.',

  'rights.stream-only': 'Die Aufnahme darf dort nur gestreamt werden.',
  'rights.access-restricted':
    'Die Aufnahme ist dort nicht für alle zugänglich: Sie wird verliehen oder braucht eine Anmeldung.',
  'rights.private': 'Die Datei ist dort als privat gekennzeichnet.',
  'rights.no-download': 'Das Herunterladen wurde vom Eigentümer abgeschaltet.',
  'rights.terms-unread':
    'Die Nutzungsbedingungen des Servers, auf dem die Aufnahme liegt, hat noch niemand geprüft: daher nur ein Link.',
  'rights.contradictory':
    'Die Angaben dort widersprechen sich in der Frage, ob die Aufnahme kopiert werden darf.',

  'rights.tags-say': ({ licence }, { say }) => `In den Tags steht: ${say(licence)}.`,
  'rights.page-says': ({ licence }, { say }) => `Auf der Seite steht: ${say(licence)}.`,
  'rights.licence-allows': ({ licence }, { say }) => `Die Lizenz erlaubt es: ${say(licence)}.`,
  'rights.non-commercial': 'NonCommercial: für den eigenen Gebrauch.',
  'rights.no-derivatives': 'NoDerivatives: Das Format darf sich ändern, der Klang nicht.',
  'rights.statement-by-date': ({ licence, year }, { say }) => `${say(licence)}. ${byDate(year)}`,
  'rights.statement-without-date': ({ licence }, { say }) =>
    `${say(licence)}: eine Behauptung, die kein Datum bestätigt.`,
  'rights.licence-denies': ({ licence }, { say }) => `${say(licence)}.`,
  'rights.no-licence': 'Es ist keine Lizenz angegeben.',
  'rights.unknown-licence': 'Was als Lizenz angegeben ist, ist keine bekannte Lizenz.',
  'rights.old-enough': ({ why, year }, { say }) => `${say(why)} ${byDate(year)}`,

  'rights.others-deny': ({ by, licence }, { say }) => `Bei ${by} steht: ${say(licence)}.`,
  'rights.same-licence': ({ by, licence }, { say }) =>
    `${by} nennt dieselbe Lizenz: ${say(licence)}.`,
  'rights.other-licence': ({ by, licence }, { say }) =>
    `${by} nennt eine andere Lizenz: ${say(licence)}.`,
  'rights.other-terms': ({ by, given }) => `${by} nennt eine andere Lizenz: „${given}“.`,
  'rights.named-as-download': ({ by }) => `${by} nennt diese Seite als freien Download davon.`,
  'rights.old-release': ({ by, year }) =>
    `${by} kennt eine Veröffentlichung davon aus dem Jahr ${year}.`,
  'rights.no-older-release': ({ by, year }) =>
    `${by} kennt keine Veröffentlichung davon vor dem Jahr ${year}.`,
  'rights.artists-account': ({ by, account }) =>
    `Eingestellt von ${account}, laut ${by} an der Aufnahme beteiligt.`,
  'rights.account-unproven': ({ by, account }) =>
    `${by} kennt sie als veröffentlichte Aufnahme; dass ein Konto ${account} heißt, zeigt nicht, dass es dem Künstler gehört.`,
  'rights.artists-own-page': ({ by, page }) =>
    `${by} nennt ${page} als eigene Seite des Künstlers.`,
  'rights.label-published': ({ by, artists, labels, uploader }) =>
    `${by} kennt sie als Veröffentlichung von ${labels.join(', ')}, von ${artists.join(', ')}: ${
      uploader === undefined
        ? 'nichts zeigt, dass der Künstler sie selbst eingestellt hat'
        : `ein Konto namens ${uploader} kann sie nicht von sich aus freigeben`
    }.`,
  'rights.not-checked': ({ by, reason }, { say }) =>
    `Dort darf jeder etwas einstellen, und ${by} konnte nicht gefragt werden, wem die Aufnahme gehört: ${say(reason)} Der nächste Lauf fragt wieder.`,
  'rights.uploader-doubted': ({ by, artists, more, uploader }) => {
    const credited = artists.join(', ') + (more > 0 ? ' und anderen' : '')
    const who =
      uploader === undefined
        ? 'nichts zeigt, dass der Künstler sie selbst eingestellt hat'
        : `eingestellt wurde sie von ${uploader}`
    return `${by} kennt sie als veröffentlichte Aufnahme von ${credited}, und ${who}.`
  },
}

const byDate = (year: number) =>
  `Im Jahr ${year} veröffentlicht, ist die Aufnahme in den USA gemeinfrei.`

/** What stands in place of a licence, by its id. */
const inWords: Readonly<Record<string, string>> = {
  'own-copy': 'Eigenes Exemplar',
  'all-rights-reserved': 'Alle Rechte vorbehalten',
  'LicenseRef-public-domain': 'Als gemeinfrei bezeichnet',
}

/** Licences have names, which stay; what else stands in a name is said in German. */
function nameLicence({ id, name }: RightsReasons['rights.licence']): string {
  if (Object.hasOwn(inWords, id)) return inWords[id] ?? name
  // A retired licence of Creative Commons has no id, and its own name.
  if (id === 'unknown' && !/^Creative Commons /.test(name)) return 'Keine bekannte Lizenz'
  return name
    .replace(/, version not given$/, ', ohne Angabe der Version')
    .replace(/ or later$/, ' oder später')
}
