import type { published as English } from '../en/published.ts'
import { units } from './units.ts'

const { bytes, count } = units

export const published: typeof English = {
  keyMade: (path) =>
    `Der private Schlüssel liegt in ${path}. Behalte ihn für dich, und bewahre eine Kopie davon auf.\nNenne denen, die deinen Katalog lesen, diesen öffentlichen Schlüssel, auf anderem Weg als an dem Ort, wo du veröffentlichst:`,
  published: (place, { generation, isNew, bytes: all, sentBytes, replaced }) =>
    [
      isNew
        ? `Generation ${count(generation)} ist an ${place} veröffentlicht: ${bytes(all)}, jetzt gesendet: ${bytes(sentBytes)}.`
        : `An ${place} liegt dieser Katalog schon, als Generation ${count(generation)}.`,
      ...(replaced > 0 ? [`Dort beschädigt und neu gesendet: ${count(replaced)}`] : []),
    ].join('\n'),
  signedWith: (publicKey) => `Unterschrieben mit ${publicKey}`,
  plan: (place, { generation, tracks, bytes: all, missingBytes }) =>
    `${place}, Generation ${count(generation)}: ${count(tracks)} Titel, ${bytes(all)}; zu holen: ${bytes(missingBytes)}`,
  askKey: (place, signedBy) =>
    `Der Katalog an ${place} ist unterschrieben mit\n  ${signedBy}\nIst das der Schlüssel, der dir genannt wurde? (j/n) `,
  trusted:
    'Von jetzt an wird nur genommen, was dieser Schlüssel unterschrieben hat. Dem Ort selbst wird nichts geglaubt.',
  fetched: (generation, folder) => `Generation ${count(generation)} liegt in ${folder}`,
  dryRun: 'Nichts wurde geholt.',
}
