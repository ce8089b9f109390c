import { type Clause, mentionsOf, saysAmount } from './clause.ts'
import { words } from './words.ts'

/** What a request does, told by its verb. A request may show several; the rules decide. */
export const OPS = {
  add: words(
    'добав(?:ь|ьте|ить|им)|запиш(?:и|ем|ите)|записать|внес(?:и|ти)|созда(?:й|ть|йте)|постав(?:ь|ить|им|ьте)|завед(?:и|ем)|завести|запланиру(?:й|йте|ем)|запланировать|назнач(?:ь|ить|им)|заброниру(?:й|ем)|забронировать|забе[йи]|вбей|занеси|закинь|впиши|кинь|зафиксируй|организуй|выдели|пометь',
    'add|create|put|schedule|book|set up|make|log|record|plan|pencil in|jot down|throw|stick|block(?: out| off)?|enter|register|set|arrange',
  ),
  remind: words(
    'напомн(?:и|ить|ите|ишь)|напомин(?:ай|айте|ать|ание|алку|алка|ания|алки)|напоминани\\p{L}*|пни|дерни|маякни',
    'remind|reminder|reminders|ping|nudge|alert me',
  ),
  move: words(
    'перенес(?:и|ти|ите|ем)|передвин(?:ь|уть)|сдвин(?:ь|уть|ем)|отодвин(?:ь|уть)|подвинь|перекинь|перестав(?:ь|ить)|перенос\\p{L}*|перепланируй',
    'move|reschedule|push|shift|postpone|bump|bring forward|delay',
  ),
  change: words(
    'измени(?:ть)?|поменя(?:й|ть)|смени(?:ть)?|переименуй|переименовать|исправ(?:ь|ить)|обнови(?:ть)?|поправь|замени(?:ть)?|продли|сократи|укороти|увелич(?:ь|ить)|перепиши',
    'change|rename|update|edit|fix|correct|extend|shorten|make it|switch|amend',
  ),
  remove: words(
    'удали(?:ть|те)?|убери(?:те)?|убрать|отмени(?:ть|те)?|отменяй|сотри|стереть|вычеркни|вычеркнуть|выкинь|снеси|сними|отмена',
    'delete|remove|cancel|drop|scratch|erase|clear|get rid of|call off|kill|trash',
  ),
  complete: words(
    'выполнил[аи]?|выполнено|выполнена|сделал[аи]?|сделано|сделана|готово|готова|закрой|закрыть|закрыл[аи]?|закончил[аи]?|завершил[аи]?|заверши|отметь|выполни',
    'done|finished|complete|completed|check off|tick off|mark|closed|close|crossed off|cross off',
  ),
  show: words(
    'покажи(?:те)?|показать|выведи|список|какие|какая|какой|каков\\p{L}*|перечисли|глянь|посмотри|проверь|назови|открой|что|чего|сколько|есть ли|когда|где|кто|как',
    "show|list|what|whats|what's|which|how|see|display|view|check|look up|give me|when|where|who|do i|am i|is there|are there|any|have i|did i",
  ),
  snooze: words('отложи(?:ть)?|позже напомни|перенапомни|дай еще', 'snooze|later'),
  skip: words('пропусти(?:ть)?|пропускаем|пропуск', 'skip'),
  spend: words(
    'потратил[аи]?|потрачено|заплатил[аи]?|отдал[аи]?|купил[аи]?|взял[аи]?|ушл[ои]|ушел|спустил[аи]?|слил[аи]?|обош\\p{L}+|вышло|скинул[аи]?|оплатил[аи]?|расход|трат[ау]|минус|проел[аи]?|потратился|просадил[аи]?',
    'spent|paid|bought|cost|blew|expense|dropped|splurged|shelled out|forked out|grabbed|picked up|purchased',
  ),
  earn: words(
    'получил[аи]?|заработал[аи]?|зарплат[аыу]|аванс|премия|премию|доход|пришл[аио]|пришел|перевели|вернули|кешбэк|кэшбэк|стипендия|пенсия|зачислили|капнул[аои]?|упал[аои]?|зп|поступил[аои]?',
    'earned|received|got paid|salary|paycheck|income|refund|refunded|bonus|cashback|payday|wages|freelance',
  ),
  remember: words(
    'запомни(?:ть|те)?|имей в виду|учти|знай',
    "remember|keep in mind|bear in mind|take note that|don't forget that|for the record|fyi",
  ),
  forget: words('забудь|забыть|не помни', 'forget'),
  undo: words(
    'отмени(?:ть)?|отмена|верни|вернуть|откати|откатить|назад',
    'undo|revert|take (?:that|it) back|roll back',
  ),
} as const
export type Op = keyof typeof OPS

