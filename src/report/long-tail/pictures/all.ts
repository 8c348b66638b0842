import type { Words } from '../../../words/words.ts'
import { type Markup, printMarkup } from '../../html/markup.ts'
import type { LongTail } from '../long-tail.ts'
import { describeDecades, drawDecades } from './decades.ts'
import { describeLorenz, drawLorenz } from './lorenz.ts'
import { describeStorage, drawStorage } from './storage.ts'
import { pictureStyles } from './styles.ts'

/** Every picture as a file of its own, with its look in it. */
export const describePictures = (tail: LongTail, words: Words) => [
  {
    name: 'storage' as const,
    title: words.tail.storage.title,
    description: describeStorage(tail, words),
    svg: standAlone(drawStorage(tail, words)),
  },
  {
    name: 'decades' as const,
    title: words.tail.decades.title[tail.weighed],
    description: describeDecades(tail, words),
    svg: standAlone(drawDecades(tail, words)),
  },
  {
    name: 'lorenz' as const,
    title: words.tail.lorenz.title,
    description: describeLorenz(tail, words),
    svg: standAlone(drawLorenz(tail, words)),
  },
]

const standAlone = (picture: Markup) =>
  printMarkup(picture).replace('>', () => `><style>${pictureStyles}</style>`)
