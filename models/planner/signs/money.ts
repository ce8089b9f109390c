import { amount, both, either, mentions, money, not, op, question, says, type When } from './contract.ts'
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
const EACH = says(
  'выписк\\p{L}*|по одному|поштучно|списком|истори\\p{L}*|последние \\d+|перечисли|накупил\\p{L}*|построчно|список|каждую|покажи|найди|что (?:я )?купил\\p{L}*|за что я платил\\p{L}*',
  'statement|entry by entry|line by line|history|last \\d+|one by one|itemi[sz]ed|list|which things|find|log|show me|purchases',
)
const SUM = says(
  'сколько .{0,30}(?:потра\\p{L}*|трач\\p{L}*|ушл\\p{L}*|уход\\p{L}*|трат|расход\\p{L}*|денег|обошл\\p{L}*|стоил\\p{L}*)|потрачено .*|подсчитай|посчитай|сводк\\p{L}*|статистик\\p{L}*|итого|в сумме|по дням|по категориям|по магазинам',
  'how much .{0,40}(?:spent|spend|spending|goes|went|go|cost)|total spend\\p{L}*|spending (?:by|on|summary|total)|spend\\p{L}* my money|calculate|sum up|add up|breakdown|by category|by day|summary|total',
)
const LEFT = says(
  'осталось|остаток|остал[ао]сь|можно (?:еще )?потратить|вписываюсь|укладываюсь',
  'left|remaining|can i (?:still )?spend|still spend|over budget|on track|within budget',
)

