import { broken, line } from '../notation.ts'
import { uprightBass } from '../plucked.ts'
import type { Score } from '../score.ts'
import { musicBox } from '../struck.ts'
import { strings3 } from '../sustained.ts'

/** A music box in F, with the fourth raised: Lydian, as northern lights would be. */
export const nordlys: Score = {
  title: 'Nordlys',
  beatsPerMinute: 116,
  tail: 1.5,
  parts: [
    {
      instrument: musicBox,
      gain: 0.34,
      pan: 0.3,
      room: 0.5,
      notes: line(
        'C6:.5 F6:.5 A6:1 G6:.5 F6:.5 E6:1 | B5:.5 D6:.5 G6:1 E6:2 | C6:.5 E6:.5 A6:1 B6:.5 A6:.5 G6:1 | E6:1 D6:.5 B5:.5 C6:2',
        0.65,
      ),
    },
    {
      instrument: musicBox,
      gain: 0.2,
      pan: -0.4,
      room: 0.5,
      notes: broken(
        ['F4+C5+E5+A5', 'G4+B4+D5+G5', 'A4+C5+E5+B5', 'F4+A4+C5+E5'],
        '12343243',
        0.5,
        0.5,
      ),
    },
    {
      instrument: strings3,
      gain: 0.1,
      pan: -0.1,
      room: 0.7,
      notes: line('F3+C4+A4:4 | G3+D4+B4:4 | A3+E4+C5:4 | F3+C4+E4+A4:4', 0.5),
    },
    {
      instrument: uprightBass,
      gain: 0.26,
      pan: 0,
      room: 0.15,
      notes: line('F2:4 | F2:4 | A1:4 | F2:4', 0.5),
    },
  ],
}
