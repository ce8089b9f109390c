import type { Clause } from './clause.ts'
import type { Cues } from './cues.ts'
import { words } from './words.ts'

/**
 * Sentences whose meaning grammar mostly settles by itself. The first that holds is one of the marks the classifier weighs
 * (`marks.ts`): training finds how far each can be trusted.
 */
export interface IntentRule {
  tool: string
  when(plain: string, cues: Cues, clause: Clause): boolean
}

/** Taking back the last thing, with nothing else in the sentence: certain without having been learnt. */
export const UNDO = new RegExp(
  '^(?:ой|нет|упс|стоп|а|и|oops|no|wait|ok|please|actually|and|[\\s,.!])*(?:' +
    'отмени(?:ть)?(?: (?:это|последнее(?: действие)?|последнюю операцию|последнюю запись|предыдущее|все это|обратно|пожалуйста|что сделал|то что сделал))*|' +
    'отмена|верни(?: все)?(?: (?:как было|назад|обратно|все как было))+|верни как было|откати(?: (?:это|назад|последнее|все))*|сделай как было|передумал[аи]?|(?:отмени )?(?:и )?(?:предыдущее|то что до этого|то что было до)(?: действие)? (?:тоже|также)(?: отмени(?:ть)?| верни)?|(?:тоже )?отмени(?:ть)? (?:и|тоже|также|еще и) предыдущее|' +
    'undo(?: (?:it|that|this|the last(?: one| thing| action| change)?|last(?: one| action| change)?|please))*|revert(?: (?:it|that|this|the last change))?|take (?:that|it) back|roll(?: it| that)? back|put it back(?: how it was)?|never ?mind,? undo(?: it| that)?' +
    ')[\\s.!]*$',
  'u',
)
const HOW_MUCH_SPENT = words(
  'сколько .{0,30}(?:потрат\\p{L}*|трач\\p{L}*|ушло|уходит|расход\\p{L}*|трат|просади\\p{L}*|спусти\\p{L}*|отда\\p{L}*|проел\\p{L}*|стоил\\p{L}*|вышло)',
  'на что .{0,30}(?:ушл\\p{L}*|потрат\\p{L}*|трач\\p{L}*|уход\\p{L}*)',
  'куда .{0,20}(?:ушл\\p{L}*|уход\\p{L}*|дел\\p{L}*).{0,10}(?:деньги|бабки|зарплата)?',
  'how much .{0,40}(?:spent|spend|spending|blow|blew|paid|pay)',
  '(?:what|where).{0,20}(?:spend|spent|money go|money went|spending)',
)
const FREE = words(
  'когда (?:я|у меня|мне|можно).{0,25}(?:свобод\\p{L}*|окн\\p{L}*)|свободн\\p{L}+ (?:окн\\p{L}*|врем\\p{L}*|слот\\p{L}*|час\\p{L}*|мест\\p{L}*|промежут\\p{L}*)|окошк\\p{L}*|(?:найди|подбери|есть ли|ищи).{0,20}(?:окн\\p{L}*|врем(?:я|ени)|слот\\p{L}*)|свободен ли я|свободна ли я',
  'when am i free|am i free|free (?:slots?|time|hours?|window|gap)|find (?:me )?(?:a |some )?(?:time|slot|gap|hour|free)|availability|open slots?|when (?:can|could) i (?:fit|squeeze)|do i have (?:any )?(?:free )?time',
)

const COMMANDS_REMEMBER =
  /^[\s,]*(?:пожалуйста |плиз |please |hey |ok |so |just |и |and |also )*(?:запомни(?:ть|те)?|имей в виду|учти|remember(?! (?:to|what|when|if|how)(?!\p{L}))|keep in mind|bear in mind|note that)(?!\p{L})/u
const NOTE = /(?<!\p{L})(?:заметк\p{L}*|заметочк\p{L}*|записк\p{L}*|(?<!take )notes?)(?!\p{L})/u

