import type { Message } from '../../core/messages.ts'
import type { SmallTalk } from './intent.ts'
import { instantOf } from './reference.ts'
import type { Row } from './types.ts'

/** How a row is named in a question: its words and when or how much. */
export const labelOf = (row: Row): Message => {
  const { sport, distanceMeters, durationMinutes, start } = row
  if (typeof sport === 'string' && typeof start === 'string')
    return {
      key: 'models.row_workout',
      params: {
        sport,
        metres: typeof distanceMeters === 'number' ? distanceMeters : 0,
        km: typeof distanceMeters === 'number' ? Number((distanceMeters / 1000).toFixed(2)) : 0,
        minutes: typeof durationMinutes === 'number' ? Math.round(durationMinutes) : 0,
        at: { instant: start },
      },
    }
  const words = ['title', 'text', 'name', 'payee', 'category', 'note']
    .map((field) => row[field])
    .find((value): value is string => typeof value === 'string' && value !== '')
  const name = words ?? ''
  const { amount, currency, occurredOn } = row
  if (typeof amount === 'number' && typeof currency === 'string') {
    const money = { money: amount, currency }
    return typeof occurredOn === 'string'
      ? { key: 'models.row_money', params: { name, money, date: { date: occurredOn } } }
      : { key: 'models.row_money_plain', params: { name, money } }
  }
  const at = instantOf(row)
  return at
    ? { key: 'models.row_timed', params: { name, at: { instant: at } } }
    : { key: 'models.row_plain', params: { name } }
}

const numbered = (items: readonly Message[]): Message => ({
  key: 'models.plain_list',
  params: {
    list: {
      list: items.map((item, index) => ({ key: 'models.numbered', params: { number: index + 1, item } })),
      join: 'lines',
    },
  },
})

/** Most rows shown in one question; more of them ask for better words instead. */
export const MOST_CHOICES = 7

export const askWhichRow = (rows: readonly Row[]): Message =>
  rows.length > MOST_CHOICES
    ? { key: 'models.too_many_rows', params: { count: rows.length } }
    : { key: 'models.which_row', params: { list: numbered(rows.map(labelOf)) } }

/** What a tool does, in the words of a choice. */
export const askWhichTool = (tools: readonly string[], has: (key: string) => boolean): Message | undefined => {
  const named = tools.filter((tool) => has(`models.do.${tool}`))
  const [only] = named
  if (only === undefined) return undefined
  if (named.length === 1) return { key: 'models.one_tool', params: { item: { key: `models.do.${only}` } } }
  return { key: 'models.which_tool', params: { list: numbered(named.map((tool) => ({ key: `models.do.${tool}` }))) } }
}

export const askFor = (slot: string, tool: string, has: (key: string) => boolean): Message => {
  const keys = [`models.ask.${tool}.${slot}`, `models.ask.${slot}`]
  return { key: keys.find(has) ?? 'models.ask.any' }
}

export const smallTalk = (kind: SmallTalk, name: string | null): Message =>
  name && kind === 'greeting' ? { key: 'models.greeting_name', params: { name } } : { key: `models.${kind}` }
