import { AGAINST, amount, begins, either, type Evidence, evidence, mentions, money, not, op, question, says, SLIGHT, SOME, STRONG } from './contract.ts'
import { ACCOUNT, BUDGET, EVENT, MEMORY, MONEY, NOTE, OCCASION, PROFILE, REMINDER, TASK, TOPIC } from './nouns.ts'
import { isBareExpense } from './statements.ts'

const FIXES = says(
  'actually|а не|not|должно быть|should be|should have been|вместо|instead of|ошиб\\p{L}*|wrong|oops|ой|на самом деле|sorry|поправь|исправь|измени|correct|make it|make that|came to|there was|там было|был[аио]? куплен\\p{L}*|дата у|лучше в|не туда',
)
const TIMED = mentions('time', 'instant', 'duration', 'window', 'shift')
const ALWAYS = says(
  'всегда|впредь|правило|отныне|автоматически|каждый раз|теперь все|все траты|для старых тоже|и старые|относи|считай|клади в|ставь',
  'always|rule|from now on|from here on|automatically|going forward|counts? as|count as|belongs? to|old ones too|everything from|all .{2,20} (?:purchases|orders|expenses|payments)|every .{2,25} (?:counts|goes|is)',
)
const EACH = says('выписк\\p{L}*|по одному|поштучно|списком|истори\\p{L}*|последние \\d+|перечисли|накупил\\p{L}*|построчно|список|каждую|покажи|найди|что (?:я )?купил\\p{L}*|за что я платил\\p{L}*', 'statement|entry by entry|line by line|history|last \\d+|one by one|itemi[sz]ed|list|which things|find|log|show me|purchases')
const SUM = says(
  'сколько .{0,30}(?:потра\\p{L}*|трач\\p{L}*|ушл\\p{L}*|уход\\p{L}*|трат|расход\\p{L}*|денег|обошл\\p{L}*|стоил\\p{L}*)|потрачено .*|подсчитай|посчитай|сводк\\p{L}*|статистик\\p{L}*|итого|в сумме|по дням|по категориям|по магазинам',
  'how much .{0,40}(?:spent|spend|spending|goes|went|go|cost)|total spend\\p{L}*|spending (?:by|on|summary|total)|spend\\p{L}* my money|calculate|sum up|add up|breakdown|by category|by day|summary|total',
)
const LEFT = says('осталось|остаток|остал[ао]сь|можно (?:еще )?потратить|вписываюсь|укладываюсь', 'left|remaining|can i (?:still )?spend|still spend|over budget|on track|within budget')

