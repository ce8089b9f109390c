import { plainOf } from './words.ts'

/**
 * Command words people mistype. Only words of five letters and more, one slip away from one of these, are read as it;
 * names are never touched, because the repaired text decides only what is wanted, not what is written down.
 */
const COMMANDS = new Set(
  (
    'добавь добавить запиши записать поставь поставить создай создать удали удалить убери отмени отменить перенеси перенести передвинь сдвинь напомни напомнить напоминай напоминание напоминания ' +
    'покажи показать сколько потратил потратила потратили заплатил заплатила получил получила купил купила зарплата лимит бюджет задача задачу задачи встреча встречу встречи событие события заметка заметку заметки ' +
    'запомни забудь измени изменить поменяй исправь переименуй пропусти отложи выполнил выполнила сделал сделала завершил закрой свободное календарь расписание категория категорию расход расходы траты трату счета транзакция транзакции согласие профиль часовой ' +
    'delete remove cancel cancelled schedule reschedule remind reminder reminders finished complete completed tasks event events meeting meetings appointment expense expenses budget budgets transaction transactions ' +
    'spent spend spending bought paycheck salary remember forget change rename update snooze notes account accounts balance consent profile export calendar category limit groceries available postpone dentist create record'
  ).split(' '),
)
const BY_LENGTH = new Map<number, string[]>()
for (const word of COMMANDS) BY_LENGTH.set(word.length, [...(BY_LENGTH.get(word.length) ?? []), word])

/** One letter changed, missing, doubled, or two neighbours swapped. */
const isSlip = (typed: string, meant: string): boolean => {
  let head = 0
  while (head < typed.length && head < meant.length && typed[head] === meant[head]) head++
  let tail = 0
  while (
    tail < typed.length - head &&
    tail < meant.length - head &&
    typed[typed.length - 1 - tail] === meant[meant.length - 1 - tail]
  )
    tail++
  const a = typed.length - head - tail
  const b = meant.length - head - tail
  if (a <= 1 && b <= 1) return true
  return a === 2 && b === 2 && typed[head] === meant[head + 1] && typed[head + 1] === meant[head]
}

/** Endings differ between right forms of one word ("удалил", "удали"): a slip at the end is no slip. */
const sameBeginning = (typed: string, meant: string): boolean =>
  typed.slice(0, 2) === meant.slice(0, 2) || typed.slice(-3) === meant.slice(-3)

const repaired = (word: string): string => {
  if (word.length < 5 || COMMANDS.has(word)) return word
  for (const length of [word.length, word.length - 1, word.length + 1]) {
    for (const meant of BY_LENGTH.get(length) ?? []) {
      if (meant.length < 5 || !isSlip(word, meant) || !sameBeginning(word, meant)) continue
      const atEnd = word.startsWith(meant) || meant.startsWith(word) || word.slice(0, -1) === meant.slice(0, -1)
      if (!atEnd) return meant
    }
  }
  return word
}

/** Days are mistyped too, and a misread day is a wrong date. */
const DAYS = (
  'понедельник понедельника вторник вторника четверг четверга пятница пятницу пятницы суббота субботу субботы воскресенье воскресенья завтра вчера сегодня послезавтра ' +
  'monday tuesday wednesday thursday saturday tomorrow yesterday'
).split(' ')
const dayRepaired = (word: string): string => {
  const plain = plainOf(word)
  if (plain.length < 6 || DAYS.includes(plain)) return word
  const meant = DAYS.find(
    (day) => day.length >= 6 && isSlip(plain, day) && plain.slice(0, 2) === day.slice(0, 2) && !sameStem(plain, day),
  )
  return meant ?? word
}
/** "завтрак" is no slip of "завтра". */
const sameStem = (typed: string, meant: string): boolean =>
  typed.startsWith(meant) || meant.startsWith(typed) || typed.slice(0, -1) === meant.slice(0, -1)

/** Commands of four letters, whose only slip is two letters changing places. */
const SHORT = new Set(['move', 'undo', 'show', 'list', 'skip', 'book'])
const lettersOf = (word: string): string => [...word].sort().join('')
const shortRepaired = (word: string): string =>
  SHORT.has(word)
    ? word
    : ([...SHORT].find((meant) => meant[0] === word[0] && lettersOf(meant) === lettersOf(word)) ?? word)

/** The message with a mistyped first word, when that is a command, and mistyped days put right; names stay as typed. */
export const repairOpening = (text: string): string =>
  text
    .replace(/^\p{L}{4,}/u, (word) => {
      const plain = plainOf(word)
      const meant = plain.length === 4 ? shortRepaired(plain) : repaired(plain)
      return meant === plain ? word : meant
    })
    .replace(/\p{L}{6,}/gu, dayRepaired)

/** The text with mistyped command words put right. Takes lower case with ё as е. */
export const repairCommands = (plain: string): string => plain.replace(/\p{L}{5,}/gu, repaired)
