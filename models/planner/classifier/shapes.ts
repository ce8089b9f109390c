import { stemOf } from './words.ts'

const stems = (list: string): ReadonlySet<string> => new Set(list.split(' ').map(stemOf))

const SMALL = stems(
  'один одна одно два две три четыре пять шесть семь восемь девять десять одиннадцать двенадцать пятнадцать двадцать тридцать полтора полчаса пара ' +
    'one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty half couple',
)
const LARGE = stems(
  'сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто сто сотня двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот тысяча тыща тыс ' +
    'миллион косарь штука полтинник forty fifty sixty seventy eighty ninety hundred thousand million grand',
)
const MONEY = stems(
  'рубль руб рублей рубасов доллар бакс евро тенге динар гривна копейка dollar buck euro cent pound rub rsd usd eur',
)
const PAST = stems('вчера позавчера прошлый прошлом yesterday last ago')
const FUTURE = stems('завтра послезавтра следующий следующей tomorrow next upcoming')
const WEEKDAY = stems(
  'понедельник вторник среда среду четверг пятница пятницу суббота субботу воскресенье monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun',
)
const DAYTIME = stems(
  'утром утра вечером вечера днем ночью полдень полночь morning evening afternoon noon midnight tonight pm am',
)
const MONTH = stems(
  'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь января февраля марта апреля мая июня июля августа сентября октября ноября декабря ' +
    'january february march april june july august september october november december',
)
const SPAN = stems('час минута минут секунда день неделя месяц год hour minute min day week month year')
const REPEAT = stems(
  'каждый каждую ежедневно еженедельно ежемесячно будням every daily weekly monthly yearly weekdays each',
)

const LEXICAL: readonly (readonly [string, ReadonlySet<string>])[] = [
  ['#small', SMALL],
  ['#large', LARGE],
  ['#money', MONEY],
  ['#past', PAST],
  ['#future', FUTURE],
  ['#weekday', WEEKDAY],
  ['#daytime', DAYTIME],
  ['#month', MONTH],
  ['#span', SPAN],
  ['#repeat', REPEAT],
]

const shapeOfNumber = (token: string): string => {
  if (/^\d{1,2}:\d{2}$/.test(token)) return '#clock'
  if (/^\d{1,2}[.,]\d{2}$/.test(token)) return '#decimal'
  return Number(token.replace(/[.,:]/g, '')) < 40 ? '#small' : '#large'
}

/** The class a token belongs to ("450" and "1200" are both `#large`), or null for a word that stands for itself. */
export const shapeOf = (token: string): string | null => {
  const code = token.charCodeAt(0)
  if (code >= 48 && code <= 57) return shapeOfNumber(token)
  if (token === '?') return '#question'
  if (token === '%') return '#percent'
  if (/^[₽$€£]$/.test(token)) return '#money'
  const stem = stemOf(token)
  for (const [shape, members] of LEXICAL) if (members.has(stem)) return shape
  return null
}