export const FINANCE: readonly When[] = [
  both(
    says(
      '(?:последней|этой|той) трат\\p{L}|у расхода|(?:to|of) the last (?:expense|transaction)|that (?:payment|expense)|оплатил .* а записалось|запись про|my typo|опечатк\\p{L}*|поправка:',
    ),
    not(op('remove')),
    not(says('раздел\\p{L}*|split|дели')),
  ),
  both(says('(?:последней|этой) трат\\p{L}|last expense|last transaction')),
  both(
    either(op('remove'), says('take .* out|pull .* out|lose the|bin the|это ошибка, убери')),
    says('charge|spending log|expenses?|payment|поступлени\\p{L}|это ошибка|duplicate|дубл\\p{L}*|аванс'),
  ),
  both(
    says(
      'what did i buy|what i bought|когда я платил\\p{L}*|when i paid|поищи в тратах|все записи за|записал\\p{L}* по деньгам|recorded .{0,16}moneywise|в тратах',
    ),
    not(op('remove', 'change')),
  ),
  both(says('скока|какой доход|daily spending|the damage|сколько .{0,12}просадил\\p{L}*'), not(BUDGET)),
  both(says('сколько (?:еще|мне еще) можно|how much can i still'), not(amount)),
  both(says('in the bank|в банке|на счету|на счетах'), question, not(op('add'))),
  both(
    says(
      'чтобы .{2,30} попадал\\p{L}*|всигда|map .{2,20} to|always|that rule|правило по тратам|если в трате|сразу раскладывай|fall under|by default|should default|permanently|whenever it.?s',
    ),
    not(amount),
    not(EVENT),
    not(says('remind|напомин\\p{L}*')),
  ),
  both(says('дели |break .* apart|дели последн\\p{L}*')),
  both(
    amount,
    says('это перевод|log it as (?:income|expense)|добавь покупку|запиши покупку|^минус|^плюс'),
    not(question),
  ),

  both(BUDGET, amount, not(question), not(op('spend', 'earn'))),
  both(
    amount,
    says(
      '(?:в|на) (?:месяц|неделю|год)|ежемесячно|a (?:month|week|year)|per (?:month|week|year)|each (?:month|week)|every (?:month|week)|monthly|weekly',
    ),
    not(op('spend', 'earn', 'show', 'remind')),
  ),
  both(
    BUDGET,
    not(amount),
    not(op('add', 'change')),
    not(TOPIC),
    not(says('фильм\\p{L}*|movie|film|страны|города|москв\\p{L}*')),
  ),
  both(LEFT, not(ACCOUNT), not(amount), not(TASK), not(says('света|жизни|дней|времени|time|days'))),
  both(not(amount)),
  both(ACCOUNT, not(says('my account|мой аккаунт|аккаунта'))),
  both(ACCOUNT, question, not(op('add'))),
  both(
    ACCOUNT,
    says('сколько|what|how much|баланс|balance|покажи|show|list|остаток|available'),
    not(amount),
    not(op('add', 'change', 'remove')),
  ),
  both(says('terminate|shut|close|delete|backup|бэкап|удали|закрой'), not(amount)),
  both(
    ACCOUNT,
    either(op('add'), says('track|named|с балансом|как счет|as an account|запомни счет|остаток|balance of')),
    amount,
    not(question),
    not(op('spend', 'earn')),
  ),
  both(op('show', 'spend')),
  both(says('как счет|as an account|кредитк\\p{L}*|balance of'), ACCOUNT),
  both(amount, op('spend', 'earn'), not(question), not(op('change', 'remove', 'move'))),
  both(money, not(question), not(op('change', 'remove', 'move', 'show', 'remind')), not(BUDGET), not(ACCOUNT)),
  both((_plain, cues, clause) => isBareExpense(clause, cues)),
  both(not(amount)),
  both(either(question, FIXES, ALWAYS)),
  both(
    amount,
    says(
      'transferred|moved .* to (?:my )?(?:savings|checking)|перевел[аи]? .*(?:карт|счет|вклад)\\p{L}*|перекинул\\p{L}*|переложил\\p{L}*|gave the|gave my|last night',
    ),
  ),
  both(MONEY, either(op('change', 'move'), FIXES), not(op('remove')), not(TASK), not(ALWAYS)),
  both(
    amount,
    not(TIMED),
    either(op('change'), FIXES),
    not(TASK),
    not(REMINDER),
    not(BUDGET),
    not(EVENT),
    not(MEMORY),
    not(ACCOUNT),
  ),
  both(
    says(
      'категори\\p{L}* .{0,30}(?:поменя\\p{L}*|измени\\p{L}*|смени\\p{L}*|на)|(?:поменяй|измени|смени|переставь|change|switch) .{0,20}(?:категори\\p{L}*|category)|(?:file|put) (?:the|that|it) .{0,25}(?:under|as|in)',
    ),
    not(ALWAYS),
  ),
  both(
    says('^(?:нет,? )?(?:это|оно|она|that|it) (?:был[аио]? |was |не )'),
    either(says('а не|not|а'), mentions('date')),
    not(TIMED),
    not(question),
  ),
  both(mentions('date'), says('был[аио]?|was|were'), not(TIMED), not(amount), not(question), not(EVENT), not(OCCASION)),
  both(MONEY, op('remove'), not(TASK), not(EVENT), not(says('отмени последн\\p{L}* операци\\p{L}*'))),
  both(
    op('remove'),
    says(
      'вчерашн\\p{L}*|пятерочк\\p{L}*|магнит\\p{L}*|ашан\\p{L}*|дубль|дважды|два раза|такси|кофе|продукт\\p{L}*|duplicate|twice|taxi|coffee|groceries|lunch|uber|starbucks|ошибся|ошиблась|by mistake',
    ),
    not(TASK),
    not(EVENT),
    not(REMINDER),
    not(NOTE),
  ),
  both(
    says(
      'раздел\\p{L}*|разбей|разбить|разбив\\p{L}*|подели\\p{L}*|разнеси|разложи|распредели|раскидай',
      'split\\p{L}*|divide|break (?:down|up)|portion out|separate|carve|reallocate',
    ),
    not(says('по дням|по неделям|by day|by week')),
  ),
  both(ALWAYS, not(question), not(amount)),
  both(
    says('категори\\p{L}*|category'),
    says('для|это|such|for|any|назначь|как'),
    not(amount),
    not(question),
    not(says('последн\\p{L}*|last|эту|this|that|у ')),
  ),
  both(either(amount, EVENT)),
  both(SUM, not(LEFT), not(BUDGET)),
  both(EACH, not(says('сколько|how much|по дням|по категориям|by'))),
  both(
    EACH,
    either(
      MONEY,
      says('купил\\p{L}*|накупил\\p{L}*|плати\\p{L}*|потратил\\p{L}*|pay|paid|spent|bought|orders?|spending'),
    ),
    not(TASK),
    not(op('change', 'remove')),
    not(says('сколько|how much')),
  ),
  both(says('выписк\\p{L}*|statement|история (?:трат|операций)|(?:spending|expense|transaction) (?:log|history)')),
  both(says('сколько|how much|calculate|подсчитай|посчитай|total')),
  both(not(MONEY), not(op('spend', 'earn')), not(EACH)),
  both(PROFILE, not(amount)),
  both(either(REMINDER, NOTE), not(MONEY)),
]
