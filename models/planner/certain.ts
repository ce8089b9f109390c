import { type Clause, mentionsOf } from './clause.ts'
import { type Intent, type IntentDeps, intentOf, isRecordOfDoing } from './intent.ts'
import { type Signs, signsOf } from './marks.ts'
import { RULES } from './rules.ts'
import { isBareExpense } from './signs/statements.ts'
import { FREE_TO_START, WAITING } from './slots/asked.ts'
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
    : HABITUAL.test(signs.plain) && mentionsOf(clause, 'time', 'window', 'instant').length > 0
      ? 'account_update_profile'
      : OF_TRAINING.test(signs.plain) && !signs.cues.question
        ? 'workouts_update_workout'
        : LIMITS.test(signs.plain) && mentionsOf(clause, 'number', 'measure').length > 0 && !signs.cues.question
          ? 'workouts_set_thresholds'
          : OWN_STACK.test(signs.plain)
            ? 'nutrition_get_diary'
            : isReading(clause, signs)
              ? 'health_log_metric'
              : OF_SYMPTOMS.test(signs.plain)
                ? 'health_list_entries'
                : LEFT_TO_DO.test(signs.plain) || FREE_TO_START.test(signs.plain) || WAITING.test(signs.plain)
                  ? 'tasks_list_tasks'
                  : isQuiet
                    ? 'account_update_profile'
                    : GOES_OUT.test(signs.plain)
                      ? 'finance_find_recurring'
                      : HOW_MUCH_LEFT_ON.test(signs.plain)
                        ? 'finance_get_budgets'
                        : ruleOf(clause, signs, FIRST)
  return tool !== undefined && toolbox.has(tool) ? tool : undefined
}

/** "проверь мои добавки": those of the diary, with what they come to. */
const OWN_STACK =
  /^(?:(?:а|и|please|and)[\s,]+)*(?:проверь|что (?:там )?с|всё ли (?:ок|нормально) с|check|how is|review)\s+(?:мо\p{L}+|my)\s+(?:добавк\p{L}*|витамин\p{L}*|стек\p{L}*|стак\p{L}*|бад\p{L}*|supplements?|vitamins|stack)[\s.!?]*$|(?:не слишком ли много|do i take too many) .{0,12}(?:добавок|витаминов|supplements|vitamins)[\s?]*$/u

/** "сатурация 93", "перемерил, давление 150 на 95": a reading and its figure, and next to nothing else. */
const READS =
  /^(?:(?:и|а|ещё|еще|вот|мой|моя|моё|мое|утром|вечером|сегодня|сейчас|перемерил[аи]?|померил[аи]?|измерил[аи]?|запиши|внеси|отметь|log|record|my|today|now|and|just)[\s,:]+)*(?:вес|давление|пульс|чсс|температура|сахар|глюкоза|сатурация|weight|blood pressure|bp|pulse|heart rate|temperature|temp|blood sugar|glucose|sugar|spo2|oxygen)(?!\p{L})/u
const NOT_OF_BODY = words(
  'шин\\p{L}*|кол[её]с\\p{L}*|комнат\\p{L}*|улиц\\p{L}*|духовк\\p{L}*|посылк\\p{L}*|рост\\p{L}*|профил\\p{L}*|анкет\\p{L}*|цел\\p{L}*|лимит\\p{L}*|поко[йя]|максимальн\\p{L}*|не|а не|куп\\p{L}*|рубл\\p{L}*|щен\\p{L}*|кот\\p{L}*|собак\\p{L}*',
  'tires?|tyres?|room|oven|outside|parcel|height|tall|profile|goal|limit|resting|maximum|max|not|bought|dollars?|puppy|cat|dog|kitten',
)
const MOST_BESIDE = 3
const isReading = (clause: Clause, { plain, cues }: Signs): boolean => {
  const figures = mentionsOf(clause, 'measure', 'pair', 'number', 'percent')
  if (figures.length !== 1 || cues.question || cues.money || !READS.test(plain) || NOT_OF_BODY.test(plain)) return false
  let rest = plain.replace(READS, '')
  for (const { start, end } of [...clause.mentions].sort((a, b) => b.start - a.start))
    rest = rest.replace(plain.slice(start, end), '')
  return (rest.match(/\p{L}{3,}/gu)?.length ?? 0) <= MOST_BESIDE
}
/** When one usually sleeps is a setting; a night that was is a record. */
const HABITUAL =
  /(?<!\p{L})(?:ложусь|засыпаю)(?!\p{L}).*(?<!\p{L})(?:встаю|просыпаюсь)(?!\p{L})|(?<!\p{L})i (?:usually )?(?:go to bed|sleep from)(?!\p{L}).*(?<!\p{L})(?:get up|wake up|to)(?!\p{L})|sleep hours|часы сна/u
