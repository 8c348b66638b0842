import type { errors as English } from '../../en/command-line/errors.ts'
import { units } from '../units.ts'

const { count } = units

const likely = (similar: string) => (similar === '' ? '' : ` Ist ${similar} gemeint?`)

export const errors: typeof English = {
  seeHelp: (command) => `${command} --help zeigt, was es gibt.`,
  unknownOption: (flag, similar) => `Die Option ${flag} gibt es nicht.${likely(similar)}`,
  unknownCommand: (name, similar) => `Den Befehl ${name} gibt es nicht.${likely(similar)}`,
  missingArgument: (name) => `${name} fehlt.`,
  missingValue: (flags) => `${flags} braucht einen Wert.`,
  missingOption: (flags) => `${flags} muss angegeben sein.`,
  tooMany: (expected, received, all) =>
    `Zu viele Argumente: erwartet ${expected === 1 ? 'wird 1' : `werden ${count(expected)}`}, angegeben sind ${count(received)} (${all}).`,
  wrongValue: (what, value, allowed) => `${what} kann nicht „${value}“ sein. ${allowed}`,
  oneOf: (choices) => `Möglich ist: ${choices}.`,
  size: 'Möglich ist eine Zahl mit kB, MB, GB oder TB, etwa 4.7GB.',
  wholeNumber: (least, most) =>
    `Möglich ist eine ganze Zahl von ${count(least)} bis ${count(most)}.`,
  port: 'Möglich ist eine Zahl von 0 bis 65535; 0 nimmt irgendeine, die frei ist.',
  rate: 'Eine Rate wie 50MB/s angeben, mindestens 1kB/s.',
}
