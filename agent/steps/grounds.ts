import { HumanMessage } from '@langchain/core/messages'
import { toRfc3339 } from '../../core/time.ts'
import type { Grounds } from '../../guardrails/policy.ts'
import type { Mention } from '../../models/planner/mention.ts'
import type { PlannedCall, ToolTrace } from '../contract.ts'
import type { Run, State } from '../state.ts'
import { speaksOf } from './purposes.ts'
import { keysOf, readSaid, type Said, type ShownRow } from './said.ts'

// Whether the person said what a call would write. A model may choose words and days, but a sum, a title or a row that
// comes from nowhere is asked about; a call of which nothing was said is not run.

type Judged = 'said' | 'unsaid' | 'silent'

/** What is kept word for word. */
const TEXTS = new Set(
  'title text name match payee note notes location project displayName query item symptom bodyPart pet appliance chore goal reaction'.split(
    ' ',
  ),
)
/** A figure that was measured or read off: kept as it was said. */
const FIGURES = new Set(['value'])
/** Names that a model may choose for what was said. */
const LABELS = new Set(['category', 'tags'])
const SUMS = new Set(['amount', 'limit', 'balance'])
const MOMENTS = new Set('start end at startsAt dueAt plannedOn until date time shiftMinutes minutes rrule'.split(' '))

/** Notes on each call that writes whether the person said it; a model that reads rows may have it from anywhere. */
export const judgeGrounds = (run: Run, state: State, calls: readonly PlannedCall[]): void => {
  const writes = calls.filter(({ name }) => run.deps.registry.entries.get(name)?.tool.risk !== 'read')
  if (writes.length === 0) return
  const message = state.messages.findLast((each) => each instanceof HumanMessage)?.text ?? ''
  const grounds = judgeBy(run, message, state.traces)
  for (const call of writes) call.grounds = grounds(call.args)
}

/** Most calls are in the message itself; what was said before it is read only when one is not. */
export const judgeBy = (
  run: Run,
  message: string,
  traces: readonly ToolTrace[],
): ((input: Record<string, unknown>) => Grounds) => {
  const now = readSaid(run, message, traces, false)
  let before: Said | undefined
  return (input) => {
    if (hasMadeUpId(input, now)) return 'not said'
    if (groundsOf(input, now) === 'said') return 'said'
    before ??= readSaid(run, message, traces, true)
    return groundsOf(input, before)
  }
}

/** `input` are the arguments of a call that writes. */
const groundsOf = (input: Record<string, unknown>, said: Said): Grounds => {
  const judged = judgeFields(input, said)
  const row = typeof input['id'] === 'string' ? judgeRow(input['id'], said) : 'silent'
  const firm = [...judged.firm, row]
  const labels = judged.firm.includes('said') ? [] : judged.labels
  const all = [...firm, ...labels]
  if (typeof input['purpose'] === 'string' && input['granted'] === true && !speaksOf(input['purpose'], said.text))
    return 'partly'
  if (!all.includes('unsaid')) return 'said'
  return all.includes('said') || row === 'unsaid' ? 'partly' : 'not said'
}

/** Ids that no tool returned are made up. */
const hasMadeUpId = (input: unknown, said: Said): boolean => {
  if (typeof input === 'string') return UUID.test(input) && !said.rows.has(input)
  return input !== null && typeof input === 'object' && Object.values(input).some((value) => hasMadeUpId(value, said))
}
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu

interface Fields {
  firm: Judged[]
  labels: Judged[]
}
const judgeFields = (input: object, said: Said): Fields => {
  const fields: Fields = { firm: [], labels: [] }
  // An amount with its unit is no sum in minor units: "200 мг".
  const isMeasured = 'unit' in input && typeof input.unit === 'string'
  for (const [name, value] of Object.entries(input)) {
    if (TEXTS.has(name) && typeof value === 'string') fields.firm.push(judgeText(value, said.words))
    else if (LABELS.has(name)) fields.labels.push(judgeText(String(value), said.words))
    else if ((FIGURES.has(name) || (isMeasured && SUMS.has(name))) && typeof value === 'number')
      fields.firm.push(said.numbers.some((number) => Math.abs(number - value) < 0.01) ? 'said' : 'unsaid')
    else if (SUMS.has(name) && typeof value === 'number') fields.firm.push(isSum(value, said) ? 'said' : 'unsaid')
    else if (MOMENTS.has(name) && value !== null) fields.firm.push(judgeMoment(value, said))
    else if (value !== null && typeof value === 'object') {
      const inner = judgeFields(value, said)
      fields.firm.push(...inner.firm)
      fields.labels.push(...inner.labels)
    }
  }
  return fields
}

