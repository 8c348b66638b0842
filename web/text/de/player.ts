import type { SoundFault } from '../../parts/players/sound-fault.ts'
import type { player as english } from '../en/player.ts'
import { format, plural } from './format.ts'

const { duration } = format

const faults: Readonly<Record<SoundFault, string>> = {
  'no-device': 'Der Browser findet an diesem Computer weder Lautsprecher noch Kopfhörer.',
  'not-allowed': 'Der Browser spielt nichts von allein ab. Bitte auf „Abspielen“ drücken.',
  gone: 'Die Datei ist weg.',
  'logged-out': 'Das Passwort wird wieder verlangt: Bitte die Seite neu laden.',
  lost: 'Die Datei ist gerade nicht zu erreichen. Bitte gleich noch einmal versuchen.',
  unsupported: 'Dieser Browser kann solche Dateien nicht abspielen.',
  damaged: 'Der Browser kann diese Datei nicht lesen: Vielleicht ist sie beschädigt.',
  'not-here':
    'Das lässt sich hier nicht abspielen: Die Datei ist weg, oder der Browser kennt ihr Format nicht.',
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
  unheard:
    'Der Browser findet weder Lautsprecher noch Kopfhörer: Es läuft, ist aber nicht zu hören.',
  faults,
}
