import { addDays } from '../../../core/time.ts'
import { words } from '../words.ts'
import { fillLearnt, give } from './fields.ts'
import { today } from './moment.ts'
import { monthsAgo, monthsIn } from './spans.ts'
import { markIn } from './spoken.ts'
import { chanceOf, left, type Slots, set, use } from './state.ts'

// What began and lasts: symptoms, conditions, injuries.

const DAY_MINUTES = 1_440
/** "на тройку", "восьмёрка". */
const GRADES = 'единиц,дво[ей],тро[ей],четв[её]р,пят[её]р,шест[её]р,сем[её]р,восьм[её]р,девят,десят'
  .split(',')
  .map((stem) => new RegExp(`(?<!\\p{L})(?:на ${stem}у|${stem}(?:а|(?:к|чк|очк|рочк|яшк)[ау]))(?!\\p{L})`, 'u'))
export const gradeIn = (plain: string): number | undefined => {
  const index = GRADES.findIndex((grade) => grade.test(plain))
  return index < 0 ? undefined : index + 1
}
const SINCE_YEAR = /(?<!\p{L})(?:с|в|from|since|in)\s+((?:19|20)\d\d)(?:-?го|\s+год[ау]?)?(?![\d.,:])/u
const THIS_MORNING = words(
  'с (?:самого )?(?:утра|полудня|обеда)|с (?:прошлой )?ночи|since (?:this )?(?:morning|breakfast|noon|lunch)|woke up with',
)
/** "болит второй день" began yesterday. */
const NTH_DAY =
  /(?<!\p{L})(втор\p{L}+|трет\p{L}+|четв[её]рт\p{L}+|пят\p{L}+|шест\p{L}+|second|third|fourth|fifth|sixth) (?:день|сутки|day)(?!\p{L})|(?<!\p{L})day (two|three|four|five|six|[2-9])(?!\p{L})/u
const NTH = [
  /^втор|^second|two|2/u,
  /^трет|^third|three|3/u,
  /^четв|^fourth|four|4/u,
  /^пят|^fifth|five|5/u,
  /^шест|^sixth|six|6/u,
]
const WHOLE_WEEK = words('(?:целую|уже|всю) неделю|неделю уже', '(?:a|one) (?:whole |full )?week')
/** "4/10", "пять из десяти", "an eight out of ten". */
const OF_TEN = /(?<![\d/])(10|\d|\p{L}+)(?:\s*\/\s*|\s+(?:из|out of)\s+)(?:10(?!\d)|десяти|ten(?!\p{L}))/u
const RU_MARKS = 'один два три четыре пять шесть семь восемь девять десять'.split(' ')
const takeOfTen = (slots: Slots): void => {
  const found = OF_TEN.exec(slots.clause.plain)
  const said = found?.[1] ?? ''
  const mark = /\d/.test(said) ? Number(said) : RU_MARKS.indexOf(said) + 1 || markIn(said)
  if (!found || !mark) return
  slots.args['severity'] = mark
  const end = found.index + found[0].length
  use(slots, ...slots.clause.mentions.filter((one) => one.start < end && one.end > found.index))
}
const AGO = words('уже|назад|как|подряд|for|ago|now|already')
/** "с понедельника кашель", "astma since 2019", "три дня": the day it began. */
export const fillSince = (slots: Slots): void => {
  const { plain } = slots.clause
  takeOfTen(slots)
  const year = SINCE_YEAR.exec(plain)?.[1]
  const named = NAMED_DAY.test(plain)
  if (year !== undefined && !named && set(slots, 'since', `${year}-01-01`)) use(slots, ...left(slots, 'number'))
  const [, nth, count] = NTH_DAY.exec(plain) ?? []
  const ordinal = NTH.findIndex((pattern) => pattern.test(nth ?? count ?? '')) + 1
  if (ordinal > 0) set(slots, 'since', addDays(today(slots), -ordinal))
  if (WHOLE_WEEK.test(plain) && chanceOf(slots, 'since') > PROBABLE) set(slots, 'since', addDays(today(slots), -7))
  const [when] = left(slots, 'date', 'range', 'instant')
  const day = when?.kind === 'date' ? when.date : when?.kind === 'instant' ? when.at.slice(0, 10) : undefined
  const isToday = day === today(slots)
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
const PROBABLE = 0.5
const NAMED_DAY =
  /январ|феврал|март|апрел|(?<!\p{L})ма[яй]|июн|июл|август|сентяб|октяб|нояб|декаб|january|february|march|april|(?<!\p{L})may|june|july|august|september|october|november|december/u
