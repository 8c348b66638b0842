/**
 * What one owner has, found however much others have: `job_ready` has what may be taken of it, and this all else. An
 * index of both would be written once more by every claim.
 */
export const OWNERS: string = `
CREATE INDEX job_not_ready ON songkeep.job (owner, number) WHERE NOT ready;
`
