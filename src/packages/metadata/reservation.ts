/**
 * Whether a text of a source reserves text and data mining (Directive (EU) 2019/790, article 4(3)), or the training of
 * models: as TDMRep has it, or in words. What says nothing reserves nothing here; what somebody says elsewhere is not seen.
 */
export const reservesMining = (text: string | undefined): boolean =>
  text !== undefined && RESERVED.test(text.slice(0, MAX_LENGTH))

const MAX_LENGTH = 4000

const RESERVED =
  /\btdm[-_ ]?reserv(?:ation["']?\s*[:=]\s*["']?1\b|ed\b)|\bno[-_ ]?(?:ai|tdm)\b|\b(?:no|not|without|prohibit\w*|forbid\w*|reserv\w*)\b[^.;]{0,80}\b(?:text (?:and|&) data mining|data mining|(?:ai|machine[- ]learning|model) training|train(?:ing)? (?:of )?(?:ai|models?|generative))|\btext (?:and|&) data mining\b[^.;]{0,60}\b(?:reserved|prohibited|forbidden|not (?:allowed|permitted))/i
