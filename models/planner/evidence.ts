import type { Clause } from './clause.ts'
import { mentionsOf } from './clause.ts'
import type { Cues } from './cues.ts'
import { words } from './words.ts'

/**
 * What grammar says for or against a tool: factors on its probability, not verdicts, so that a sentence learnt from the
 * phrases still wins over a rule that does not know it.
 */
export interface Evidence {
  tools: RegExp
  factor: number
  when(plain: string, cues: Cues, clause: Clause): boolean
}

type When = Evidence['when']
const STRONG = 30
const SOME = 7
const AGAINST = 0.1

const says = (...alternatives: string[]): When => {
  const pattern = words(...alternatives)
  return (plain) => pattern.test(plain)
}
const both =
  (...tests: When[]): When =>
  (plain, cues, clause) =>
    tests.every((test) => test(plain, cues, clause))
const not =
  (test: When): When =>
  (plain, cues, clause) =>
    !test(plain, cues, clause)
const op =
  (...ops: Parameters<Cues['ops']['has']>[0][]): When =>
  (_plain, cues) =>
    ops.some((one) => cues.ops.has(one))
const amount: When = (_plain, cues) => cues.amount

const TASK = says('задач\\p{L}*|таск\\p{L}*|дело|дела|туду|тудушк\\p{L}*|из списка дел|в список дел|tasks?|to-?dos?|to do(?: list)?|deadlines?')
const REMINDER = says('напоминани\\p{L}*|напоминалк\\p{L}*|напоминать|напоминай|reminders?|reminding')
const NOTE = says('заметк\\p{L}*|заметочк\\p{L}*|записк\\p{L}*|блокнот\\p{L}*|notes?|notepad|jot')
const BUDGET = says('бюджет\\p{L}*|лимит\\p{L}*|ограничени\\p{L}*|потолок|budgets?|limits?|limit|cap|allowance|no more than|не больше')
const ACCOUNT = says('счет[ауеы]?|счетов|счетах|карт[аыуе]|картах|копилк\\p{L}*|кошел\\p{L}*|баланс\\p{L}*|вклад\\p{L}*|наличк\\p{L}*|accounts?|balances?|wallets?|savings|card|cards|fund')
const EVENT = says('встреч\\p{L}*|событи\\p{L}*|созвон\\p{L}*|календар\\p{L}*|совещани\\p{L}*|планерк\\p{L}*|мероприяти\\p{L}*|расписани\\p{L}*|meetings?|events?|calendar|appointments?|standup|sync|agenda')
const MONEY = says('трат[аыуе]?|траты|расход\\p{L}*|покупк\\p{L}*|транзакци\\p{L}*|операци\\p{L}*|платеж\\p{L}*|чек[аеу]?|сумм[ауы]|transactions?|expenses?|purchases?|payments?|spending|charge|amount')
const QUESTION: When = (plain, cues) => cues.question && !/^(?:can|could|would|will) (?:you|u)|^(?:можешь|можно|не мог)/u.test(plain)
const OPENING_ADD = says('^(?:добав\\p{L}*|созда\\p{L}*|постав\\p{L}*|завед\\p{L}*|запиш\\p{L}*|внес\\p{L}*|add|create|new|put|set up|make|schedule|book)')
const ONCE = says('один раз|разок|только (?:в эт|завтра|сегодня|на этой|на эту|эт)\\p{L}*|в этот раз|на этот раз|сегодня не|завтра не|завтра без|сегодня без|just (?:this|once|today|tomorrow|for)|only (?:this|today|tomorrow|once)|this time|this once|this week|tonight|back to normal|next occurrence|ближайш\\p{L}*|следующ\\p{L}+ раз|as usual|потом как обычно|one time')
const POSSESSIVE = says('мо[йяеию]\\p{L}?|моего|моей|моих|моему|меня|мне|у нас|наш\\p{L}*|я|my|me|i|our|we|mine')

/** What might be, or what another person did, is not a request to record it. */
export const HYPOTHETICAL = words(
  'если бы|хватит ли|стоит ли|бы|представь|допустим|предположим|а что если|а вдруг',
  "what if|if i|should i|would|suppose|imagine|let's say|hypothetically|wonder|wondering",
)

