import { expect, test } from 'vitest'
import { type Reason, reason } from '../../../src/model/reason.ts'
import { de } from '../../../src/words/de/index.ts'
import { en } from '../../../src/words/en/index.ts'
import { say } from '../../../src/words/say.ts'

const blockedIn = ['CZ', 'CA', 'US', 'GB', 'DE', 'FR', 'JP']

test.each<[Reason, string, string]>([
  [
    reason('source.official-video', { sign: 'topic' }),
    'official: provided by the label or distributor',
    'offiziell: vom Label oder Vertrieb bereitgestellt',
  ],
  [
    reason('source.official-video', {
      sign: 'own-channel',
      apartMs: 23_000,
      blockedIn,
      embeddable: false,
    }),
    'official: the artist’s own channel; 23 s longer; not in CZ, CA, US, GB, DE and 2 more; not to be embedded',
    'offiziell: der eigene Kanal des Künstlers; 23 s länger; nicht in CZ, CA, US, GB, DE und 2 weiteren; nicht einzubetten',
  ],
  [
    reason('source.official-video', { sign: 'vevo', apartMs: -9000, allowedIn: [], blockedIn: [] }),
    'official: VEVO; 9 s shorter; only in no country',
    'offiziell: VEVO; 9 s kürzer; nur in keinem Land',
  ],
  [
    reason('source.video-not-proven', { by: 'openverse' }),
    'named by openverse; nothing shows that it is official',
    'genannt von openverse; nichts zeigt, dass es offiziell ist',
  ],
  [
    reason('source.folder-unreadable', { folder: '/m', why: reason('source.file-forbidden') }),
    'Library folder "/m" cannot be read: you may not read it.',
    'Der Ordner „/m“ ist nicht lesbar: es fehlt die Leseberechtigung.',
  ],
  [
    reason('source.refused-saying', { place: 'Openverse', status: 401, said: 'Sign in first.' }),
    'Openverse refused to answer (HTTP status 401): “Sign in first.”.',
    'Openverse hat keine Antwort gegeben (HTTP-Status 401): „Sign in first.“.',
  ],
  [
    reason('source.challenged', { place: 'Library of Congress' }),
    'Library of Congress asks visitors from this network to prove that they are people (a Cloudflare challenge), so it does not answer Songkeep: from another network it may.',
    'Library of Congress verlangt in diesem Netz den Beweis, dass ein Mensch fragt (eine Cloudflare-Prüfung), und antwortet Songkeep deshalb nicht: In einem anderen Netz ist das vielleicht anders.',
  ],
  [
    reason('source.error-code', { place: 'Deezer', errorCode: 600, said: 'Unknown path' }),
    'Deezer answered with an error (its code 600): “Unknown path”.',
    'Deezer hat mit einem Fehler geantwortet (Code 600): „Unknown path“.',
  ],
  [
    reason('network.wrong-content', {
      host: 'archive.org',
      why: reason('network.wrong-checksum', { algorithm: 'MD5' }),
    }),
    'What archive.org sent is not what was asked for: its MD5 is not the one that was promised.',
    'archive.org hat etwas anderes geschickt als verlangt: MD5 ist nicht, was versprochen war.',
  ],
  [
    reason('network.no-answer', { host: 'archive.org', why: reason('network.hung-up') }),
    'archive.org does not answer: it hung up.',
    'archive.org antwortet nicht: die Verbindung wurde beendet.',
  ],
  [
    reason('source.acoustid-error', {}),
    'AcoustID answered with an error: without a reason.',
    'AcoustID hat mit einem Fehler geantwortet: ohne Begründung.',
  ],
])('%j', (given, english, german) => {
  expect(say(given, en)).toBe(english)
  expect(say(given, de)).toBe(german)
})
