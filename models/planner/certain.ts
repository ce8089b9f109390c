import { type Clause, mentionsOf } from './clause.ts'
import { type Signs, signsOf } from './marks.ts'
import { RULES } from './rules.ts'
import { isBareExpense } from './signs/statements.ts'
import { namesReading } from './slots/health.ts'
import type { Toolbox } from './tool-schema.ts'
import { words } from './words.ts'

/** Rules so narrow that what was learnt need not be asked. */
const FIRST: ReadonlySet<string> = new Set([
  'account_get_profile',
  'account_update_profile',
  'tasks_add_task',
  'calendar_add_event',
  'finance_summarise_spending',
])
/** Rules that settle what would be declined or asked about otherwise. */
const LAST: ReadonlySet<string> = new Set([
  'memory_remember_fact',
  'memory_forget',
  'reminders_set_reminder',
  'finance_set_budget',
])

/** "запиши в заметки: …", "save a note: …": what follows is quoted, whatever it says. */
const NOTE_HEADING =
  /^(?:(?:пожалуйста|и|ещё|еще|please|and|also|can you)[\s,]+)*(?:запиши|сохрани|добавь|сделай|внеси|save|make|take|add|write|create)\s+(?:(?:в|мне|себе|новую|me|a|an|to|in|my|the|new|quick)\s+){0,4}(?:заметк[аиу]|notes?)\s*[:—–-]\s*\S/u
const UNDISTURBED = words(
  'не беспокой\\p{L}*|не тревож\\p{L}*|тих\\p{L}+ час\\p{L}*',
  "don'?t disturb|do not disturb|don'?t bother|quiet hours",
)
const RECORD =
  /^(?:(?:и|ещё|еще|пожалуйста|do|please|and|also|just|can you)[\s,]+)*(?:запиши|внеси|зафиксируй|log|record|put down)(?!\p{L})/u

const ruleOf = (clause: Clause, { plain, cues }: Signs, tools: ReadonlySet<string>): string | undefined => {
  const rule = RULES.find((one) => one.when(plain, cues, clause))
  return rule && tools.has(rule.tool) ? rule.tool : undefined
}

/** The tool grammar settles by itself, before anything learnt. */
export const certainTool = (clause: Clause, toolbox: Toolbox): string | undefined => {
  const signs = signsOf(clause)
  const isQuiet = UNDISTURBED.test(signs.plain) && mentionsOf(clause, 'window').length === 1
  const tool = NOTE_HEADING.test(signs.plain)
    ? 'account_add_note'
    : isQuiet
      ? 'account_update_profile'
      : HOW_MUCH_LEFT_ON.test(signs.plain)
        ? 'finance_get_budgets'
        : ruleOf(clause, signs, FIRST)
  return tool !== undefined && toolbox.has(tool) ? tool : undefined
}

const EXPENSE = 'finance_add_transaction'
/** "сколько осталось на продукты": of a limit, whatever else is counted in money. */
const HOW_MUCH_LEFT_ON = words(
  'сколько (?:\\p{L}+ ){0,3}остал\\p{L}+ (?:\\p{L}+ ){0,2}(?:на|по) (?!карт|сч[её]т|вклад|налич)\\p{L}+',
  'how much (?:\\p{L}+ ){0,4}(?:left|remaining|remains) (?:\\p{L}+ ){0,2}(?:for|on) (?!the card|my card|account)\\p{L}+',
)

/** "помыть машину завтра": a thing to be done, in the form that lists of them are kept in, with its day. */
const TO_DO =
  /^(?:(?:и|а|ещё|еще|надо|нужно|не забыть|потом|так|мне)\s+)*(?!(?:узна|посмотре|показа|посчита|найти|сказа|рассказа|переве|включ|выключ|провери))\p{L}{2,}(?:ть|ти|чь)(?:ся)?\s+\p{L}/u
/** "buy milk tomorrow": chores that no assistant could be asked to do itself. */
const CHORE =
  /^(?:(?:and|also|then|i (?:need|have) to|need to|must|gotta|don'?t forget to)\s+)*(?:buy(?! me | us )|pick up|drop off|pay|clean|wash|fix|return|renew|water|feed|submit|finish|iron|vacuum|pack|collect|replace|repair|mow)\s+\p{L}/u
const NOT_TO_DO = ['move', 'remove', 'change', 'show', 'complete', 'remind'] as const
const isToDo = (clause: Clause, { plain, cues }: Signs): boolean =>
  (TO_DO.test(plain) || CHORE.test(plain)) &&
  mentionsOf(clause, 'date', 'instant', 'time').length > 0 &&
  !cues.question &&
  !cues.amount &&
  !NOT_TO_DO.some((op) => cues.ops.has(op))

/** The tool grammar settles on when what was learnt only offers some, or none. */
export const likelyTool = (clause: Clause, toolbox: Toolbox, offered: readonly string[]): string | undefined => {
  const signs = signsOf(clause)
  const { cues, plain } = signs
  const sums = mentionsOf(clause, 'money', 'number').length
  const nouns = ['task', 'reminder', 'note', 'budget', 'account', 'free'] as const
  const isSum = sums === 1 && RECORD.test(plain) && !cues.question && !nouns.some((noun) => cues.nouns.has(noun))
  // "lunch 12": of all it might be, a sum and what it was for is an expense.
  // "пульс 62" is no purchase.
  const isRead = namesReading(plain)
  const isExpense =
    (isSum && !isRead) || (offered.includes(EXPENSE) && !isRead && isBareExpense(clause, { ...cues, nouns: new Set() }))
  const plan = isToDo(clause, signs) ? 'tasks_add_task' : undefined
  const tool = ruleOf(clause, signs, LAST) ?? (isExpense ? EXPENSE : plan)
  return tool !== undefined && toolbox.has(tool) ? tool : undefined
}
