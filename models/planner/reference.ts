import { addDays, instantAt, localDateOf, toRfc3339, zoned } from '../../core/time.ts'
import { CODE_WORDS, SPORT_WORDS } from './codes.ts'
import { asRecord, type Done, type Turn } from './conversation.ts'
import { stemWords } from './reading/index.ts'
import { domainOf, type Toolbox } from './tool-schema.ts'
import type { Args, Draft, PersonContext, Ref, Row } from './types.ts'

export const isRow = (value: unknown): value is Row => typeof asRecord(value)['id'] === 'string'

/** Rows of a tool's output: the items of a list, or the one row it returned. */
export const rowsOf = (output: unknown): Row[] => {
  const given = asRecord(output)
  const items = given['items']
  if (Array.isArray(items)) return items.filter(isRow)
  return isRow(output) ? [output] : []
}

/** How far a plan may be from today to be meant without a date. */
const DAYS_BACK = 1
const DAYS_AHEAD = 60
const MOST = 100

/** The list call that shows the rows a reference may mean. */
export const lookupFor = (
  draft: Draft,
  toolbox: Toolbox,
  context: PersonContext,
): { name: string; args: Args } | undefined => {
  const name = toolbox.listFor(draft.tool)
  if (!name) return undefined
  return { name, args: windowOf(draft.ref, name, toolbox, context) }
}

/** The list call that shows the plans a reminder may be counted back from. */
export const lookupPlans = (
  name: string,
  ref: Ref,
  toolbox: Toolbox,
  context: PersonContext,
): { name: string; args: Args } => ({ name, args: windowOf(ref, name, toolbox, context) })

const windowOf = (ref: Ref | undefined, name: string, toolbox: Toolbox, context: PersonContext): Args => {
  const properties = toolbox.get(name)?.properties ?? {}
  const args: Args = {}
  const today = localDateOf(context.now, context.timeZone)
  const from = ref?.from ?? ref?.date
  const to = ref?.to ?? ref?.date
  const asInstants = domainOf(name) === 'calendar' || properties['from']?.format === 'date-time'
  const at = (date: string): string => toRfc3339(instantAt(date, '00:00', context.timeZone), context.timeZone)
  if (properties['from'] && properties['to']) {
    if (asInstants) {
      args['from'] = at(from ?? addDays(today, -DAYS_BACK))
      args['to'] = at(addDays(to ?? addDays(today, DAYS_AHEAD), 1))
    } else if (from && to) {
      args['from'] = from
      args['to'] = to
    }
  }
  const limit = properties['limit']
  if (limit) args['limit'] = Math.min(MOST, limit.maximum ?? MOST)
  return args
}

const TEXT_FIELDS = [
  'title',
  'text',
  'payee',
  'category',
  'note',
  'notes',
  'name',
  'location',
  'project',
  'subject',
  'value',
  'item',
  'description',
  'topic',
  'sport',
  'bodyPart',
  'goal',
]
const textOf = (row: Row): string => {
  const { kind, symptom } = row
  const own = TEXT_FIELDS.map((field) => (typeof row[field] === 'string' ? row[field] : ''))
  const called = typeof kind === 'string' ? (CODE_WORDS[kind] ?? '') : ''
  const felt = asRecord(symptom)['symptom']
  const trained = typeof row['sport'] === 'string' ? (SPORT_WORDS[row['sport']] ?? '') : ''
  return [...own, called, trained, typeof felt === 'string' ? felt : ''].join(' ')
}

const TIME_FIELDS = ['start', 'nextAt', 'at', 'dueAt', 'startsAt'] as const
/** When a row happens: an instant if it has one. */
export const instantOf = (row: Row): Date | undefined => {
  for (const field of TIME_FIELDS) {
    const value = row[field]
    if (typeof value !== 'string' || !value.includes('T')) continue
    const at = new Date(value)
    if (!Number.isNaN(at.getTime())) return at
  }
  return undefined
}

export const dateOf = (row: Row, context: PersonContext): string | undefined => {
  for (const field of ['occurredOn', 'dueOn', 'plannedOn', 'date', 'start']) {
    const value = row[field]
    if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return value
  }
  const at = instantOf(row)
  return at && localDateOf(at, context.timeZone)
}

const GONE = new Set(['deleted', 'cancelled', 'done', 'completed', 'superseded', 'split'])
const isOpen = (row: Row): boolean =>
  // A training is done by its nature; a task that is done is over.
  !(typeof row['status'] === 'string' && GONE.has(row['status']) && !('sport' in row && row['status'] === 'done')) &&
  row['deletedAt'] == null &&
  row['supersededAt'] == null &&
  row['active'] !== false

/** "сдал" and "сдать" are one verb. */
const rootOf = (stem: string): string => (stem.length >= 4 ? stem.replace(/[тл]$/u, '') : stem)

