/**
 * The database's own time, so that hosts need not agree; and how far it is ahead: 0 but in tests. `$1` in every
 * statement that says NOW.
 */
export const NOW = `(clock_timestamp() + $1::float8 * interval '1 ms')`

export type AheadMs = () => number
