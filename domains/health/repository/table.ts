// A table and its rows: the statements every table of this schema needs, written once from the names of its columns.
import type { Tx } from '../../../db/contract.ts'

export interface Row {
  id: string
  revision: string
}
export interface Table<R extends Row> {
  name: string
  /** The columns of alias `t` as an `R`. */
  columns: string
  selectById: string
  insert: string
  /** The same where a unique index may already hold such a row: no row comes back then. */
  insertUnlessThere: string
  /** What `insert` wants, the person's id first. */
  params(userId: string, row: R): unknown[]
}

/** `columns` names the column of each field. Texts are made once, from constants: values only ever go into `$n`. */
export const defineTable = <R extends Row>(name: string, columns: Record<keyof R & string, string>): Table<R> => {
  const fields = Object.keys(columns) as (keyof R & string)[]
  const shown = fields.map((field) => `t.${columns[field]} as "${field}"`).join(', ')
  const names = fields.map((field) => columns[field])
  const insert = `insert into ${name} (user_id, ${names.join(', ')})
      values ($1, ${names.map((_, index) => `$${index + 2}`).join(', ')})`
  return {
    name,
    columns: shown,
    selectById: `select ${shown} from ${name} t where t.user_id = $1 and t.id = any($2::uuid[])`,
    insert,
    insertUnlessThere: `${insert} on conflict do nothing returning id`,
    params: (userId, row) => [userId, ...fields.map((field) => asParam(row[field]))],
  }
}
const asParam = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !(value instanceof Date) ? JSON.stringify(value) : value

export const findRow = async <R extends Row>(tx: Tx, table: Table<R>, userId: string, id: string): Promise<R | null> =>
  (await tx.query<R>(table.selectById, [userId, [id]]))[0] ?? null

/** The same, held until the transaction ends. */
export const lockRow = async <R extends Row>(tx: Tx, table: Table<R>, userId: string, id: string): Promise<R | null> =>
  (await tx.query<R>(`${table.selectById} for update`, [userId, [id]]))[0] ?? null
