import { applause, brush, shaker } from '../drums.ts'
import { beat, line } from '../notation.ts'
import { guitar, uprightBass } from '../plucked.ts'
import type { Score } from '../score.ts'
import { electricPiano } from '../struck.ts'

/** A trio swings through F, live: the room is larger, and it claps. Three steps of the drums are a beat. */
export const lanterns: Score = {
  title: 'Lanterns',
  beatsPerMinute: 152,
  tail: 0.4,
  parts: [
    {
      instrument: electricPiano,
      gain: 0.26,
      pan: -0.3,
      room: 0.45,
      notes: line(
        '_:.667 F3+Bb3+D4:1.333 _:1.667 F3+Bb3+D4:.333 | E3+Bb3+D4:1.5 _:1.167 E3+Bb3+C4:1.333 | E3+A3+C4:2.667 E3+A3+D4:1.333 | F#3+C4+Eb4:2 _:1 F#3+C4+D4:1 | F3+Bb3+D4:2 E3+Bb3+D4:2 | E3+A3+C4+G4:4',
        0.5,
      ),
    },
    {
      instrument: guitar,
      gain: 0.55,
      pan: 0.35,
      room: 0.45,
      notes: line(
        'D5:.667 F5:.333 Bb4:.667 D5:.333 A4:1.667 G4:.333 | _:.667 C5:.333 E5:.667 G5:.333 F5:.667 E5:.333 D5:.667 C5:.333 | A4:1.667 C5:.333 E5:1 _:1 | D5:.667 C5:.333 F#4:.667 A4:.333 C5:.667 Eb5:.333 D5:1 | Bb4:.667 D5:.333 F5:.667 A5:.333 G5:.667 E5:.333 C5:.667 Bb4:.333 | A4:4',
        0.75,
      ),
    },
    {
      instrument: uprightBass,
      gain: 0.34,
      pan: 0,
      room: 0.2,
      notes: line(
        'G1:1 Bb1:1 D2:1 Db2:1 | C2:1 E2:1 G2:1 Gb2:1 | F2:1 E2:1 C2:1 A1:1 | D2:1 C2:1 A1:1 Ab1:1 | G1:1 D2:1 C2:1 E1:1 | F1:4',
        0.7,
      ),
    },
    {
      instrument: shaker,
      gain: 0.3,
      pan: 0.2,
      room: 0.3,
      notes: beat('x..x.ox..x.o', 1 / 3, 5, 0.7),
    },
    {
      instrument: brush,
      gain: 0.4,
      pan: -0.1,
      room: 0.4,
      notes: beat('...x.....x..', 1 / 3, 5, 0.5),
    },
    {
      instrument: applause,
      gain: 1.1,
      pan: 0,
      room: 0.8,
      notes: [{ at: 21.5, beats: 6.5, pitch: 60, force: 0.5 }],
    },
  ],
}
