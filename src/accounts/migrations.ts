/** One step from the tables of one version to the next: statements that both databases read alike. */
export interface Migration {
  readonly name: string
  readonly statements: readonly string[]
}

/** In their order; one that was released is never changed. */
export const migrations: readonly Migration[] = [
  {
    name: 'accounts-1',
    statements: [
      `CREATE TABLE account (
        id text PRIMARY KEY, name text NOT NULL UNIQUE, role text NOT NULL, place text NOT NULL UNIQUE,
        password text, email text UNIQUE, subject text UNIQUE, limits text NOT NULL,
        created double precision NOT NULL)`,
      `CREATE TABLE session (
        id text PRIMARY KEY, account text NOT NULL REFERENCES account (id) ON DELETE CASCADE,
        token text NOT NULL UNIQUE, secure integer NOT NULL, address text NOT NULL,
        created double precision NOT NULL, used double precision NOT NULL)`,
      'CREATE INDEX session_account ON session (account)',
      `CREATE TABLE share (
        account text NOT NULL REFERENCES account (id) ON DELETE CASCADE, dir text NOT NULL,
        created double precision NOT NULL, PRIMARY KEY (account, dir))`,
      `CREATE TABLE pending_login (
        state text PRIMARY KEY, browser text NOT NULL, verifier text NOT NULL, nonce text NOT NULL,
        redirect text NOT NULL, until double precision NOT NULL)`,
      `CREATE TABLE audit (
        id text PRIMARY KEY, at double precision NOT NULL, who text NOT NULL, what text NOT NULL,
        thing text NOT NULL, params text NOT NULL)`,
      'CREATE INDEX audit_at ON audit (at)',
      `CREATE TABLE activity (
        account text NOT NULL REFERENCES account (id) ON DELETE CASCADE, kind text NOT NULL,
        key text NOT NULL, at double precision NOT NULL, amount double precision NOT NULL,
        PRIMARY KEY (account, kind, key, at))`,
    ],
  },
]

/** What keeps the audit log append-only, whoever asks the database. */
export const appendOnly = {
  sqlite: ['UPDATE', 'DELETE'].map(
    (how) => `CREATE TRIGGER audit_no_${how.toLowerCase()} BEFORE ${how} ON audit
      BEGIN SELECT RAISE(ABORT, 'The audit log is only added to.'); END`,
  ),
  postgres: [
    `CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'The audit log is only added to.'; END $$`,
    `CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
      FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()`,
  ],
}