const judgeText = (text: string, words: ReadonlySet<string>): Judged => {
  const keys = keysOf(text.slice(0, 2_000))
  if (keys.length === 0) return 'silent'
  return keys.filter((key) => words.has(key)).length * 2 >= keys.length ? 'said' : 'unsaid'
}

/** Where there is one of these a moment is counted or left open: it is not heard as it is. */
const COUNTED: ReadonlySet<Mention['kind']> = new Set(['delay', 'shift', 'duration', 'rrule', 'invalid'])

const isVague = (mention: Mention): boolean => COUNTED.has(mention.kind) || ('exact' in mention && !mention.exact)

/** A day and a time that the message names are the ones meant; what it leaves open, a model may choose. */
const judgeMoment = (value: unknown, { moments, rowMoments, now: { mentions, timeZone } }: Said): Judged => {
  if (!moments) return 'unsaid'
  if (typeof value !== 'string' || mentions.some(isVague)) return 'silent'
  const at = INSTANT.test(value) ? new Date(value) : null
  const local = at && !Number.isNaN(at.getTime()) ? toRfc3339(at, timeZone) : value
  const [date, time] = [local.slice(0, 10), at ? local.slice(11, 16) : null]
  // "За день" before a row that was spoken of is at its time of day.
  if (
    time &&
    rowMoments.some((each) => INSTANT.test(each) && toRfc3339(new Date(each), timeZone).slice(11, 16) === time)
  )
    return 'silent'
  const numbers = mentions.flatMap((mention) => (mention.kind === 'number' ? [mention.value] : []))
  const hours = mentions.flatMap(hoursOf)
  if (time && hours.length > 0) {
    // "В 10 утра по Нью-Йорку": the hour on the clock the value itself is written by.
    const clocks = [hoursIn(time), hoursIn(value.slice(11, 16))]
    const isHeard = clocks.some((clock) => [...hours, ...numbers].some((hour) => isNear(hour, clock)))
    return isHeard ? 'silent' : 'unsaid'
  }
  const days = mentions.flatMap(daysOf)
  if (!DAY.test(date) || days.length === 0) return 'silent'
  return days.some((isIt) => isIt(date)) || numbers.includes(Number(date.slice(8))) ? 'silent' : 'unsaid'
}
const DAY = /^\d{4}-\d{2}-\d{2}$/u
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/u
const hoursIn = (time: string): number => Number(time.slice(0, 2)) + Number(time.slice(3, 5)) / 60
/** "В три" is 3:00 or 15:00, and "half three" is no hour away. */
const isNear = (a: number, b: number): boolean => {
  const apart = Math.abs(a - b) % 12
  return Math.min(apart, 12 - apart) < 1
}
const hoursOf = (mention: Mention): number[] => {
  if (mention.kind === 'time') return mention.exact ? [hoursIn(mention.time)] : []
  if (mention.kind === 'instant') return mention.exact ? [hoursIn(mention.at.slice(11, 16))] : []
  return mention.kind === 'window' ? [hoursIn(mention.from), hoursIn(mention.to)] : []
}
const daysOf = (mention: Mention): ((date: string) => boolean)[] => {
  if (mention.kind === 'date') return [isAbout(mention.date)]
  if (mention.kind === 'instant') return [isAbout(mention.at.slice(0, 10))]
  return mention.kind === 'range' ? [(date) => mention.from <= date && date <= mention.to] : []
}
/** A weekday may be of this week or the next. */
const isAbout =
  (said: string) =>
  (date: string): boolean =>
    [0, 7].includes(Math.abs(Date.parse(date) - Date.parse(said)) / 86_400_000)

/** A sum in minor units that was said, or is one step of arithmetic away from what was said and what rows hold. */
const isSum = (minor: number, { numbers, rows, digits }: Said): boolean => {
  const sum = Math.abs(minor) / 10 ** digits
  const said = [...new Set(numbers.map(Math.abs))].filter((n) => n > 0).slice(-MOST)
  const shown = [...new Set([...rows.values()].flatMap((row) => row.numbers))].slice(-MOST).map((n) => n / 10 ** digits)
  const is = (value: number): boolean => Math.abs(Math.abs(value) - sum) < 0.01
  // Less than one is rounded to nothing: a hundredth is not a half.
  const isRounded = (value: number): boolean => sum >= 1 && Math.abs(value - sum) < 1
  return (
    sum === 0 ||
    [...said, ...shown, totalOf(said)].some(is) ||
    said.some(
      (n) => is(n / 2) || (n <= FEW && shown.some((m) => is(m * n) || isRounded(m / n) || isShare(n, m, isRounded))),
    ) ||
    said.some((n) => [...said, ...shown].some((m) => is(m + n) || is(m - n))) ||
    said.some((n) => n <= FEW && said.some((m) => is(m * n) || isRounded(m / n) || isShare(n, m, isRounded)))
  )
}
const totalOf = (said: readonly number[]): number => said.reduce((total, n) => total + n, 0)
/** A part of a sum, or the sum with or without it: "10 % on top". */
const isShare = (percent: number, of: number, is: (value: number) => boolean): boolean =>
  [0, of, -of].some((base) => is(Math.abs(base + (of * percent) / 100)))