const WRITE_VERBS = ['add', 'move', 'change', 'remove', 'complete', 'snooze', 'skip', 'remind'] as const
const commands = (cues: Cues): number => WRITE_VERBS.filter((op) => cues.ops.has(op)).length

/** "сколько на продукты сегодня?": of money, unless it is asked of an account or a limit. */
const HOW_MUCH_ON =
  /^(?:(?:а|и|ну|так|слушай|and|so)[\s,]+)*(?:сколько|скока|how much)(?: всего| денег| у меня| in total| did i do| have i got)? (?:на|за|on|for) (?!меня|тебя|час|чем|earth|average|that|it)(?:\p{L}+ ){0,2}?\p{L}+(?: (?:сегодня|вчера|за вчера|(?:за|в|на) (?:этот|эту|этом|этой|прошл\p{L}+|день|недел\p{L}+|месяц\p{L}*)(?: \p{L}+)?|today|yesterday|(?:this|last) \p{L}+|in \p{L}+|so far))[\s?.!]*$/u

/** "задача: вынести мусор": a heading and what belongs under it. */
const TASK_HEADING =
  /^(?:(?:новая|срочная|важная|ещё|еще|и|new|another|urgent|important)\s+)*(?:задача|таск|тудушка|task|to-?do)\s*[:—–-]\s*\p{L}/u
/** A new meeting: a verb that makes, and at once what it makes. "поставь его на 5" and "schedule for friday?" are none. */
const NEW_EVENT =
  /^(?:(?:и|а|мне|пожалуйста|please|can you|could you|and|also)[\s,]+)*(?:(?:поставь|назначь|создай|добавь|запланируй|забронируй|организуй)\s+(?:мне\s+|нам\s+)?(?:новую\s+)?(?:встреч[уи]|созвон|совещани[ея]|событи[ея])|(?:schedule|book|arrange|set up|plan|create|add|put)\s+(?:me\s+|us\s+)?(?:an?|another)\s+(?:new\s+|quick\s+)?(?:meeting|call|appointment|event))(?!\p{L})/u
