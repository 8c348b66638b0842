/** The year of the phonograph. An earlier year is a mistake, or the year of the composition. */
const firstRecordings = 1877

/**
 * Whether a sound recording first published in this year is in the public domain in the United States:
 * 17 U.S.C. § 1401(a)(2) for those before 15 February 1972, 95 years after. The year of a remaster is
 * not the year of the recording, and other countries count otherwise.
 * @param today ISO 8601 date
 */
export function isPublicDomainInUs(yearPublished: number, today: string): boolean {
  const yearNow = Number.parseInt(today, 10)
  if (yearPublished < firstRecordings) return false
  if (yearPublished < 1923) return yearNow >= 2022
  if (yearPublished <= 1946) return yearNow > yearPublished + 100
  if (yearPublished <= 1956) return yearNow > yearPublished + 110
  // Of 1972 the year alone does not tell which law applies: the later day counts.
  if (yearPublished < 1972) return today > '2067-02-15'
  return yearPublished < 1978 && yearNow > yearPublished + 95
}
