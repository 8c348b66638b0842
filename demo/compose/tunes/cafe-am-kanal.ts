import { brush } from '../drums.ts'
import { beat, line } from '../notation.ts'
import { guitar, uprightBass } from '../plucked.ts'
import type { Score } from '../score.ts'
import { accordion } from '../sustained.ts'

/** A musette in A minor: bass on one, guitar on two and three, the accordion above. */
export const cafeAmKanal: Score = {
  title: 'Café am Kanal',
  beatsPerMinute: 176,
  tail: 1.3,
  parts: [
    {
      instrument: accordion,
      gain: 0.16,
      pan: 0.15,
      room: 0.3,
      notes: line(
        'A4:1 C5:1 E5:1 | F5:1.5 E5:.5 D5:1 | B4:1 E5:1 G#5:1 | A5:2 E5:1 | F5:.5 G5:.5 F5:.5 E5:.5 F5:1 | D5:1 F5:1 A5:1 | G#5:1 F5:.5 E5:.5 D5:.5 B4:.5 | A4:3',
        0.75,
      ),
    },
    {
      instrument: guitar,
      gain: 0.6,
      pan: -0.45,
      room: 0.15,
      notes: line(
        '_:1 A3+C4+E4:1 A3+C4+E4:1 | _:1 A3+D4+F4:1 A3+D4+F4:1 | _:1 G#3+D4+E4:1 G#3+D4+E4:1 | _:1 A3+C4+E4:1 A3+C4+E4:1 | _:1 A3+C4+F4:1 A3+C4+F4:1 | _:1 A3+D4+F4:1 A3+D4+F4:1 | _:1 G#3+D4+E4:1 G#3+D4+E4:1 | A3+C4+E4:3',
        0.45,
      ),
    },
    {
      instrument: uprightBass,
      gain: 0.34,
      pan: 0,
      room: 0.06,
      notes: line('A1:3 | D2:3 | E2:3 | A1:2 G1:1 | F1:3 | D2:3 | E2:2 G#1:1 | A1:3', 0.65),
    },
    { instrument: brush, gain: 0.4, pan: 0.4, room: 0.2, notes: beat('.xo', 1, 7, 0.5) },
  ],
}
