import type { SoundFault } from '../../parts/players/sound-fault.ts'
import type { player as english } from '../en/player.ts'
import { format, plural } from './format.ts'

const { duration } = format

const faults: Readonly<Record<SoundFault, string>> = {
  'no-device': 'Der Browser findet an diesem Computer weder Lautsprecher noch Kopfhörer.',
  'not-allowed': 'Der Browser spielt nichts von allein ab. Drück auf Abspielen.',
  gone: 'Die Datei ist nicht mehr da.',
  'logged-out': 'Das Passwort wird wieder verlangt: Lade die Seite neu.',
  lost: 'Gerade ist sie nicht zu erreichen. Versuch es gleich noch einmal.',
  unsupported: 'Dieser Browser kann solche Dateien nicht abspielen.',
  damaged: 'Der Browser kann diese Datei nicht lesen: Vielleicht ist sie beschädigt.',
  'not-here':
    'Hier lässt sie sich nicht abspielen: Sie ist weg, oder der Browser kennt ihr Format nicht.',
}

export const player: typeof english = {
  region: 'Player',
  playAll: 'Alles abspielen',
  playFromHere: 'Die Liste ab hier abspielen',
  playFrom: (title) => `Ab ${title} abspielen`,
  play: 'Abspielen',
  pause: 'Anhalten',
  previous: 'Voriger Titel',
  next: 'Nächster Titel',
  close: 'Player schließen',
  position: 'Stelle',
  positionOf: (position, length) => `${duration(position * 1000)} von ${duration(length * 1000)}`,
  now: (title, artists) =>
    artists === '' ? `Jetzt läuft: ${title}` : `Jetzt läuft: ${title}, ${artists}`,
  place: (at, count) => `${format.count(at)} von ${format.count(count)}`,
  missing: (count) =>
    `${plural(count, 'Titel ist nicht gesichert und fehlt', 'Titel sind nicht gesichert und fehlen')} hier.`,
  passedOver: (title, fault) => `„${title}“ übersprungen: ${faults[fault]}`,
  unheard: 'Der Browser findet keinen Lautsprecher: Es läuft, aber niemand hört es.',
  faults,
}
