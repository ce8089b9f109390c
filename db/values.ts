import pg from 'pg'

const INT8 = 20
const INT8_ARRAY = 1016
const DATE = 1082
const DATE_ARRAY = 1182
const TIMESTAMP = 1114
const TEXT_ARRAY = 1009

const safeInteger = (text: string): number => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 ${text} does not fit a JavaScript integer`)
  return value
}

// The type package has more parsers than its list of type names says.
type ListedType = Parameters<typeof pg.types.getTypeParser>[0]
const textArray: (text: string) => (string | null)[] = pg.types.getTypeParser(TEXT_ARRAY as ListedType)

const parsers = new Map<number, (text: string) => unknown>([
  [INT8, safeInteger],
  [INT8_ARRAY, (text) => textArray(text).map((item) => (item === null ? null : safeInteger(item)))],
  // A local date has no zone: a Date object would invent one.
  [DATE, (text) => text],
  [DATE_ARRAY, textArray],
  [TIMESTAMP, (text) => text],
])

/** How column values arrive in JavaScript: see `Tx.query` in the contract. Everything else as `pg` does it. */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format ?? 'text') === 'text' && parsers.has(oid)
      ? parsers.get(oid)
      : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
}
