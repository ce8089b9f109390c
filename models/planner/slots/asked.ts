import { addDays } from '../../../core/time.ts'
import { words } from '../words.ts'
import { fillSpending } from './finance.ts'
import { isUntil, periodOf, rfc, today } from './moment.ts'
import { fillDays, takeQuery } from './plans.ts'
import { chanceOf, left, type Slots, set, use } from './state.ts'

// What is asked to be seen: of which days, in which state, how many, about what.

const STATUSES: readonly (readonly [string, RegExp])[] = [
  [
    'all',
    words(
      'вообще все|с удал[её]нными|вместе с \\p{L}+|with deleted|full (?:injury )?list|полный список|все подряд|все задачи вообще|включая|all of them|including|ever|too|тоже',
    ),
  ],
  ['cancelled', words('отмен[её]нн\\p{L}*|cancell?ed')],
  ['deleted', words('удал[её]нн\\p{L}*|удалены|удалил[аи]?|deleted|removed')],
  [
    'done',
    words(
      'выполнен\\p{L}*|сделан\\p{L}*|заверш[её]нн\\p{L}*|закрыт\\p{L}*|готов(?:о|ы|ые|ых|ая|ую)|сработал\\p{L}*|done|finished|completed|closed|already (?:fired|went off)|past',
    ),
  ],
]
/** "выполненные задачи", "cancelled reminders": the state asked for, when the tool knows it. */
export const takeStatus = (slots: Slots): void => {
  const known = slots.tool.properties['status']?.enum
  const found = STATUSES.find(([, pattern]) => pattern.test(slots.clause.plain))?.[0]
  if (found && (!known || known.includes(found))) set(slots, 'status', found)
}
const MOST_ROWS = 50
const ONE_LAST = words(
  'последн(?:яя|юю|ей|ий|ее|его|им)|крайн(?:яя|юю|ий|ее|его)|(?:last|latest|most recent) (?:one|note|entry|jotting|transaction|payment|purchase|expense|thing|spend|buy)|single (?:latest|last)|(?:buy|bought|noted|wrote|paid|spent?) (?:\\p{L}+ ){0,2}last',
)
const ANY_LAST = words('последний раз|ближайш(?:ий|ая|ее|ую)', 'last|newest')
const LATEST = /(?<!\p{L})(?:latest|most rec[en]{2}t)((?: (?!of|with|for|on|in|from|by|to|i)\p{L}+){1,3})/u
/** "latest deworming of Jinx" is one, "latest readings" are several. */
const isLatest = (plain: string): boolean => {
  const noun = LATEST.exec(plain)?.[1]
  return noun !== undefined && !/[^s]s$/u.test(noun)
}
/** "last 3 meter readings" are no metres. */
const METERS = /^\p{L}*\d* ?meter$/u
export const takeLimit = (slots: Slots): void => {
  const { plain } = slots.clause
  const meters = left(slots, 'measure').find(
    ({ unit, end }) => METERS.test(unit.toLowerCase()) && /^\s*readings/u.test(plain.slice(end)),
  )
  const count = left(slots, 'number')[0] ?? meters
  if (!count && slots.tool.required.size === 0 && isLatest(plain)) set(slots, 'limit', 1)
  if (!count) {
    const isOne = ONE_LAST.test(plain) || (chanceOf(slots, 'limit') > 0.6 && ANY_LAST.test(plain))
    if (chanceOf(slots, 'limit') > 0.2 && isOne) set(slots, 'limit', 1)
    return
  }
  if (chanceOf(slots, 'limit') <= 0.5 && !words('последни\\p{L}*|last|latest|recent|перв\\p{L}*|first').test(plain))
    return
  if (Number.isInteger(count.value) && count.value >= 1 && count.value <= MOST_ROWS && set(slots, 'limit', count.value))
    use(slots, count)
}
const takeDates = (slots: Slots, latest?: string): void => {
  const period = periodOf(slots)
  if (!period) return
  use(slots, ...period.mentions)
  set(slots, 'from', latest === undefined && isUntil(slots, period) ? today(slots) : period.from)
  set(slots, 'to', latest !== undefined && period.to > latest && period.from <= latest ? latest : period.to)
}
const INCOME = words(
  'доход\\p{L}*|поступлени\\p{L}*|заработ\\p{L}*|приход\\p{L}*|получил[аи]?|income|earned|earnings|earn|money (?:that )?came in|received|deposits|was i paid|did i get paid',
)
const TRANSFERS = words('перевод\\p{L}* между|переводы|transfers?')
/** Money asked about is money that moved: nothing after today. */
export const fillTransactions = (slots: Slots): void => {
  takeDates(slots, today(slots))
  takeLimit(slots)
  if (INCOME.test(slots.clause.plain)) set(slots, 'kind', 'income')
  else if (TRANSFERS.test(slots.clause.plain)) set(slots, 'kind', 'transfer')
  takeQuery(slots)
}
export const fillSums = (slots: Slots): void => {
  fillSpending(slots)
  if (INCOME.test(slots.clause.plain)) set(slots, 'kind', 'income')
}
export const fillReminders = (slots: Slots): void => {
  takeLimit(slots)
  takeDates(slots)
  takeStatus(slots)
  takeQuery(slots)
}
const BEFORE = words('до|раньше|не позже|к', 'before|by|until|till')
/** "before friday" leaves friday out, "by friday" does not. */
const UNTIL_DAY = words('до|раньше', 'before|earlier than')
/** Tasks that nothing stands before, and those that wait. */
export const FREE_TO_START =
  /^(?:(?:а|и|ну|так|and|so)\s+)*(?:с чего (?:я |мне )?(?:могу |можно |лучше |стоит |мне )*(?:начать|начинать)|за что (?:я |мне )?(?:могу |можно |мне )*(?:взяться|браться)|что (?:я |мне )?(?:уже )?(?:могу|можно) (?:уже |сейчас )?(?:начать|начинать|делать)|what (?:can|could|should) i (?:already )?(?:start(?: with| on)?|begin(?: with)?)|which tasks (?:can i start|are (?:free|unblocked|ready))|what(?:'s| is) (?:unblocked|ready to start|free to start))[\s?.!]*$/u
export const WAITING =
  /^(?:(?:а|и|ну|and|so)\s+)*(?:(?:какие|что|какая) (?:из )?(?:задач[аи] |дел )?(?:ещё |еще )?(?:жд[её]т|ждут|заблокирован\p{L}+)(?: других)?|что чего жд[её]т|(?:what|which tasks)(?:'s| is| are)? (?:blocked|waiting)(?: (?:for|on) (?:others?|something))?)[\s?.!]*$/u
export const fillTasks = (slots: Slots): void => {
  const waits = WAITING.test(slots.clause.plain)
  if (waits || FREE_TO_START.test(slots.clause.plain)) {
    delete slots.args['query']
    set(slots, 'blocked', waits)
    return
  }
  takeLimit(slots)
  const period = periodOf(slots)
  if (period) {
    use(slots, ...period.mentions)
    const [mention] = period.mentions
    const said = mention && period.mentions.length === 1 ? slots.clause.plain.slice(0, mention.end) : ''
    if (mention?.kind === 'instant' && BEFORE.test(said)) set(slots, 'dueBefore', mention.at)
    else if (mention && UNTIL_DAY.test(said) && period.from === period.to)
      set(slots, 'dueBefore', rfc(slots, period.from, '00:00'))
    else if (period.from === period.to) set(slots, 'dueOn', period.from)
    else set(slots, 'dueBefore', rfc(slots, addDays(period.to, 1), '00:00'))
  }
  takeStatus(slots)
  takeQuery(slots)
}
const OWN_DAY = words('день|дня|расписани\\p{L}*', 'day|schedule|agenda')
export const fillEvents = (slots: Slots): void => {
  takeQuery(slots)
  // "how does my day look" is about today, though no day is named.
  const isToday = chanceOf(slots, 'from') > 0.5 && OWN_DAY.test(slots.clause.plain)
  fillDays(slots, isToday ? 'today' : 'none')
}
const TAG =
  /(?<!\p{L})(?:(?:хе[шс]?ш?)?т[еэ]г(?:ом|у|а)?|хэштег\p{L}*|хэштэг\p{L}*|метк(?:ой|а|е|у)|пометк(?:ой|а)|ярлык(?:ом)?|tag(?:ged)?(?: with| as)?|label(?:led|ed)?(?: with| as)?|under the|#)\s*[:«"]?\s*(?!(?:with|the|as|every|all|show|notes?)(?!\p{L})|ярлык|тег|метк|хе|хэ)([\p{L}\p{N}_-]+)/iu
const LABELLED =
  /(?<!\p{L})(?:помечен\p{L}+|(?:carrying|carry|with|having|under) (?:the )?)\s*(\p{L}+)(?= (?:tag|label)|$)|(\p{L}+) (?:tag|label)(?!\p{L})/u
export const fillNotes = (slots: Slots): void => {
  takeLimit(slots)
  if (words('удаленн\\p{L}*|deleted').test(slots.clause.plain)) set(slots, 'includeDeleted', true)
  const tag = TAG.exec(slots.clause.text)?.[1]
  if (
    tag &&
    tag.toLowerCase() !== 'tag' &&
    slots.tool.properties['tag'] &&
    !/^(?:notes?|заметк\p{L}*|в|на)$/iu.test(tag) &&
    /т[еэ]г|метк|ярлык|помечен|tag|label|#/iu.test(slots.clause.text)
  ) {
    slots.args['tag'] = tag
    delete slots.args['query']
    return
  }
  delete slots.args['tag']
  const labelled = chanceOf(slots, 'tag') > 0.5 ? LABELLED.exec(slots.clause.plain) : null
  if (labelled) {
    set(slots, 'tag', labelled[1] ?? labelled[2])
    delete slots.args['query']
    return
  }
  const { query } = slots.args
  if (
    typeof query === 'string' &&
    words('notebook|блокнот\\p{L}*|entries|new|little').test(query.toLowerCase()) &&
    query.split(' ').length <= 2
  )
    delete slots.args['query']
  takeQuery(slots)
}
