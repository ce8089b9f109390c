import { minorDigits } from '../../core/money.ts'
import type { Mention } from '../../models/planner/mention.ts'
import { normaliseText, readMentions, restOf, stemWords } from '../../models/planner/reading/index.ts'
import type { ToolTrace } from '../contract.ts'
import type { Run } from '../state.ts'

// What a turn can be about, as code hears it: the words, sums and moments of the person, and the rows they were shown.

/** A row that a tool returned to the model. */
export interface ShownRow {
  texts: string[]
  numbers: number[]
}
export interface Said {
  /** Of this message and the last ones; of the question it answers too. */
  words: ReadonlySet<string>
  /** All of it as it was said. */
  text: string
  /** In the units people speak in. */
  numbers: readonly number[]
  /** Digits of the person's money after the point. */
  digits: number
  /** Whether a day, a time or a length was spoken of. */
  moments: boolean
  /** The message alone. */
  now: {
    text: string
    timeZone: string
    words: ReadonlySet<string>
    content: readonly string[]
    mentions: readonly Mention[]
  }
  rows: ReadonlyMap<string, ShownRow>
  /** Moments of the rows that were spoken of. */
  rowMoments: readonly string[]
  /** The rows of the answer before this message. */
  lastRows: ReadonlySet<string>
}

/** Messages before this one whose words may still be meant. */
const BEFORE = 4
/** Characters of a message that are listened to. */
const READ = 2_000

/** What this message says; with `before`, what was said just before it too. */
export const readSaid = (run: Run, text: string, traces: readonly ToolTrace[], before: boolean): Said => {
  const own = run.history.filter(({ role }) => role === 'user').map((message) => message.text)
  const last = run.history.findLast(({ role }) => role === 'assistant')
  const asked = last && /\?\s*$/u.test(last.text) ? [last.text] : []
  const earlier = before ? [...own.slice(-BEFORE), ...asked, ...(run.facts ?? []).map((fact) => fact.text)] : []
  const heard = [text, ...earlier].map((each) => each.slice(0, READ))
  const now = mentionsOf(run, text)
  const mentions = [now, ...heard.slice(1).map((each) => mentionsOf(run, each))].flat()
  const rows = new Map<string, ShownRow>()
  for (const trace of [...run.history.flatMap((message) => message.tools ?? []), ...traces]) addRows(rows, trace.output)
  const lastRows = new Map<string, ShownRow>()
  for (const trace of last?.tools ?? []) addRows(lastRows, trace.output)
  const keys = new Set(keysOf(text.slice(0, READ)))
  // Text of a row is the person's only where they spoke of the row: it may hold anything.
  const isNamed = ([id, row]: [string, ShownRow]): boolean =>
    lastRows.has(id) || row.texts.flatMap(keysOf).some((key) => keys.has(key))
  const named = [...rows].filter(isNamed).map(([, row]) => row)
  return {
    words: new Set([...heard, ...textsOf(named)].flatMap(keysOf)),
    text: heard.join('\n'),
    numbers: [...heard.flatMap(digitsOf), ...mentions.flatMap((mention) => numbersOf(mention, run.user.currency))],
    digits: minorDigits(run.user.currency),
    moments:
      heard.some((each) => TIME_WORD.test(each)) ||
      mentions.some(({ kind }) => TIMELY.has(kind)) ||
      named.some(({ texts }) => texts.some((each) => MOMENT.test(each))),
    now: {
      text,
      timeZone: run.user.timeZone,
      words: keys,
      content: keysOf(restOf(normaliseText(text.slice(0, READ)), now)),
      mentions: now,
    },
    rows,
    rowMoments: named.flatMap(({ texts }) => texts.filter((each) => MOMENT.test(each))),
    lastRows: new Set(lastRows.keys()),
  }
}

