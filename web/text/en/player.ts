import type { SoundFault } from '../../parts/players/sound-fault.ts'
import { format, plural } from './format.ts'

const { duration } = format

const faults: Readonly<Record<SoundFault, string>> = {
  'no-device': 'The browser finds no speakers or headphones on this computer.',
  'not-allowed': 'The browser does not start playing by itself. Press play.',
  gone: 'The file is gone.',
  'logged-out': 'You need to log in again: reload the page.',
  lost: 'The file cannot be reached right now. Try again in a moment.',
  unsupported: 'This browser cannot play files of this kind.',
  damaged: 'The browser cannot read this file: it may be damaged.',
  'not-here':
    'It cannot be played here: the file is gone, or the browser does not know its format.',
}

/** Of players; loaded with the first of them. */
export const player = {
  region: 'Player',
  playAll: 'Play all',
  playFromHere: 'Play the list from here',
  playFrom: (title: string) => `Play from ${title}`,
  play: 'Play',
  pause: 'Pause',
  previous: 'Previous track',
  next: 'Next track',
  close: 'Close the player',
  position: 'Position',
  positionOf: (position: number, length: number) =>
    `${duration(position * 1000)} of ${duration(length * 1000)}`,
  now: (title: string, artists: string) =>
    artists === '' ? `Now playing: ${title}` : `Now playing: ${title}, ${artists}`,
  place: (at: number, count: number) => `${format.count(at)} of ${format.count(count)}`,
  missing: (count: number) =>
    `${plural(count, 'track is', 'tracks are')} left out because ${count === 1 ? 'it is' : 'they are'} not kept.`,
  passedOver: (title: string, fault: SoundFault) => `Skipped “${title}”: ${faults[fault]}`,
  unheard: 'The browser finds no speakers or headphones: it is playing, but you cannot hear it.',
  faults,
}
