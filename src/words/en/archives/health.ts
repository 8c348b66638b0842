/** What the terminal says while an archive is checked and repaired. Bars are cli-progress's formats. */
export const health = {
  unrecorded: (why: string) => `The check could not be written into fixity.jsonl: ${why}`,
  making: (list: string) => `Making again what is lost, from the list ${list} …`,
  parityMade: (size: string) => `Parity beside the archive: ${size}.`,
  whatToDo: (command: string) => `To repair it: ${command}`,
  withCopy: (command: string) => `With a copy of the archive: ${command}`,
}