/** Words of time that stand in no form code reads. */
const TIME_WORD =
  /(?<!\p{L})(?:сут(?:ки|ок)|сегодня\p{L}*|завтра\p{L}*|вчера\p{L}*|недел\p{L}*|месяц\p{L}*|минут\p{L}*|час\p{L}*|ноч\p{L}*|утр\p{L}*|вечер\p{L}*|раньше|пораньше|позже|попозже|(?:понедельн|вторн|сред|четверг|пятни[цч]|суббот|воскрес)\p{L}*|daily|weekly|monthly|to(?:day|night|morrow)\p{L}*|weeks?|days?|hours?|minutes?|noon|\d{1,2}(?:th|st|nd|rd)|th(?:irtie|irteen|\p{L}+tie)th|first|second|third|earlier|later|soon|(?:mon|tues|wednes|thurs|fri|satur|sun)day\p{L}*)(?!\p{L})/iu
const MOMENT = /^\d{4}-\d{2}-\d{2}/u
const TIMELY: ReadonlySet<Mention['kind']> = new Set([
  'date',
  'time',
  'instant',
  'range',
  'window',
  'duration',
  'delay',
  'shift',
  'rrule',
  'number',
])

const mentionsOf = (run: Run, text: string): Mention[] =>
  readMentions(normaliseText(text.slice(0, READ)), {
    now: run.request.now,
    timeZone: run.user.timeZone,
    lang: run.lang,
    currency: run.user.currency,
  })

const numbersOf = (mention: Mention, currency: string): number[] => {
  if (mention.kind === 'money') return [mention.amount / 10 ** minorDigits(mention.currency ?? currency)]
  if (mention.kind === 'number' || mention.kind === 'percent') return [mention.value]
  return []
}
/** "18,200" is read both ways: the point of one language is the space of the other. */
const digitsOf = (text: string): number[] =>
  (text.match(/\d+(?:[ \u00a0]\d{3})*(?:[.,]\d+)*/gu) ?? []).flatMap((digits) => {
    const plain = digits.replace(/[ \u00a0]/gu, '')
    const readings = [Number(plain.replace(',', '.')), Number(plain.replace(/,(?=\d{3}(?:\D|$))/gu, ''))]
    return [...new Set(readings.filter(Number.isFinite))]
  })

/** Every object with an id in what a tool returned. */
const addRows = (rows: Map<string, ShownRow>, output: unknown): void => {
  if (output === null || typeof output !== 'object') return
  const id: unknown = 'id' in output ? output.id : undefined
  if (typeof id === 'string') {
    const row = rows.get(id) ?? { texts: [], numbers: [] }
    for (const value of Object.values(output)) {
      if (typeof value === 'string' && value !== id) row.texts.push(value)
      if (typeof value === 'number') row.numbers.push(value)
    }
    rows.set(id, row)
  }
  for (const value of Object.values(output)) addRows(rows, value)
}
const textsOf = (rows: readonly ShownRow[]): string[] => rows.flatMap(({ texts }) => texts)

// biome-ignore format: a table
const LATIN: Record<string, string> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'j', з: 'z', и: 'i', й: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p',
  р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'ch', ш: 'sh', щ: 'sh', ъ: '', ы: 'i', ь: '', э: 'e', ю: 'u', я: 'a',
}
/** Words that stand for no thing. */
const EMPTY = new Set(
  stemWords(
    'и а но да не ни на в во с со у к ко о об по до за из от для про при над под без что как же ли бы то это этот эта мне меня мой моя я ты мы вы ' +
      'the a an of to in on at for with and or not my me i you we is are be it this that about from by as',
  ),
)

/** Words by the beginning of their stem in one script: a name that was declined, or written in the other script, is the same. */
export const keysOf = (text: string): string[] =>
  stemWords(text).flatMap((stem) => (EMPTY.has(stem) ? [] : [keyOf(stem)]))
const keyOf = (stem: string): string =>
  Array.from(stem, (letter) => LATIN[letter] ?? letter)
    .join('')
    .replaceAll(/[wy]/g, (letter) => (letter === 'w' ? 'v' : 'i'))
    .slice(0, 4)
