import type { Told } from '../../src/model/reason.ts'
import { say } from '../../src/words/say.ts'
import type { CommonWords } from '../../src/words/words.ts'

/** What page, terminal and report say alike of evidence. */
export function evidenceFrom(words: CommonWords) {
  const { evidence, units } = words
  const { fields, links, actions, columns, facts } = evidence
  return {
    fields,
    links,
    actions,
    /** Of levels of agreement and notes. */
    word: (given: Told): string => say(given, words),
    probability: units.probability,
    bits: units.weight,
    field: columns.field,
    compared: columns.compared,
    drawn: columns.drawn,
    weight: columns.bits,
    all: columns.all,
    agreement: evidence.agreement,
    technical: evidence.technical,
    howToRead: evidence.howToRead,
    against: evidence.against,
    likely: evidence.likely,
    licence: facts.licence,
    asGiven: (text: string) => `${evidence.asGiven} ${text}`,
    host: facts.host,
    lookedUp: evidence.lookedUp,
    itsTerms: evidence.itsTerms,
    readOn: evidence.readOn,
    verdict: facts.verdict,
    from: facts.from,
    putThereBy: (name: string) => `${evidence.putThereBy} ${name}`,
    answer: facts.evidence,
    hostsAnswer: evidence.hostsAnswer,
    checksum: facts.checksum,
    original: evidence.ofTheOriginal,
    notes: facts.notes,
    whereElse: evidence.whereElse,
    namedBy: evidence.namedBy,
    notChecked: evidence.notChecked,
    file: facts.file,
    made: facts.made,
  }
}
