import type { story as English } from '../en/story.ts'

const numbers = [
  ...['kein', 'ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn'],
  ...['elf', 'zwölf'],
]

const spelled = (number: number) => numbers[number] ?? new Intl.NumberFormat('de-DE').format(number)

const tracks = (number: number) => `${spelled(number)} Titel`
const verb = (number: number, one: string, more: string) => (number === 1 ? one : more)

/** Each part begins with its verb, as the month stands before it. */
export const story: typeof English = {
  month: (month) =>
    `Im ${new Intl.DateTimeFormat('de-DE', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`))}`,
  parts: ({ added, removed, withdrawn, returned, changed, moved }, service) => [
    ...(added > 0 ? [`${verb(added, 'kam', 'kamen')} ${tracks(added)} dazu`] : []),
    ...(removed > 0 ? [`${verb(removed, 'fiel', 'fielen')} ${tracks(removed)} weg`] : []),
    ...(withdrawn > 0
      ? [
          service === undefined
            ? `${verb(withdrawn, 'ließ', 'ließen')} sich ${tracks(withdrawn)} nicht mehr abspielen`
            : `nahm ${service} ${withdrawn === 1 ? 'einen Titel' : tracks(withdrawn)} zurück`,
        ]
      : []),
    ...(returned > 0 ? [`${verb(returned, 'kam', 'kamen')} ${tracks(returned)} wieder`] : []),
    ...(changed > 0
      ? [`${verb(changed, 'bekam', 'bekamen')} ${tracks(changed)} andere Angaben`]
      : []),
    ...(moved > 0 ? [`${verb(moved, 'wechselte', 'wechselten')} ${tracks(moved)} den Platz`] : []),
  ],
  sentence: (month, parts) =>
    `${month} ${parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} und ${parts.at(-1)}`}.`,
}