const wordsLeft = (clause: Clause): number => {
  let rest = clause.plain
  for (const mention of [...clause.mentions].sort((a, b) => b.start - a.start))
    rest = `${rest.slice(0, mention.start)} ${rest.slice(mention.end)}`
  return rest.match(/\p{L}{3,}/gu)?.length ?? 0
}

/** "450 на такси", "кофе 300": a sum and what it was for, nothing else. */
const isBareExpense = (clause: Clause, cues: Cues): boolean => {
  if (cues.question || HYPOTHETICAL.test(clause.plain)) return false
  const sums = mentionsOf(clause, 'money', 'number')
  const [sum] = sums
  if (!sum || sums.length > 1) return false
  if (mentionsOf(clause, 'time', 'instant', 'duration', 'window', 'delay', 'rrule', 'shift', 'percent').length > 0)
    return false
  if (sum.kind === 'number' && sum.value < 10) return false
  for (const op of [
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
  ] as const) {
    if (cues.ops.has(op)) return false
  }
  for (const noun of ['event', 'task', 'reminder', 'note', 'budget', 'account', 'free'] as const)
    if (cues.nouns.has(noun)) return false
  const count = wordsLeft(clause)
  return count >= 1 && count <= 3
}

export const EVIDENCE: readonly Evidence[] = [
  { tools: /^tasks_/, factor: SOME, when: TASK },
  { tools: /^tasks_delete/, factor: STRONG, when: both(TASK, op('remove'), not(op('complete'))) },
  { tools: /^tasks_complete/, factor: STRONG, when: both(TASK, op('complete'), not(op('show', 'remove'))) },
  { tools: /^tasks_update/, factor: STRONG, when: both(TASK, op('move', 'change'), not(OPENING_ADD)) },
  { tools: /^tasks_list/, factor: SOME, when: both(TASK, says('найди|покажи|какие|сколько|когда|что|выведи|список|перечисли|find|show|list|which|when|what|how many|any'), not(op('move', 'change', 'remove'))) },
  { tools: /^tasks_list/, factor: SOME, when: both(TASK, QUESTION, not(op('move', 'change', 'remove'))) },
  { tools: /^tasks_add/, factor: SOME, when: both(TASK, OPENING_ADD, not(op('move', 'change', 'remove', 'complete'))) },
  { tools: /^tasks_add/, factor: AGAINST, when: op('remove', 'move') },

  { tools: /^reminders_(?!set_topic|list_topics)/, factor: SOME, when: REMINDER },
  { tools: /^reminders_skip/, factor: STRONG, when: both(REMINDER, ONCE, not(op('move'))) },
  { tools: /^reminders_skip/, factor: SOME, when: both(says('пропус\\p{L}+|skip\\p{L}*'), not(EVENT)) },
  { tools: /^reminders_cancel/, factor: SOME, when: both(REMINDER, op('remove'), not(ONCE)) },
  { tools: /^reminders_cancel/, factor: SOME, when: says('не напоминай больше|больше не напоминай|stop reminding|forget about reminding|не надо больше напоминать|перестань напоминать|no longer need to be reminded|don.?t remind me (?:about|of|to) .* (?:any ?more|again)') },
  { tools: /^reminders_list_reminders/, factor: STRONG, when: both(REMINDER, says('найди|покажи|какие|сколько|выведи|список|перечисли|есть ли|find|show|list|which|what|how many|any|active|all my|see'), not(op('move', 'change', 'remove', 'skip', 'snooze'))) },
  { tools: /^reminders_list_reminders/, factor: SOME, when: says('о чем .{0,12}напомни\\p{L}*|что ты .{0,12}напомни\\p{L}*|про что .{0,12}напомни\\p{L}*|what (?:are you|will you|do you).{0,12}remind\\p{L}*') },
  { tools: /^reminders_update/, factor: SOME, when: both(REMINDER, op('move', 'change'), not(op('remove'))) },
  { tools: /^reminders_update/, factor: SOME, when: both(REMINDER, says('turn .* into|сделай .* (?:ежедневн\\p{L}*|еженедельн\\p{L}*)|instead of|вместо')) },
  { tools: /^reminders_set_reminder/, factor: SOME, when: both(says('^(?:и |а |пожалуйста |hey |please )?(?:напомни\\p{L}*|напоминай\\p{L}*|remind|ping|nudge|маякни|пни)'), not(says('что я|what i'))) },
  { tools: /^reminders_snooze/, factor: SOME, when: says('отложи|отложить|snooze|напомни (?:еще раз |попозже|позже)|дай еще|ask me again|remind me again|ещ[её] (?:раз|минут)|попозже') },
  { tools: /^reminders_(?:set_topic|list_topics)/, factor: SOME, when: says('тем[аыуе]|темой|тематик\\p{L}*|уведомлени\\p{L}*|советы|советов|топик\\p{L}*|topics?|notifications?|alerts?|tips|nudges|messages about|подсказк\\p{L}*|updates') },
  { tools: /^reminders_set_topic/, factor: SOME, when: says('(?:не присылай|не пиши|выключи|отключи|включи|верни|убери|присылай|пиши|хватит|mute|unmute|turn (?:on|off)|stop sending|start sending|send|no more|enable|disable|хочу|не хочу|не беспокой).{0,40}(?:про|о|об|по|тем\\p{L}*|about|tips|topic|notifications?|alerts?|messages|сон|сна|деньг\\p{L}*|финанс\\p{L}*|здоров\\p{L}*|бюджет\\p{L}*|трат\\p{L}*|sleep|money|budget|finance|health)') },
  { tools: /^reminders_list_topics/, factor: SOME, when: both(says('тем[ыа]|темы|уведомлени\\p{L}*|topics?|notifications?|alerts?|categories'), says('какие|какая|список|покажи|что|которые|which|what|list|show|whether|are|name')) },

  { tools: /^account_\p{L}+_notes?$/u, factor: STRONG, when: NOTE },
  { tools: /^account_delete_note/, factor: SOME, when: both(NOTE, op('remove')) },
  { tools: /^account_delete_note/, factor: AGAINST, when: both(NOTE, not(says('удали\\p{L}*|удаля\\p{L}*|убери|убрать|сотри\\p{L}*|стер\\p{L}*|выкин\\p{L}*|снеси|вычеркн\\p{L}*|выброс\\p{L}*|не нужн\\p{L}*|устарел\\p{L}*|избав\\p{L}*|delete\\p{L}*|remove\\p{L}*|erase|trash|drop|get rid|clear|toss|discard|throw|bin|scratch|scrap|don.?t need|no longer'))) },
  { tools: /^account_list_notes/, factor: SOME, when: both(NOTE, says('найди|покажи|какие|сколько|выведи|список|перечисли|есть|поиск|что|мои|открой|прочитай|find|show|list|which|what|how many|any|my|read|reread|search|look|pull up|open|where|display|about'), not(op('add', 'remove'))) },
  { tools: /^account_add_note/, factor: SOME, when: (plain) => /^(?:\S+\s+){0,2}(?:заметк\p{L}*|заметочк\p{L}*|note|notes?(?: to self)?)\s*[:—-]/u.test(plain) },
  { tools: /^account_add_note/, factor: SOME, when: both(NOTE, op('add'), not(op('remove'))) },

  { tools: /^finance_set_budget/, factor: STRONG, when: both(BUDGET, amount, not(QUESTION)) },
  { tools: /^finance_set_budget/, factor: SOME, when: both(amount, says('(?:в|на) (?:месяц|неделю|год)|ежемесячно|a (?:month|week|year)|per (?:month|week|year)|each (?:month|week)|monthly|weekly'), not(op('spend', 'earn', 'show'))) },
  { tools: /^finance_get_budgets/, factor: STRONG, when: both(BUDGET, not(amount), not(op('add', 'change'))) },
  { tools: /^finance_get_budgets/, factor: SOME, when: both(says('осталось|остаток|остал[ао]сь|left|remaining|можно (?:еще )?потратить|can i (?:still )?spend|over budget|вписываюсь|укладываюсь'), not(ACCOUNT), not(amount)) },
  { tools: /^finance_set_budget/, factor: AGAINST, when: not(amount) },
  { tools: /^finance_(?:list_accounts|add_account)/, factor: SOME, when: ACCOUNT },
  { tools: /^finance_list_accounts/, factor: SOME, when: both(ACCOUNT, QUESTION, not(op('add'))) },
  { tools: /^finance_list_accounts/, factor: SOME, when: both(ACCOUNT, says('сколько|what|how much|баланс|balance|покажи|show|list'), not(amount)) },
  { tools: /^finance_add_account/, factor: SOME, when: both(ACCOUNT, op('add'), not(QUESTION), not(op('spend', 'earn'))) },
  { tools: /^finance_add_account/, factor: AGAINST, when: op('show', 'spend') },
  { tools: /^finance_add_transaction/, factor: SOME, when: both(amount, op('spend', 'earn'), not(QUESTION), not(op('change', 'remove', 'move'))) },
  { tools: /^finance_add_transaction/, factor: SOME, when: both((_p, cues) => cues.money, not(QUESTION), not(op('change', 'remove', 'move', 'show', 'remind')), not(BUDGET)) },
  { tools: /^finance_add_transaction/, factor: 0.03, when: not(amount) },
  { tools: /^finance_add_transaction/, factor: AGAINST, when: QUESTION },
  { tools: /^finance_add_transaction/, factor: SOME, when: both(amount, says('transferred|moved .* to (?:my )?(?:savings|checking)|перев[её]л[аи]? .*(?:карт|счет|вклад)\\p{L}*|перекинул\\p{L}*|переложил\\p{L}*')) },
  { tools: /^finance_update_transaction/, factor: SOME, when: both(MONEY, op('change', 'move'), not(op('remove'))) },
  { tools: /^finance_update_transaction/, factor: SOME, when: both(amount, (_p, _c, clause) => mentionsOf(clause, 'time', 'instant', 'duration', 'shift').length === 0, op('change'), not(TASK), not(REMINDER), not(BUDGET), not(EVENT)) },
  { tools: /^finance_update_transaction/, factor: SOME, when: both(amount, says('actually|на самом деле|а не|not|должно быть|should be|should have been|вместо|instead of|ошиб\\p{L}*|wrong|меньше|больше|oops|ой'), not(op('remind')), (_p, _c, clause) => mentionsOf(clause, 'time', 'instant').length === 0) },
  { tools: /^finance_update_transaction/, factor: SOME, when: says('категори\\p{L}* .{0,30}(?:поменя\\p{L}*|измени\\p{L}*|смени\\p{L}*|на)|(?:поменяй|измени|смени|change|switch) .{0,20}(?:категори\\p{L}*|category)') },
  { tools: /^finance_delete_transaction/, factor: STRONG, when: both(MONEY, op('remove'), not(TASK), not(EVENT)) },
  { tools: /^finance_split/, factor: STRONG, when: says('раздел\\p{L}*|разбей|разбить|разбив\\p{L}*|подели\\p{L}*|разнеси|разложи|распредели|раскидай|split\\p{L}*|divide|break (?:down|up)|portion out|separate|carve') },
  { tools: /^finance_set_category_rule/, factor: SOME, when: says('всегда|впредь|правило|отныне|автоматически|always|rule|from now on|automatically|going forward|every .* (?:counts|goes|is)|каждый раз|counts? as|count as|относи|считай') },
  { tools: /^finance_summarise/, factor: SOME, when: says('сколько .{0,30}(?:потра\\p{L}*|трач\\p{L}*|ушл\\p{L}*|уход\\p{L}*|трат|расход\\p{L}*|денег)|потрачено .*\\?|how much .{0,40}(?:spent|spend|spending|goes|went|go|cost)|total spend\\p{L}*|spending (?:by|on|summary|total)|spend\\p{L}* my money|сводк\\p{L}*|статистик\\p{L}*|итого|sum(?:mary|marise|marize)') },
  { tools: /^finance_list_transactions/, factor: SOME, when: says('выписк\\p{L}*|statement|по одному|поштучно|списком|entry by entry|line by line|history|истори\\p{L}*|last \\d+|последние \\d+|перечисли|накупил\\p{L}*|одной строкой|построчно|one by one|itemi[sz]ed|каждую') },
  { tools: /^finance_summarise/, factor: 0.25, when: says('выписк\\p{L}*|statement|по одному|поштучно|списком|entry by entry|history|истори\\p{L}*|накупил\\p{L}*|перечисли|построчно|one by one') },

  { tools: /^calendar_/, factor: 3, when: both(EVENT, not(TASK), not(REMINDER), not(NOTE)) },
  { tools: /^calendar_cancel/, factor: STRONG, when: both(op('remove'), not(TASK), not(REMINDER), not(NOTE), not(MONEY), not(BUDGET), not(amount), not(says('данные|профил\\p{L}*|аккаунт\\p{L}*|память|памяти|согласи\\p{L}*|account|memory|data|consent|profile|undo|сообщени\\p{L}*|уведомлени\\p{L}*|тем\\p{L}*|notifications?|topic|советы|tips|everything|history|факт\\p{L}*|facts?|что ты|обо мне|about me|доступ\\p{L}*|access|sharing|permission\\p{L}*|это|его|it|that|последн\\p{L}*|last|действи\\p{L}*|операци\\p{L}*|назад|разрешени\\p{L}*|внешн\\p{L}*|модел\\p{L}*')), (plain) => plain.trim().split(/\s+/u).length >= 2) },
  { tools: /^account_undo/, factor: 0.05, when: (plain) => plain.trim().split(/\s+/u).length >= 2 && !words('это|последн\\p{L}*|предыдущ\\p{L}*|действи\\p{L}*|назад|обратно|как было|все|запись|отмен\\p{L}*|что|it|that|this|last|back|undo|revert|action|change|changes|never ?mind|верни|откати|ctrl|прошл\\p{L}*|reverse|roll|take').test(plain) },
  { tools: /^calendar_update/, factor: SOME, when: both(op('move'), not(TASK), not(REMINDER), not(MONEY), not(NOTE)) },
  { tools: /^calendar_update/, factor: SOME, when: both((_p, _c, clause) => mentionsOf(clause, 'shift').length > 0, not(TASK), not(REMINDER)) },
  { tools: /^calendar_update/, factor: AGAINST, when: both(says('^(?:добав\\p{L}*|созда\\p{L}*|запланиру\\p{L}*|назнач\\p{L}*|add|create|schedule|book|put|can you schedule|could you schedule)'), not(op('move', 'change'))) },
  { tools: /^calendar_add/, factor: SOME, when: both((_p, cues) => cues.when, says('^(?:добав\\p{L}*|постав\\p{L}*|запланиру\\p{L}*|назнач\\p{L}*|заброниру\\p{L}*|schedule|book|put|block|(?:can|could) you (?:schedule|book|put)|pencil)'), not(TASK), not(REMINDER), not(BUDGET), not(NOTE)) },
  { tools: /^calendar_add/, factor: AGAINST, when: both(not((_p, cues) => cues.when), not(EVENT)) },
  { tools: /^calendar_find_free/, factor: STRONG, when: says('свобод\\p{L}*|окн[оау]|окошк\\p{L}*|дырк\\p{L}*|слот\\p{L}*|продохну\\p{L}*|втисн\\p{L}*|просвет\\p{L}*|free|available|availability|opening|openings|gaps?|squeeze|slots?|window') },
  { tools: /^calendar_list/, factor: SOME, when: both(says('чем я занят\\p{L}*|что у меня|какие планы|что запланировано|what.{0,10} (?:planned|scheduled|on (?:my|the) (?:calendar|agenda|schedule))|what have i got|what do i have|when is (?:the|my)|when am i|when.s (?:the|my)|во сколько|когда у (?:меня|нас)'), not(TASK), not(REMINDER), not(ACCOUNT), not(NOTE), not(says('memory|памят\\p{L}*|birthday|день рождения|аллерг\\p{L}*|allerg\\p{L}*'))) },

  { tools: /^account_set_consent/, factor: SOME, when: says('согласи\\p{L}*|разреша\\p{L}*|запреща\\p{L}*|разреши|запрети|доступ\\p{L}*|consent|allow|permission|revoke|withdraw|third party|llm|access|share|sharing|opt (?:in|out)') },
  { tools: /^account_set_consent/, factor: AGAINST, when: both(QUESTION, not(says('can you|можешь'))) },
  { tools: /^account_list_consents/, factor: SOME, when: both(says('согласи\\p{L}*|разреш\\p{L}*|запре\\p{L}*|доступ\\p{L}*|consents?|permissions?|allowed|sharing|agreed|право|имеешь'), QUESTION) },
  { tools: /^account_list_consents/, factor: AGAINST, when: both(says('allow|разреш(?:и|аю|ить)|запре(?:ти|щаю|тить)|revoke|withdraw|отзываю|отзови|даю|shouldn?.?t|don.?t want|stop|turn (?:on|off)'), not(QUESTION)) },
  { tools: /^account_update_profile/, factor: SOME, when: both(says('часово\\p{L}+ пояс\\p{L}*|валют\\p{L}*|меня зовут|зови меня|называй меня|мой (?:телефон|номер)|пол (?:женский|мужской)|мой рост|мой вес|я вешу|рабочи\\p{L}+ час\\p{L}*|тих\\p{L}+ час\\p{L}*|тихие|страна|язык|time ?zone|currency|call me|my name|phone|my weight|my height|work(?:ing)? hours|quiet hours|country|language|birthday is|sex to|gender|в профиле|в профиль|my profile|профил\\p{L}*|display name|доллар\\p{L}* везде|switch .*(?:dinars|dollars|euros?|rubles|pounds)'), not(QUESTION), not(op('show'))) },
  { tools: /^account_get_profile/, factor: SOME, when: both(says('профил\\p{L}*|часово\\p{L}+ пояс\\p{L}*|валют\\p{L}*|мой (?:телефон|номер|возраст)|(?:у меня|моя|мой) (?:страна|язык|имейл|емейл|почта)|страна|емейл|почт\\p{L}+|зарегистрирован\\p{L}*|profile|time ?zone|currency|my (?:email|phone|name|country|age|details)|personal details|settings|на какой|как ты меня'), (plain, cues, clause) => QUESTION(plain, cues, clause) || words('покажи|show|pull up|display|see').test(plain)) },
  { tools: /^account_get_profile/, factor: AGAINST, when: says('^(?:set|change|update|switch|поменяй|смени|измени|укажи|поставь|установи|обнови)') },
  { tools: /^account_export/, factor: SOME, when: says('экспорт\\p{L}*|выгруз\\p{L}*|скачать|скачай|копи[юя]|архив|export|download|dump|copy of (?:my|all)|все мои данные|all my data|gdpr|доступ к персональным') },
  { tools: /^account_delete$/, factor: SOME, when: says('(?:удали\\p{L}*|снеси|сотри|уничтож\\p{L}*|закрой|delete|erase|close|remove|wipe|terminate|kill) .{0,30}(?:аккаунт\\p{L}*|учетк\\p{L}*|учетную|профиль|всю информацию|account)|нас больше нет|никогда не было|leave (?:this|the) (?:service|app)|ухожу') },
  { tools: /^account_explain/, factor: SOME, when: both(says('почему|отчего|зачем|на каком основании|по какой причине|объясни|обоснуй|поясни|why|how come|explain|reason|on what grounds|what (?:stopped|made|blocked)|which (?:rule|policy)|justify'), not(amount)) },

  { tools: /^memory_(?!search|list)/, factor: SOME, when: says('запомни\\p{L}*|помнил\\p{L}*|в память|из памяти|remember|memory|keep in mind|just so you know|for future reference|учти|имей в виду') },
  { tools: /^memory_remember/, factor: STRONG, when: both(says('^(?:пожалуйста |please |hey |ok )?(?:запомни\\p{L}*|remember (?!what|when|if|how|to )|учти|имей в виду|keep in mind|just so you know|for future reference|note that|bear in mind)|чтобы ты помнил\\p{L}*|в память'), not(QUESTION)) },
  { tools: /^memory_forget/, factor: STRONG, when: both(says('забудь|забыть|не помни|forget|reset memory|wipe .{0,12}memory|из памяти|from (?:your )?memory|очисти память|don.?t keep|no longer remember'), not(says('не дай|не забудь|не забыть|чтоб(?:ы)? не забы\\p{L}*|don.?t (?:let me )?forget|never forget|remind\\p{L}*'))) },
  { tools: /^memory_correct/, factor: SOME, when: both(says('ты (?:запомнил|помнишь|думаешь)|неправильно|неверно|уже не|теперь|больше не|on file|you (?:have|remember|think|got)|in (?:your )?memory|факт\\p{L}*|fact|поправка|correction|outdated|no longer|any ?more|исправь в памяти'), not(amount), not(EVENT), not(TASK), not(REMINDER)) },
  { tools: /^memory_list/, factor: SOME, when: both(says('что ты .{0,15}(?:помнишь|знаешь|запомнил\\p{L}*|запоминал\\p{L}*)|запомненн\\p{L}*|все факты|список фактов|обо мне|про меня|what (?:do|have) you .{0,15}(?:know|remember\\p{L}*|learned|stored)|about me|everything you|facts'), not(op('forget', 'remove')), not(says('удали\\p{L}*|забудь|forget|delete|export|dump|экспорт\\p{L}*'))) },
  { tools: /^memory_search/, factor: SOME, when: both(says('мо(?:й|я|е|и|его|ей|им|их|ему|ю)|у меня|наш\\p{L}*|мне|меня|я|my|our|i|me'), QUESTION, not(TASK), not(REMINDER), not(NOTE), not(BUDGET), not(ACCOUNT), not(EVENT), not(MONEY), (_p, cues) => !cues.when, not(op('spend', 'earn'))) },
  { tools: /^memory_search/, factor: SOME, when: says('в памяти|ты помнишь|помнишь|я (?:тебе )?говорил[аи]?|рассказывал[аи]?|do you remember|i told you|i mentioned|recall|i said|from memory|remember\\?') },

  { tools: /^account_explain/, factor: 0.15, when: not(says('ты|тебе|тебя|твое\\p{L}*|you|your|отказ\\p{L}*|заблокир\\p{L}*|нельзя|не дал\\p{L}*|предупред\\p{L}*|решени\\p{L}*|причин\\p{L}*|правил\\p{L}*|refus\\p{L}*|block\\p{L}*|warn\\p{L}*|declin\\p{L}*|decision|reject\\p{L}*|denied|polic\\p{L}*|rule|rules|that|last|this|не получилось|не вышло|не сработал\\p{L}*|отклон\\p{L}*|stop\\p{L}*|ответ\\p{L}*|основани\\p{L}*|happen\\p{L}*|не стал\\p{L}*|не прошл\\p{L}*')) },
  { tools: /^@outofscope/, factor: SOME, when: both(says('мам[аы]|пап[аы]|жен[аы]|муж|брат|сестра|друг|подруга|сосед\\p{L}*|коллега|начальник|теща|тесть|бабушка|дедушка|сын|дочь|он|она|они|люди|mom|dad|wife|husband|brother|sister|friend|neighbou?r|boss|he|she|they|people|folks'), op('spend', 'earn'), not(says('мне|меня|я|мы|i|me|we|запиши|log|record|add|добавь'))) },
  { tools: /^@outofscope/, factor: SOME, when: says('много или мало|дорого|дешево|too much|a lot|robbery|rip ?off|is a joke|шут\\p{L}*|пошутил\\p{L}*|просто число|joking|wants? a|хочет|мечтаю|стоил бы|стоят|стоит сейчас|интересно сколько|in general|обычно люди|по статистике|was a joke') },
  { tools: /^finance_add_transaction/, factor: SOME, when: (_plain, cues, clause) => isBareExpense(clause, cues) },
  { tools: /^@outofscope/, factor: 0.3, when: both(POSSESSIVE, not(says('как думаешь|do you think|бы|would'))) },
  { tools: /^@outofscope/, factor: 0.35, when: (_p, cues) => ['add', 'remind', 'move', 'remove', 'change', 'complete', 'snooze'].some((one) => (cues.ops as ReadonlySet<string>).has(one)) },
  { tools: /^@outofscope/, factor: 3, when: says('как думаешь|what do you think|do you think|погода|weather|анекдот|joke|переведи|translate|код|code|рецепт|recipe|столица|capital of|кто такой|что такое|who is|who was|закажи|order me|купи мне|если бы|wish|интересно') },
]

/** The product of all that speaks for and against a tool, for each name asked about. */
export const weigh = (plain: string, cues: Cues, clause: Clause): ((tool: string) => number) => {
  const held = EVIDENCE.filter((evidence) => evidence.when(plain, cues, clause))
  return (tool) => held.reduce((product, evidence) => (evidence.tools.test(tool) ? product * evidence.factor : product), 1)
}