/** What a sentence that only states something does not do. */
export const COMMANDS = [
  'remind',
  'move',
  'change',
  'remove',
  'complete',
  'show',
  'snooze',
  'skip',
  'remember',
  'forget',
] as const satisfies readonly Op[]

/** What kind of thing it is about, told by a noun. */
const NOUNS = {
  event: words(
    'встреч\\p{L}*|событи\\p{L}*|созвон\\p{L}*|календар\\p{L}*|совещани\\p{L}*|планерк\\p{L}*|мероприяти\\p{L}*|расписани\\p{L}*|митинг\\p{L}*|запис(?:ь|и) к|прием у|собеседовани\\p{L}*|звон(?:ок|ка|ки) с',
    'meetings?|events?|calls?|calendar|appointments?|schedule|standup|sync|interview|lunch|dinner|agenda',
  ),
  task: words(
    'задач\\p{L}*|задани\\p{L}*|таск\\p{L}*|дел[ао]?|туду|тудушк\\p{L}*|список дел|дедлайн\\p{L}*',
    'tasks?|to-?dos?|to do list|to-do list|deadlines?|chores?',
  ),
  reminder: words('напоминани\\p{L}*|напоминалк\\p{L}*|напомин\\p{L}*', 'reminders?'),
  note: words('заметк\\p{L}*|заметочк\\p{L}*|записк\\p{L}*', 'notes?'),
  transaction: words(
    'трат[аыеу]?|расход\\p{L}*|операци\\p{L}*|покупк\\p{L}*|транзакци\\p{L}*|платеж\\p{L}*|чек|запись',
    'transactions?|expenses?|purchases?|payments?|spending|entry|charge',
  ),
  budget: words('бюджет\\p{L}*|лимит\\p{L}*', 'budgets?|limits?|cap|allowance'),
  account: words(
    'счет[ауеы]?|счетов|карт[аыуе]|копилк\\p{L}*|кошел\\p{L}*|баланс\\p{L}*|вклад\\p{L}*',
    'accounts?|balances?|wallets?|savings|card|cards',
  ),
  free: words('свобод\\p{L}*|окн[оа]|окошк\\p{L}*|слот\\p{L}*', 'free|available|availability|slots?|opening|gap|gaps'),
  consent: words('согласи\\p{L}*|разрешени\\p{L}*|разреша\\p{L}*', 'consents?|permissions?'),
  fact: words('факт\\p{L}*|обо мне|про меня|помнишь|знаешь', 'facts?|about me|know|remember'),
} as const
type Noun = keyof typeof NOUNS

export interface Cues {
  ops: ReadonlySet<Op>
  nouns: ReadonlySet<Noun>
  question: boolean
  amount: boolean
  money: boolean
  when: boolean
  repeated: boolean
  /** Words that point at something already spoken of. */
  pronoun: boolean
}

const QUESTION_START = words(
  'сколько|что|какой|какая|какие|каков[ао]?|когда|где|кто|как|зачем|почему|куда|на что|чего|есть ли|можно ли|хватит ли|ли',
  "what|whats|what's|when|where|who|whose|how|why|which|do i|did i|am i|is there|are there|have i|does|is|are|was|were|should i|can i",
)
const PRONOUN = words(
  'его|ее|их|это|эту|этот|этого|ту|тот|последн\\p{L}*|предыдущ\\p{L}*',
  'it|that|this|them|that one|this one|the last(?: one)?|last one|previous one|the latest',
)

export const cuesOf = (clause: Clause, plain: string = clause.plain): Cues => {
  const held = <K extends string>(table: Record<K, RegExp>): Set<K> =>
    new Set((Object.keys(table) as K[]).filter((key) => table[key].test(plain)))
  return {
    ops: held(OPS),
    nouns: held(NOUNS),
    question: plain.trimEnd().endsWith('?') || (QUESTION_START.exec(plain)?.index ?? 99) <= 4,
    amount: saysAmount(clause),
    money: mentionsOf(clause, 'money').length > 0,
    when: mentionsOf(clause, 'date', 'time', 'instant', 'delay', 'window', 'rrule').length > 0,
    repeated: mentionsOf(clause, 'rrule').length > 0,
    pronoun: PRONOUN.test(plain),
  }
}
