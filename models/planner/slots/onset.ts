import { addDays } from '../../../core/time.ts'
import { words } from '../words.ts'
import { fillLearnt, give } from './fields.ts'
import { today } from './moment.ts'
import { monthsAgo, monthsIn } from './spans.ts'
import { chanceOf, left, type Slots, set, use } from './state.ts'

// What began and lasts: symptoms, conditions, injuries.

const DAY_MINUTES = 1_440
/** "на тройку", "на восьмёрку". */
const GRADES = 'единиц,дво[ей],тро[ей],четв[её]р,пят[её]р,шест[её]р,сем[её]р,восьм[её]р,девят,десят'
  .split(',')
  .map((stem) => new RegExp(`(?<!\\p{L})на ${stem}(?:у|ку|чку|очку|рочку|яшку)(?!\\p{L})`, 'u'))
export const gradeIn = (plain: string): number | undefined => {
  const index = GRADES.findIndex((grade) => grade.test(plain))
  return index < 0 ? undefined : index + 1
}
const SINCE_YEAR = /(?<!\p{L})(?:с|в|from|since|in)\s+((?:19|20)\d\d)(?:-?го|\s+год[ау]?)?(?![\d.,:])/u
const THIS_MORNING = words('с (?:самого )?утра|с (?:прошлой )?ночи|since (?:this )?(?:morning|breakfast)|woke up with')
/** "болит второй день" began yesterday. */
const NTH_DAY =
  /(?<!\p{L})(втор\p{L}+|трет\p{L}+|четв[её]рт\p{L}+|пят\p{L}+|шест\p{L}+|second|third|fourth|fifth) (?:день|сутки|day)(?!\p{L})/u
const NTH = ['перв', 'втор', 'трет', 'четв', 'пят', 'шест']
const AGO = words('уже|назад|как|подряд|for|ago|now|already')
/** "с понедельника кашель", "astma since 2019", "три дня": the day it began. */
export const fillSince = (slots: Slots): void => {
  const { plain } = slots.clause
  const year = SINCE_YEAR.exec(plain)?.[1]
  const named = NAMED_DAY.test(plain)
  if (year !== undefined && !named && set(slots, 'since', `${year}-01-01`)) use(slots, ...left(slots, 'number'))
  const nth = NTH_DAY.exec(plain)?.[1]
  const ordinal = nth === undefined ? -1 : NTH.findIndex((stem) => nth.startsWith(stem))
  if (ordinal > 0) set(slots, 'since', addDays(today(slots), -ordinal))
  const [when] = left(slots, 'date', 'range', 'instant')
  const isToday = when?.kind === 'date' && when.date === today(slots)
  if (when && !isToday && give(slots, 'since', when)) use(slots, when)
  const [length] = left(slots, 'duration')
  const days = length && Math.round(length.minutes / DAY_MINUTES)
  if (days && set(slots, 'since', addDays(today(slots), -days))) use(slots, length)
  else if (AGO.test(plain) && chanceOf(slots, 'since') > 0.5) {
    const months = monthsIn(slots)
    if (months && set(slots, 'since', monthsAgo(today(slots), months.months))) use(slots, ...months.mentions)
  }
  if (THIS_MORNING.test(plain)) set(slots, 'since', today(slots))
  if (slots.tool.properties['severity']?.type !== 'string') set(slots, 'severity', gradeIn(plain))
  fillLearnt(slots)
}
const NAMED_DAY =
  /январ|феврал|март|апрел|(?<!\p{L})ма[яй]|июн|июл|август|сентяб|октяб|нояб|декаб|january|february|march|april|(?<!\p{L})may|june|july|august|september|october|november|december/u
