/** The commands that compare records or sounds with one another. */
export const records = {
  compare: {
    summary: 'say of pairs of records whether they name one recording',
    pairs: 'JSON lines of {"id","left","right"}, .gz too, or - for standard input',
    catalogue: 'where it is known which names are of one artist; give it again for more',
    explain: 'say what each field weighs, with the values compared',
  },
  duplicates: {
    summary: 'find records that name one recording, or files that are one sound',
    records: 'JSON lines of {"id","title","artists",…}, .gz too, or - for standard input',
    audio: 'listen to the files in folders or an archive instead',
    json: 'with --audio: print {"id": path, "cluster"} a line, for programs',
    explanation: `--audio finds the same recording in any format and bit rate, whatever its tags and name say. The first
run decodes two minutes of every file; what was heard is remembered, and nothing is ever deleted.`,
  },
  evaluate: {
    summary: 'score answers against labelled truth',
    answers: 'what match, compare or duplicates answered',
    truth:
      'JSON lines of {"id","set","truth":[…]}, {"id","label"}, {"id","want"} or {"id","cluster"}',
    calibration: 'show how often answers of each probability are right',
    kind: 'what was answered',
  },
}
