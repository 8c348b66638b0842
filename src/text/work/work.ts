import { foldText } from '../fold.ts'
import { type CatalogueNumber, readCatalogueNumbers, TAKEN } from './catalogue-numbers.ts'
import { composerOf } from './composers.ts'
import { type MusicalKey, readKey } from './keys.ts'
import { mayNameWork } from './may-name-work.ts'
import { bordersOf, type Movement, readMovement, startsWithNumber } from './movement.ts'
import { type Nickname, readNicknames } from './nicknames.ts'
import { numeralValue, ordinalValue } from './numerals.ts'
import { plainTitle } from './plain.ts'
import { CYCLES, formOf, instrumentOf, qualifierOf } from './terms.ts'
import { readVolumes } from './volumes.ts'

/** What a title says about a piece of classical music. */
export interface Work {
  /** Named in front of the title. */
  readonly composer: string | undefined
  readonly catalogue: readonly CatalogueNumber[]
  /** Works it is known as by a nickname. */
  readonly nicknames: readonly Nickname[]
  readonly forms: ReadonlySet<string>
  readonly instruments: ReadonlySet<string>
  readonly qualifiers: ReadonlySet<string>
  /** Of the symphony, or which of a set. */
  readonly number: number | undefined
  readonly key: MusicalKey | undefined
  /** Book, act, scene by kind. */
  readonly volumes: ReadonlyMap<string, number>
  readonly movement: Movement | undefined
}

const MAX_LENGTH = 300

/** Undefined where the title names no work by catalogue number, nickname, or form with number or key. */
export function readWork(title: string): Work | undefined {
  if (title.length > MAX_LENGTH || !mayNameWork(title)) return undefined
  const { composer, rest: named } = takeComposer(plainTitle(title))
  const isWork = wordsOf(named).some(formOf) || readKey(named).key !== undefined
  const { numbers: catalogue, rest } = readCatalogueNumbers(named, isWork)
  const { head, tail } = cutMovement(rest)
  const words = wordsOf(head)
  const forms = setOf(words, formOf)
  const nicknames = readNicknames(named, forms)
  const keyed = readKey(head)
  const number = readNumber(keyed.rest)
  const key = keyed.key ?? readKey(tail).key
  const movement = readMovement(readKey(tail).rest)
  if (catalogue.length === 0 && nicknames.length === 0)
    if (
      forms.size === 0 ||
      (number === undefined && key === undefined && movement?.number === undefined)
    )
      return undefined
  const work: Work = {
    composer,
    catalogue,
    nicknames,
    forms,
    instruments: setOf(words, instrumentOf),
    qualifiers: setOf(words, qualifierOf),
    number,
    key,
    volumes: readVolumes(named),
    movement,
  }
  return isSet(work) ? asPiece(work) : work
}

/** `Beethoven: Symphony No. 5`. */
function takeComposer(plain: string): { readonly composer?: string; readonly rest: string } {
  const found = /^([^:]{3,40}?)(?:\s*:\s+|\s+[-–—]\s+)/.exec(plain)
  const composer = found === null ? undefined : composerOf(foldText(found[1] ?? ''))
  return composer === undefined
    ? { rest: plain }
    : { composer, rest: plain.slice(found?.[0].length) }
}

const wordsOf = (plain: string) => plain.match(/[\p{L}\d]+/gu) ?? []

function setOf(
  words: readonly string[],
  nameOf: (word: string) => string | undefined,
): ReadonlySet<string> {
  return new Set(words.map(nameOf).filter((name) => name !== undefined))
}

/** The work's name, and what stands behind it: a movement's number first of all, else what follows a form or a number. */
function cutMovement(plain: string): { readonly head: string; readonly tail: string } {
  const borders = bordersOf(plain).filter(({ end }) => end > 0)
  const border =
    borders.find(
      ({ start, end }) => startsWithNumber(plain.slice(start)) && names(plain.slice(0, end)),
    ) ?? borders.find(({ end }) => names(plain.slice(0, end)))
  return border === undefined
    ? { head: plain, tail: '' }
    : { head: plain.slice(0, border.end), tail: plain.slice(border.start) }
}

const names = (head: string) =>
  head.includes(TAKEN) || wordsOf(head).some(formOf) || readNicknames(head, ANY).length > 0

const ANY: ReadonlySet<string> = new Set('concerto'.split(' '))

/** `no. 5`, `symphony 5`, `fifth symphony`, `5. sinfonie`. */
function readNumber(head: string): number | undefined {
  const numbered =
    /(?<!\p{L})(?:no|nr|n|num|numero|number|nummer)\b\.?\s*(\d{1,3}|[ivx]+)(?![\p{L}\d])/u.exec(
      head,
    )
  const value = numeralValue(numbered?.[1] ?? '')
  if (value !== undefined) return value
  const words = wordsOf(head)
  const at = words.findIndex(formOf)
  if (at === -1) return undefined
  const behind = words[at + 1] ?? ''
  if (/^\d{1,3}$/.test(behind)) return Number(behind)
  const before = words[at - 1] ?? ''
  return (
    ordinalValue(before) ?? (/^\d\s*\./.test(head) && at === 1 ? numeralValue(before) : undefined)
  )
}

/** Preludes, studies, dances: what is numbered behind the name is a piece of the set, not a movement. */
const isSet = ({ forms, number, movement, catalogue }: Work) =>
  forms.size > 0 &&
  movement?.number !== undefined &&
  number === undefined &&
  catalogue.every(({ piece }) => piece === undefined) &&
  ![...forms].some((form) => CYCLES.has(form))

function asPiece(work: Work): Work {
  const { movement, catalogue } = work
  const words = movement?.words ?? []
  const piece = movement?.number
  return {
    ...work,
    movement: words.length === 0 ? undefined : { number: undefined, words },
    number: catalogue.length === 0 ? piece : undefined,
    catalogue: catalogue.map((entry) => ({ ...entry, piece })),
  }
}