/** "пульс на вчерашней пробежке был 152": of a training that is known, not of this moment. */
const OF_TRAINING =
  /(?<!\p{L})(?:пульс|усилие|калории|heart rate|effort|calories)(?!\p{L}).{0,30}?(?<!\p{L})(?:пробежк\p{L}*|тренировк\p{L}*|заплыв\p{L}*|заезд\p{L}*|плавани\p{L}*|поездк\p{L}*|(?:that|the|yesterday's|last) (?:run|workout|ride|swim|training)).{0,20}\d|(?<!\p{L})(?:swimming|running|cycling|workout) effort.{0,20}\d/u
/** Limits of the heart and of power, as training needs them. */
const LIMITS =
  /(?<!\p{L})(?:максимальн\p{L}* пульс\p{L}*|пульс\p{L}* поко[яй]|max(?:imum)? (?:heart rate|hr|pulse)|resting (?:heart rate|hr|pulse)|ftp)(?!\p{L})/u
const OF_SYMPTOMS =
  /^(?:какие|покажи|перечисли|список|мои|what|show|list|which|my)(?!\p{L}).{0,20}(?:симптом\p{L}*|symptoms?)[\s?.!]*$/u
/** "what's left on my list?": of things to do. */
const LEFT_TO_DO =
  /^(?:what(?:'s| is|s)? left|что (?:ещё |еще )?осталось) (?:on|in|to do on|в|из) (?:my |the |моем |моём )?(?:list|to.?do|списке|дел)[\s?.!]*$/u

const EXPENSE = 'finance_add_transaction'
/** What leaves every month, whether or not it was ever entered as a bill. */
const GOES_OUT =
  /(?<!\p{L})(?:сколько (?:\p{L}+ ){0,3}(?:уходит|списывается) (?:\p{L}+ ){0,2}(?:регулярно|на подписки|каждый месяц)|регулярно (?:\p{L}+ ){0,2}(?:уходит|списывается)|how much (?:\p{L}+ ){0,2}(?:goes|going|leaves|is leaving) (?:\p{L}+ ){0,2}(?:regularly|on subscriptions|every month))(?!\p{L})/u
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
export const isToDo = (clause: Clause, { plain, cues }: Signs = signsOf(clause)): boolean =>
  (TO_DO.test(plain) || CHORE.test(plain)) &&
  mentionsOf(clause, 'date', 'instant', 'time').length > 0 &&
  !cues.question &&
  !cues.amount &&
  !NOT_TO_DO.some((op) => cues.ops.has(op))

const CHECK = 'home_check_list_item'
const TICKS = words('вычеркни|вычеркивай|отметь|купил[аи]?', 'check off|cross off|tick off|bought|got')
const OF_IT = words(
  '(?:добавь|положи|перенеси|закинь|отнеси|поставь|запиши) (?:её|ее|его|это|эту задачу)',
  '(?:put|move|add|file|assign) (?:it|that|this|this task)',
)

/** Of two that what was learnt cannot tell apart, the first when these words are said. */
const CHOICES: readonly (readonly [string, string, RegExp])[] = [
  ['calendar_create_feed', 'calendar_revoke_feed', words('создай|сделай|дай|открой', 'create|make|give|generate|new')],
  ['calendar_revoke_feed', 'calendar_create_feed', words('закрой|отзови|отключи|убери', 'close|revoke|disable|remove')],
  [
    'account_undo_last',
    'calendar_cancel_event',
    /^(?:(?:нет|ой|стой|no|wait)[\s,]+)*(?:отмени|отмена|cancel)(?:[\s,.!]|$)(?!\s*(?:встреч|событи|созвон|the |my ))/u,
  ],
  ['finance_set_budget', 'finance_add_bill', words('бюджет\\p{L}*|лимит\\p{L}*', 'budget|limit')],
  ['home_get_household', 'home_list_chores', words('хозяйств\\p{L}*', 'household')],
  ['workouts_log_workout', 'workouts_update_workout', words('запиши|добавь|внеси', 'log|record|add')],
  ['health_log_metric', 'home_update_pet', /^[\d\s.,]+(?:кг|килограмм\p{L}*|kg|kilos?|lbs?|pounds)[\s.!]*$/u],
]

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
  // A night said again replaces the one that was there.
  const again =
    offered.includes('health_log_sleep') && offered.includes('health_update_entry') ? 'health_log_sleep' : undefined
  const ticked = TICKS.test(plain) && offered.includes(CHECK) ? CHECK : undefined
  const same =
    OF_IT.test(plain) && offered.includes('tasks_update_task') && offered.includes('tasks_add_task')
      ? 'tasks_update_task'
      : undefined
  const chosen = CHOICES.find(([a, b, said]) => offered.includes(a) && offered.includes(b) && said.test(plain))?.[0]
  const tool = ruleOf(clause, signs, LAST) ?? again ?? ticked ?? same ?? chosen ?? (isExpense ? EXPENSE : plan)
  return tool !== undefined && toolbox.has(tool) ? tool : undefined
}

const MEAL = 'nutrition_log_meal'
const CROSSED = words(
  'вычеркни\\p{L}*|вычеркивай\\p{L}*|зачеркни\\p{L}*',
  'cross(?:ed)? off|check(?:ed)? off|tick(?:ed)? off',
)

/** What was learnt and leaves a question open is settled by grammar, where its words alone do. */
export const intentFor = (deps: IntentDeps, clause: Clause): Intent => {
  const byRule = (tool: string): Intent => ({ kind: 'tool', tool, how: 'rule' })
  const learnt = intentOf(deps, clause)
  if (learnt.kind === 'refrain') return learnt
  const certain = certainTool(clause, deps.toolbox)
  if (certain !== undefined) return byRule(certain)
  // "помыть машину завтра" was not done yet.
  if (learnt.kind === 'tool' && isRecordOfDoing(learnt.tool) && isToDo(clause) && deps.toolbox.has('tasks_add_task'))
    return byRule('tasks_add_task')
  // What is crossed off a list was bought; it is removed only when somebody says so.
  if (learnt.kind === 'tool' && learnt.tool === 'home_remove_list_item' && CROSSED.test(clause.plain))
    return byRule('home_check_list_item')
  // "lunch 12": a sum and no food.
  if (
    learnt.kind === 'tool' &&
    learnt.tool === MEAL &&
    isBareExpense(clause, { ...signsOf(clause).cues, nouns: new Set() })
  )
    return byRule(EXPENSE)
  if (learnt.kind === 'tool') return learnt
  const likely = likelyTool(clause, deps.toolbox, learnt.kind === 'choose' ? learnt.tools : [])
  return likely === undefined ? learnt : byRule(likely)
}