export const FINANCE: readonly Evidence[] = [
  evidence(/^finance_update_transaction/, STRONG, says('(?:последней|этой|той) трат\\p{L}|у расхода|(?:to|of) the last (?:expense|transaction)|that (?:payment|expense)|оплатил .* а записалось|запись про|my typo|опечатк\\p{L}*|поправка:'), not(op('remove')), not(says('раздел\\p{L}*|split|дели'))),
  evidence(/^account_add_note/, AGAINST, says('(?:последней|этой) трат\\p{L}|last expense|last transaction')),
  evidence(/^finance_delete_transaction/, STRONG, either(op('remove'), says('take .* out|pull .* out|lose the|bin the|это ошибка, убери')), says('charge|spending log|expenses?|payment|поступлени\\p{L}|это ошибка|duplicate|дубл\\p{L}*|аванс')),
  evidence(/^finance_list_transactions/, STRONG, says('what did i buy|what i bought|когда я платил\\p{L}*|when i paid|поищи в тратах|все записи за|записал\\p{L}* по деньгам|recorded .{0,16}moneywise|в тратах'), not(op('remove', 'change'))),
  evidence(/^finance_summarise/, STRONG, says('скока|какой доход|daily spending|the damage|сколько .{0,12}просадил\\p{L}*'), not(BUDGET)),
  evidence(/^finance_get_budgets/, STRONG, says('сколько (?:еще|мне еще) можно|how much can i still'), not(amount)),
  evidence(/^finance_list_accounts/, STRONG, says('in the bank|в банке|на счету|на счетах'), question, not(op('add'))),
  evidence(/^finance_set_category_rule/, STRONG, says('чтобы .{2,30} попадал\\p{L}*|всигда|map .{2,20} to|always|that rule|правило по тратам|если в трате|сразу раскладывай|fall under|by default|should default|permanently|whenever it.?s'), not(amount), not(EVENT), not(says('remind|напомин\\p{L}*'))),
  evidence(/^finance_split/, STRONG, says('дели |break .* apart|дели последн\\p{L}*')),
  evidence(/^finance_add_transaction/, SOME, amount, says('это перевод|log it as (?:income|expense)|добавь покупку|запиши покупку|^минус|^плюс'), not(question)),

  evidence(/^finance_set_budget/, STRONG, BUDGET, amount, not(question), not(op('spend', 'earn'))),
  evidence(/^finance_set_budget/, STRONG, amount, says('(?:в|на) (?:месяц|неделю|год)|ежемесячно|a (?:month|week|year)|per (?:month|week|year)|each (?:month|week)|every (?:month|week)|monthly|weekly'), not(op('spend', 'earn', 'show', 'remind'))),
  evidence(/^finance_get_budgets/, STRONG, BUDGET, not(amount), not(op('add', 'change')), not(TOPIC), not(says('фильм\\p{L}*|movie|film|страны|города|москв\\p{L}*'))),
  evidence(/^finance_get_budgets/, SOME, LEFT, not(ACCOUNT), not(amount), not(TASK), not(says('света|жизни|дней|времени|time|days'))),
  evidence(/^finance_set_budget/, AGAINST, not(amount)),
  evidence(/^finance_(?:list_accounts|add_account)/, SOME, ACCOUNT, not(says('my account|мой аккаунт|аккаунта'))),
  evidence(/^finance_list_accounts/, SOME, ACCOUNT, question, not(op('add'))),
  evidence(/^finance_list_accounts/, SOME, ACCOUNT, says('сколько|what|how much|баланс|balance|покажи|show|list|остаток|available'), not(amount), not(op('add', 'change', 'remove'))),
  evidence(/^finance_list_accounts/, AGAINST, says('terminate|shut|close|delete|backup|бэкап|удали|закрой'), not(amount)),
  evidence(/^finance_add_account/, STRONG, ACCOUNT, either(op('add'), says('track|named|с балансом|как счет|as an account|запомни счет|остаток|balance of')), amount, not(question), not(op('spend', 'earn'))),
  evidence(/^finance_add_account/, AGAINST, op('show', 'spend')),
  evidence(/^finance_add_transaction/, AGAINST, says('как счет|as an account|кредитк\\p{L}*|balance of'), ACCOUNT),
  evidence(/^finance_add_transaction/, SOME, amount, op('spend', 'earn'), not(question), not(op('change', 'remove', 'move'))),
  evidence(/^finance_add_transaction/, SOME, money, not(question), not(op('change', 'remove', 'move', 'show', 'remind')), not(BUDGET), not(ACCOUNT)),
  evidence(/^finance_add_transaction/, SOME, (_plain, cues, clause) => isBareExpense(clause, cues)),
  evidence(/^finance_add_transaction/, 0.03, not(amount)),
  evidence(/^finance_add_transaction/, AGAINST, either(question, FIXES, ALWAYS)),
  evidence(/^finance_add_transaction/, SOME, amount, says('transferred|moved .* to (?:my )?(?:savings|checking)|перевел[аи]? .*(?:карт|счет|вклад)\\p{L}*|перекинул\\p{L}*|переложил\\p{L}*|gave the|gave my|last night')),
  evidence(/^finance_update_transaction/, SOME, MONEY, either(op('change', 'move'), FIXES), not(op('remove')), not(TASK), not(ALWAYS)),
  evidence(/^finance_update_transaction/, SOME, amount, not(TIMED), either(op('change'), FIXES), not(TASK), not(REMINDER), not(BUDGET), not(EVENT), not(MEMORY), not(ACCOUNT)),
  evidence(/^finance_update_transaction/, SOME, says('категори\\p{L}* .{0,30}(?:поменя\\p{L}*|измени\\p{L}*|смени\\p{L}*|на)|(?:поменяй|измени|смени|переставь|change|switch) .{0,20}(?:категори\\p{L}*|category)|(?:file|put) (?:the|that|it) .{0,25}(?:under|as|in)'), not(ALWAYS)),
  evidence(/^finance_update_transaction/, SOME, says('^(?:нет,? )?(?:это|оно|она|that|it) (?:был[аио]? |was |не )'), either(says('а не|not|а'), mentions('date')), not(TIMED), not(question)),
  evidence(/^finance_update_transaction/, SLIGHT, mentions('date'), says('был[аио]?|was|were'), not(TIMED), not(amount), not(question), not(EVENT), not(OCCASION)),
  evidence(/^finance_delete_transaction/, STRONG, MONEY, op('remove'), not(TASK), not(EVENT), not(says('отмени последн\\p{L}* операци\\p{L}*'))),
  evidence(/^finance_delete_transaction/, SOME, op('remove'), says('вчерашн\\p{L}*|пятерочк\\p{L}*|магнит\\p{L}*|ашан\\p{L}*|дубль|дважды|два раза|такси|кофе|продукт\\p{L}*|duplicate|twice|taxi|coffee|groceries|lunch|uber|starbucks|ошибся|ошиблась|by mistake'), not(TASK), not(EVENT), not(REMINDER), not(NOTE)),
  evidence(/^finance_split/, STRONG, says('раздел\\p{L}*|разбей|разбить|разбив\\p{L}*|подели\\p{L}*|разнеси|разложи|распредели|раскидай', 'split\\p{L}*|divide|break (?:down|up)|portion out|separate|carve|reallocate'), not(says('по дням|по неделям|by day|by week'))),
  evidence(/^finance_set_category_rule/, SOME, ALWAYS, not(question), not(amount)),
  evidence(/^finance_set_category_rule/, SOME, says('категори\\p{L}*|category'), says('для|это|such|for|any|назначь|как'), not(amount), not(question), not(says('последн\\p{L}*|last|эту|this|that|у '))),
  evidence(/^finance_set_category_rule/, AGAINST, either(amount, EVENT)),
  evidence(/^finance_summarise/, SOME, SUM, not(LEFT), not(BUDGET)),
  evidence(/^finance_summarise/, 0.25, EACH, not(says('сколько|how much|по дням|по категориям|by'))),
  evidence(/^finance_list_transactions/, SOME, EACH, either(MONEY, says('купил\\p{L}*|накупил\\p{L}*|плати\\p{L}*|потратил\\p{L}*|pay|paid|spent|bought|orders?|spending')), not(TASK), not(op('change', 'remove')), not(says('сколько|how much'))),
  evidence(/^finance_list_transactions/, SOME, says('выписк\\p{L}*|statement|история (?:трат|операций)|(?:spending|expense|transaction) (?:log|history)')),
  evidence(/^finance_list_transactions/, AGAINST, says('сколько|how much|calculate|подсчитай|посчитай|total')),
  evidence(/^finance_list_transactions/, AGAINST, not(MONEY), not(op('spend', 'earn')), not(EACH)),
  evidence(/^finance_/, 0.2, PROFILE, not(amount)),
  evidence(/^finance_/, 0.2, either(REMINDER, NOTE), not(MONEY)),
]