const MOST = 12
/** How many times, into how many parts, how many per cent. */
const FEW = 100

/** Whether anything that such a call writes can be heard in words: codes, switches and the last change cannot. */
export const isHeard = (inputSchema: Record<string, unknown>): boolean =>
  Object.keys((inputSchema['properties'] ?? {}) as object).some(
    (name) => name === 'id' || ((TEXTS.has(name) || SUMS.has(name)) && !PERSONAL.has(name)),
  )
/** A name of the person comes among codes. */
const PERSONAL = new Set(['displayName', 'query'])

const word = (pattern: string): RegExp => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'iu')
/** Words that point at a row without naming it. */
const POINTS = word(
  'е[её]|его|их|ему|ей|им|эт(?:о|от|а|у|и|ой|ом|ого|их)|т(?:от|у|ой|ого|е)|перв\\p{L}+|втор\\p{L}+|трет\\p{L}+|последн\\p{L}+|предыдущ\\p{L}+|друг\\p{L}+|вс[её]|все(?:х|м|ми)?|об[ае]|так|тогда|туда|там|' +
    'it|its|that|this|them|those|these|ones?|first|second|third|last|previous|other|both|all|every(?:thing)?|same|so|then|there|instead',
)
/** Words of changing as such: what is left beside them names a row. */
const ACTS = new Set(
  keysOf(
    'отметь отметить закрой закрыть заверши выполни выполнил сделал сделала сделано готово удали убери отмени отменить отмена верни перенеси перенести сдвинь подвинь измени поменяй исправь переименуй поставь отложи пропусти напомни напоминай ' +
      'задача задачу встреча встречу событие напоминание трата трату расход запись заметка факт дело время название сумма категория раньше позже лучше надо нужно можно давай пожалуйста нет ой да ладно ок ещё теперь уже опять снова только вместо точнее вернее имел виду ' +
      'mark done complete completed finish finished close delete remove cancel undo move shift reschedule postpone change update fix rename set make put snooze skip remind ' +
      'task meeting event reminder expense record entry note fact thing time title amount category earlier later better please need can could should let no oops oh yes ok okay sorry actually mean meant rather instead just now already again only',
  ),
)

/** Whether the message names the row, points at one that was just spoken of, or says nothing that would be another one. */
const judgeRow = (id: string, said: Said): Judged => {
  const row = said.rows.get(id)
  if (!row) return 'unsaid'
  const { words, content, text } = said.now
  const keys = row.texts.flatMap(keysOf)
  if (keys.some((key) => words.has(key) && !ACTS.has(key))) return 'said'
  if (heldBy(row, said)) return 'said'
  if (POINTS.test(text)) return 'said'
  const foreign = content.filter((key) => !ACTS.has(key))
  return foreign.length === 0 || (said.lastRows.has(id) && LEANS.test(text)) ? 'said' : 'unsaid'
}
const LEANS =
  /^[\s\p{P}]*(?:нет|не|ой|упс|ах|а|и|лучше|тогда|вернее|точнее|no|not|oops|sorry|better|actually|rather|make|oh|and|or)(?!\p{L})/iu

/** Whether the message says the row's day, time or sum. */
const heldBy = (row: ShownRow, { now: { mentions } }: Said): boolean =>
  mentions.some((mention) => {
    if (mention.kind === 'money') return row.numbers.includes(mention.amount)
    if (mention.kind === 'number') return row.numbers.some((n) => n === mention.value || n === mention.value * 100)
    if (mention.kind === 'date') return row.texts.some((text) => text.startsWith(mention.date))
    if (mention.kind === 'time') return row.texts.some((text) => text.includes(`T${mention.time}`))
    if (mention.kind === 'instant') return row.texts.some((text) => text.startsWith(mention.at.slice(0, 16)))
    return false
  })