/** Two stems of one word, one of them mistyped by a letter. */
const near = (a: string, b: string): boolean => {
  if (a === b || rootOf(a) === rootOf(b)) return true
  if (a.length >= 4 && b.length >= 4 && (a.startsWith(b) || b.startsWith(a))) return true
  if (Math.min(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 1) return false
  let i = 0
  while (i < a.length && i < b.length && a[i] === b[i]) i++
  let j = 0
  while (j < a.length - i && j < b.length - i && a[a.length - 1 - j] === b[b.length - 1 - j]) j++
  return Math.max(a.length, b.length) - i - j <= 1
}

const SMALL_WORDS = new Set(
  stemWords(
    'в во на с со у о об про за к ко по из от для и а мой моя мою the a an of with to at for my in on from and about',
  ),
)
export const contentStems = (text: string): string[] => stemWords(text).filter((stem) => !SMALL_WORDS.has(stem))

/** How much of the words meant is said in a text, 0..1. */
export const shareIn = (wanted: readonly string[], text: string): number => {
  if (wanted.length === 0) return 1
  const have = contentStems(text)
  return wanted.filter((stem) => have.some((own) => near(stem, own))).length / wanted.length
}
const shareOf = (wanted: readonly string[], row: Row): number => shareIn(wanted, textOf(row))

const onDate = (rows: Row[], ref: Ref, context: PersonContext): Row[] => {
  const { date, time, amount } = ref
  let kept = rows
  if (date !== undefined)
    kept = kept.filter((row) => dateOf(row, context) === date || dateOf(row, context) === undefined)
  if (time !== undefined) {
    const timed = kept.filter((row) => {
      const at = instantOf(row)
      return at !== undefined && zoned(at, context.timeZone).toPlainTime().toString({ smallestUnit: 'minute' }) === time
    })
    if (timed.length > 0) kept = timed
  }
  if (amount !== undefined) {
    const same = kept.filter((row) => row['amount'] === amount)
    if (same.length > 0) kept = same
  }
  return kept
}

/** One row for all the occurrences of a series: the next one. */
const perSeries = (rows: readonly Row[], context: PersonContext): Row[] => {
  const best = new Map<unknown, Row>()
  for (const row of rows) {
    const key = row['seriesId'] ?? row.id
    const known = best.get(key)
    const isPast = (one: Row): boolean =>
      (instantOf(one)?.getTime() ?? Number.POSITIVE_INFINITY) < context.now.getTime()
    if (!known || (isPast(known) && !isPast(row))) best.set(key, row)
  }
  return [...best.values()]
}

const newest = (rows: readonly Row[]): Row | undefined =>
  [...rows].sort((a, b) =>
    String(b['createdAt'] ?? b['occurredOn'] ?? '').localeCompare(String(a['createdAt'] ?? a['occurredOn'] ?? '')),
  )[0]

/** The rows a reference means, and how much of its words they hold. */
export interface Fit {
  rows: Row[]
  share: number
}

/** The rows a reference means. One is the answer, none and several are for the person. */
export const chooseRows = (all: readonly Row[], ref: Ref, context: PersonContext): Row[] =>
  fitOf(all, ref, context).rows

export const fitOf = (all: readonly Row[], ref: Ref, context: PersonContext): Fit => {
  const open = all.filter(isOpen)
  if (ref.words === '@all') {
    const { from, to } = ref
    const rows = open.filter((row) => {
      const date = dateOf(row, context)
      return from === undefined || to === undefined || date === undefined || (date >= from && date <= to)
    })
    return { rows, share: rows.length > 0 ? 1 : 0 }
  }
  const dated = onDate(open, ref, context)
  if (ref.words === '@it') {
    const last = newest(dated)
    const rows = ref.last && last ? [last] : perSeries(dated, context)
    return { rows, share: rows.length > 0 ? 1 : 0 }
  }
  const wanted = contentStems(ref.words)
  const scored = dated.map((row) => ({ row, share: shareOf(wanted, row) }))
  const share = Math.max(0, ...scored.map((one) => one.share))
  if (share < (ref.exactly ? 1 : 0.5)) return { rows: [], share: 0 }
  const best = scored.filter((one) => one.share === share).map(({ row }) => row)
  return { rows: fewest(perSeries(best, context), wanted, ref, context), share }
}

/** Of rows that hold the words equally well: the newest if that was said, the one that says nothing else, the one ahead. */
const fewest = (rows: Row[], wanted: readonly string[], ref: Ref, context: PersonContext): Row[] => {
  if (rows.length < 2) return rows
  const last = ref.last ? newest(rows) : undefined
  if (last) return [last]
  const said = ref.also === undefined ? [] : rows.filter((row) => shareOf(contentStems(ref.also ?? ''), row) === 1)
  if (said.length === 1) return said
  const exact = rows.filter((row) => contentStems(textOf(row)).length === wanted.length)
  if (exact.length === 1) return exact
  const ahead = rows.filter((row) => (instantOf(row)?.getTime() ?? Number.POSITIVE_INFINITY) >= context.now.getTime())
  return ahead.length === 1 ? ahead : rows
}

/** Lists asked for to find a row: `look` for one that was named, `try` for one that may not be there. */
export const isLookup = (id: string): boolean => /^(?:look|try)\d/u.test(id)

export interface Mentioned {
  call: Done
  row: Row
}

/** Rows of the conversation that a tool may work on, the last spoken of first. */
export const mentionedRows = (turns: readonly Turn[], accepts: (call: Done) => boolean): Mentioned[] => {
  const found: Mentioned[] = []
  for (const turn of [...turns].reverse()) {
    for (const call of [...turn.calls].reverse()) {
      if (call.result?.status !== 'ok' || isLookup(call.id) || !accepts(call)) continue
      const rows = rowsOf(call.result.output)
      if (rows.length === 1 && rows[0]) found.push({ call, row: rows[0] })
    }
  }
  return found
}

const singular = (noun: string): string => noun.replace(/s$/u, '')
const nounOf = (tool: string): string => singular(tool.split('_').slice(2).join('_'))

/** Whether a call's result is a row of the kind `tool` changes: same domain, same noun. */
export const sameKind =
  (toolbox: Toolbox, tool: string) =>
  (call: Done): boolean => {
    if (domainOf(call.name) !== domainOf(tool)) return false
    const list = toolbox.listFor(tool)
    return list === undefined || call.name === list || nounOf(call.name) === nounOf(list)
  }
