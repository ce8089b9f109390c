import fc from 'fast-check'

interface Schema {
  type?: string | string[]
  format?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  minimum?: number
  maximum?: number
}

/** Texts that look right to one check or another. */
const TEXTS = [
  'такси',
  'RUB',
  'USD',
  'XXX',
  'Europe/Moscow',
  'Asia/Kathmandu',
  '09:00',
  '24:00',
  '25:61',
  'FREQ=DAILY',
  'FREQ=WEEKLY;BYDAY=MO,WE',
  'RRULE:FREQ=MONTHLY;BYMONTHDAY=31',
  'FREQ=DAILY;INTERVAL=0',
  'FREQ=SECONDLY',
  'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
  'FREQ=DAILY;COUNT=99999999',
  'FREQ=DAILY;UNTIL=00000101T000000Z',
  '🙂',
  'שלום',
  "'; --",
  '%',
  '\\',
  '{x}',
  '  ',
  '+79161234567',
  'ru-RU',
  'expense',
  'x'.repeat(600),
]
const INSTANTS = [
  '2026-03-19T10:00:00+03:00',
  '2026-03-18T23:59:59Z',
  '2026-03-29T02:30:00+01:00',
  '1970-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '0001-01-01T00:00:00Z',
  '2026-03-19T10:00:00+14:00',
  '2026-02-31T10:00:00Z',
]
const DATES = ['2026-03-18', '2026-03-19', '2024-02-29', '2026-02-29', '0001-01-01', '9999-12-31', '2026-13-01']

/** Inputs that keep to a JSON schema or miss it narrowly. */
export const inputOf = (schema: Schema): fc.Arbitrary<unknown> => {
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices && choices.length > 0) return fc.oneof(...choices.map(inputOf))
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  if (type === 'object') return objectOf(schema)
  if (type === 'array') return fc.array(inputOf(schema.items ?? {}), { maxLength: 3 })
  if (type === 'boolean') return fc.boolean()
  if (type === 'null') return fc.constant(null)
  if (type === 'integer' || type === 'number') {
    const { minimum = -5, maximum = 1_000_000 } = schema
    const edges = fc.constantFrom(0, 1, minimum, maximum, minimum - 1, maximum + 1)
    return fc.oneof(edges, fc.integer({ min: Math.max(minimum, -1e9), max: Math.max(Math.min(maximum, 1e9), minimum) }))
  }
  if (schema.format === 'uuid') return fc.oneof(fc.uuid(), fc.constant('00000000-0000-4000-8000-000000000000'))
  if (schema.format === 'date-time') return fc.constantFrom(...INSTANTS)
  if (schema.format === 'date') return fc.constantFrom(...DATES)
  return fc.oneof(fc.constantFrom(...TEXTS, ...INSTANTS, ...DATES), fc.string({ maxLength: 30 }))
}

const objectOf = ({ properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> =>
  fc.record(Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, inputOf(schema)])), {
    requiredKeys: required,
  })
