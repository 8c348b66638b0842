import { broken, line, rolled } from '../notation.ts'
import { guitar, uprightBass } from '../plucked.ts'
import type { Score } from '../score.ts'
import { glockenspiel } from '../struck.ts'
import { whistle } from '../sustained.ts'

/** A slow waltz in D: a guitar, a bass, a whistle, and a bell far out. */
export const harbourLights: Score = {
  title: 'Harbour Lights',
  beatsPerMinute: 138,
  tail: 1.6,
  parts: [
    {
      instrument: guitar,
      gain: 0.62,
      pan: -0.35,
      room: 0.25,
      notes: [
        ...broken(
          [
            'D3+A3+D4+F#4',
            'B2+F#3+B3+D4',
            'G2+D3+B3+D4',
            'A2+E3+A3+C#4',
            'F#2+A3+D4+F#4',
            'G2+D3+B3+E4',
            'A2+G3+C#4+E4',
          ],
          '123423',
          0.5,
        ),
        ...rolled('D3+A3+D4+F#4+A4', 21, 3, 0.7),
      ],
    },
    {
      instrument: whistle,
      gain: 0.2,
      pan: 0.2,
      room: 0.5,
      notes: line(
        'F#5:2 E5:1 | D5:2.5 C#5:.5 | B4:1 D5:1 G5:1 | E5:3 | F#5:1.5 G5:.5 A5:1 | G5:1 F#5:.5 E5:.5 D5:1 | E5:2 C#5:1 | D5:3',
      ),
    },
    {
      instrument: uprightBass,
      gain: 0.34,
      pan: 0,
      room: 0.08,
      notes: line('D2:3 | B1:3 | G2:3 | A1:3 | F#2:3 | G2:3 | A1:2 C#2:1 | D2:3', 0.6),
    },
    {
      instrument: glockenspiel,
      gain: 0.2,
      pan: 0.6,
      room: 0.7,
      notes: line('_:9 | E6:1 A6:2 | _:9 | A6:1 F#6:1 D6:1', 0.5),
    },
  ],
}
