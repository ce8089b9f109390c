/** One open transaction. `text` must be static SQL that names every schema; values go into `$n`. */
export interface Tx {
  /** Rows of one statement. int8 comes as a safe integer, date as `YYYY-MM-DD`, timestamptz as Date, jsonb parsed. */
  query<Row extends object = Record<string, unknown>>(text: string, params?: readonly unknown[]): Promise<Row[]>
  /** A statement whose rows nobody needs: it goes with what follows, at the latest with the commit, which fails when it does. */
  send(text: string, params?: readonly unknown[]): void
}

/** Why code may see rows without being a person; a closed list, its callers are listed in the architecture test. */
export type SystemPurpose = 'login' | 'refresh' | 'links' | 'scheduler' | 'relay' | 'erasure' | 'migrations'

export interface TransactionOptions {
  /**
   * Its commit does not wait for the disk. A database that breaks down at that moment may forget it, unless another
   * transaction was committed after it: for what matters only when something lasting follows.
   */
  passing?: boolean
}

export interface Db {
  /** Opens a transaction that sees only this person's rows (row-level security). Rolls back when `fn` throws. */
  withUser<T>(userId: string, fn: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T>
  /** Opens a transaction as role `app_system`, which sees the named columns its policies open and no content. */
  asSystem<T>(purpose: SystemPurpose, fn: (tx: Tx) => Promise<T>): Promise<T>
  /** True for the database inside this process; for operations only, never for tools, agent or domains. */
  readonly embedded: boolean
  /** A `pg` connection configuration for libraries that need their own pool (LangGraph, BullMQ). */
  readonly connection: { connectionString?: string; host?: string; user?: string; database?: string; password?: string }
  ping(): Promise<void>
  close(): Promise<void>
}

/** One room's migrations: `folder` holds `0001_name.sql`, … ; `schema` is both the ledger name and the Postgres schema. */
export interface MigrationSet {
  schema: string
  folder: URL
}