const RESHAPES = words(
  'раньше|позже|вместо|earlier|later|instead|reminder|task|to-?do|задач\\p{L}*|напоминани\\p{L}*|note',
)
const BODY = new RegExp(
  `${words('рост\\p{L}*|вес|вешу|весом|ростом|tall|height|weigh\\p{L}*|weight').source}.{0,12}\\d|\\d+(?:[.,]\\d+)?\\s*(?:см|кг|cm|kg|kilos?|lbs?|pounds)(?!\\p{L}).{0,12}${words('tall|ростом|весом').source}`,
  'u',
)
/** A weight alone is a measurement; with a height, or said for the profile, it is a part of it. */
const OF_PROFILE = words('рост\\p{L}*|профил\\p{L}*|анкет\\p{L}*|настройк\\p{L}*|tall|height|profile|settings')
const OWN_BODY = words('я|мой|моя|мо[йея]|у меня|вешу|i|i.m|im|my|me')
const NOT_OWN_BODY = words(
  'похуде\\p{L}*|цель|хочу|сколько|какой|посылк\\p{L}*|купи\\p{L}*|мама|папа|сын\\p{L}*|доч\\p{L}*|кот\\p{L}*|запомни|lose|goal|want|parcel|bought|his|her|son|daughter|cat|dog|remember|how much|what',
)
/** "веди деньги в евро": the currency everything is counted in. */
const COUNT_IN = words(
  '(?:веди|считай|показывай|пиши|записывай|храни)(?: мне)?(?: все| всё)?(?: деньги| суммы| траты| расходы| учет)?(?: теперь)? в (?:рубл|доллар|бакс|евро|динар|тенге|лир|фунт)\\p{L}*',
  '(?:count|keep|track|show|record)(?: all)?(?: my)? (?:money|spending|expenses|sums|everything) in (?:rubles?|dollars|euros?|dinars?|tenge|lira|pounds)',
)
const OWN_NAME =
  /^(?:(?:а|и|слушай|скажи|напомни|so|and|hey|do you know|ты знаешь|ты помнишь|tell me)[\s,]+)*(?:как меня зовут|как меня звать|мое имя|what(?:'s| is|s) my name|who am i|кто я)[\s?!.]*$/u
const FORGET_THAT =
  /^(?:(?:пожалуйста|please|и|and|тогда|then)[\s,]+)*(?:забудь(?:те)?,? (?:что|о том,? что|про то,? что)|forget(?: the fact)? that|forget (?:what i (?:said|told you)))\s+\p{L}/u

export const RULES: readonly IntentRule[] = [
  { tool: 'account_undo_last', when: (plain) => UNDO.test(plain) },
  { tool: 'memory_forget', when: (plain) => FORGET_THAT.test(plain) },
  { tool: 'account_get_profile', when: (plain) => OWN_NAME.test(plain) },
  { tool: 'account_update_profile', when: (plain, cues) => COUNT_IN.test(plain) && !cues.amount },
  {
    tool: 'account_update_profile',
    when: (plain, cues) =>
      BODY.test(plain) &&
      OF_PROFILE.test(plain) &&
      OWN_BODY.test(plain) &&
      !NOT_OWN_BODY.test(plain) &&
      !cues.question &&
      !cues.money,
  },
  { tool: 'tasks_add_task', when: (plain, cues) => TASK_HEADING.test(plain) && !cues.question },
  {
    tool: 'calendar_add_event',
    when: (plain, cues) => NEW_EVENT.test(plain) && !RESHAPES.test(plain) && !cues.question && !cues.ops.has('remind'),
  },
  {
    tool: 'memory_remember_fact',
    when: (plain, cues) => COMMANDS_REMEMBER.test(plain) && !cues.question && !NOTE.test(plain),
  },
  {
    tool: 'account_add_note',
    when: (plain, cues) => NOTE.test(plain) && cues.ops.has('add') && !cues.ops.has('remove') && !cues.question,
  },
  { tool: 'account_delete_note', when: (plain, cues) => NOTE.test(plain) && cues.ops.has('remove') },
  {
    tool: 'account_list_notes',
    when: (plain, cues) => NOTE.test(plain) && cues.ops.has('show') && commands(cues) === 0,
  },
  {
    tool: 'finance_summarise_spending',
    when: (plain) =>
      HOW_MUCH_SPENT.test(plain) && !words('лимит\\p{L}*|бюджет\\p{L}*|осталось|budget|left|limit').test(plain),
  },
  {
    tool: 'finance_summarise_spending',
    when: (plain, cues) =>
      HOW_MUCH_ON.test(plain) &&
      !(['account', 'budget', 'free', 'event', 'task'] as const).some((noun) => cues.nouns.has(noun)),
  },
  { tool: 'calendar_find_free_slots', when: (plain) => FREE.test(plain) },
  {
    tool: 'finance_set_budget',
    when: (_plain, cues) => cues.nouns.has('budget') && cues.amount && !cues.question && !cues.ops.has('spend'),
  },
  { tool: 'reminders_cancel_reminder', when: (_p, cues) => cues.nouns.has('reminder') && cues.ops.has('remove') },
  {
    tool: 'reminders_update_reminder',
    when: (_p, cues) =>
      cues.nouns.has('reminder') && (cues.ops.has('move') || cues.ops.has('change')) && !cues.question,
  },
  {
    tool: 'reminders_set_reminder',
    when: (plain, cues) =>
      /^[\s,]*(?:(?:и|а|ой|эй|пожалуйста|плиз|слушай|мне|можешь|and|also|please|can you|could you|hey|pls|then)[\s,]+)*(?:напомни(?:ть|шь|те)?|напоминай(?:те)?|remind|ping me|nudge me)(?!\p{L})/u.test(
        plain,
      ) &&
      !words('что я|what i|what did|какой|какая|какие|сколько').test(plain) &&
      !cues.ops.has('snooze'),
  },
]
