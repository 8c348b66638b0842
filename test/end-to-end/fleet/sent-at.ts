/** The header in which a worker's request says when it left: milliseconds since 1970. */
export const SENT_AT = 'x-sent-at'
