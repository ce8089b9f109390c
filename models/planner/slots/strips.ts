import { type Strip, stripOf } from '../content.ts'

const ADD =
  'добавь(?:те)?|добавить|запиши(?:те)?|записать|внеси|внести|создай(?:те)?|создать|поставь(?:те)?|поставить|поставим|заведи|завести|запланируй(?:те)?|запланировать|назначь|назначить|забронируй|забей|вбей|занеси|закинь|впиши|кинь|зафиксируй|организуй|сделай|установи|задай|открой|сохрани|отметь|пометь|учти|у меня|нужна|нужен|буд(?:ет|у)|предстоит|введи|давай|напиши|черкни|накидай|планирую|не забыть|не забудь'
const ADD_EN =
  "add|create|put(?: in| down| me down for)?|schedule|book|set up|set|make(?: me)?|log|record|plan|pencil in|jot(?: this)?(?: down)?|throw|stick|block(?: out| off)?|enter|register|arrange|i have|i've got|ive got|got|we have|there's|theres|save|write down|write|take|track|don't forget to|dont forget to|remember to|organize|open|start|new|put|slot in|drop|note"

/** The command words of each kind of request; what is left is the content. */
export const STRIP = {
  event: stripOf(
    [
      ADD,
      ADD_EN,
      'событие|мероприятие|в (?:мой )?календарь|в расписание|в календаре|на календарь|event|calendar event|(?:to|in|on) (?:my|the) calendar|some time for|time for|calendar',
    ],
    ['в (?:мой )?календар[ьея]|в (?:мое )?расписани[ею]|(?:to|on|in|into) (?:my|the) (?:calendar|schedule)|в план'],
  ),
  task: stripOf(
    [
      ADD,
      ADD_EN,
      'задач[ауик]\\p{L}*|таск\\p{L}*|дело|туду|тудушк\\p{L}*|в (?:мой )?(?:список(?: дел| задач)?|дела|задачи|туду|планы)|в (?:мои )?(?:дела|задачи)|task|to-?do|(?:to|on|in) (?:my|the) (?:to-?do list|to do list|tasks?(?: list)?|list|todos?)|to',
    ],
    [
      'в (?:мой )?(?:список(?: дел| задач)?|дела|задачи|туду|тудушки)|в (?:мои )?(?:дела|задачи)|(?:to|on|in) (?:my|the) (?:to-?do list|to do list|tasks?(?: list)?|list|todos?)|as a task|как задачу',
    ],
  ),
  reminder: stripOf([
    'напомни(?:те|шь|ть)?|напоминай(?:те)?|(?:поставь|создай|добавь|сделай|заведи|установи|нужно|хочу|запиши)(?: мне)?(?: новое)? (?:напоминани[ея]|напоминалк[уа])|напоминани[ея]|напоминалк[уа]|пни|дерни|маякни|remind(?: me)?|(?:set|create|add|make|put|give me|i need)(?: up)?(?: me)?(?: a| an)?(?: new)? reminder|reminder|ping(?: me)?|nudge(?: me)?|alert me|set',
    'про|насчет|что надо|что нужно|to|about|of|that i (?:need|have) to|не забыть|чтобы не забыл[аи]?',
  ]),
  note: stripOf(
    [
      '(?:запиши|сделай|добавь|создай|сохрани|напиши|оставь|внеси|черкни|закинь|кинь|занеси)(?: мне)?(?: в)?(?: новую| быструю| короткую)? (?:заметк[уиа]|заметочку|записку)|(?:в )?заметк[уиа]|заметочк[уа]|(?:запиши|добавь|сохрани|занеси|кинь|закинь)|(?:make|take|add|write|create|save|jot|leave|put)(?: me)?(?: down)?(?: this| a| an| in my| to my| in the)?(?: quick| new)? notes?|(?:note|jot|write)(?: this)?(?: down)?|notes?|add to (?:my )?notes|save',
      'что|о том что|that|to self|saying|текст',
    ],
    ['в заметк[иу]|себе в заметки|в блокнот|(?:to|in|into) my notes|as a note|to notes'],
  ),
  fact: stripOf(
    [
      'запомни(?:ть|те)?|имей в виду|учти|знай|remember|keep in mind|bear in mind|note|know|fyi|for the record|for future reference|на будущее|для справки|please|пожалуйста|hey|hi|ok|just|also|и|а|еще|что|that|пожалуйста запомни',
    ],
    ['запомни(?: это| пожалуйста)?|имей в виду|учти|remember that|keep that in mind'],
    true,
  ),
  row: stripOf([
    'удали(?:ть|те)?|убери(?:те)?|убрать|отмени(?:ть|те)?|отменяй|сотри|стереть|вычеркни|вычеркнуть|выкинь|снеси|сними|перенеси(?:те)?|перенести|передвинь|сдвинь|отодвинь|подвинь|измени(?:ть)?|поменяй|смени|переименуй|исправь|исправить|обнови|поправь|замени|закрой|закрыл[аи]?|выполнил[аи]?|сделал[аи]?|отметь|заверши(?:л[аи]?)?|закончил[аи]?|пропусти|отложи|раздели|разбей|продли|готово|забудь|больше не надо|не надо больше|не нужн[аоы]|покажи|найди',
    'delete|remove|cancel|drop|scratch|erase|clear|get rid of|call off|kill|trash|move|reschedule|push(?: back)?|shift|postpone|bump|bring forward|change|rename|update|edit|fix|correct|extend|shorten|finished|completed?|done(?: with)?|mark|check off|tick off|i did|did|closed?|cross off|skip|snooze|split|forget|stop|show|find|set|make|wrap(?:ped)? up|i',
    'вс[ею]|задач[ауиеы]?|задачк[ауи]|таск\\p{L}*|встречу(?= (?:с|по|про|у)(?!\\p{L}))|событие|событии|напоминани[еяй]|напоминалк\\p{L}*|заметк[ауи]|трат[ауы]|расход|покупку|операцию|запись|транзакцию|дело|выполнен\\p{L}*|сделан\\p{L}*|про|на|о|об|за|с|по поводу|насчет|где|task|to-?do|event|meeting(?= with)|reminder|note|expense|transaction|purchase|payment|charge|entry|off|about|to|for|of|with|from|at|where|back|on|up',
  ]),
} satisfies Record<string, Strip>

export const LIST_STRIP = stripOf(
  [
    'покажи(?:те)?|показать|выведи|какие|какая|какой|что|чего|есть ли|есть|когда|где|список|у меня|меня|мне|мои|мой|все|всю|весь|напомни|посмотри|глянь|проверь|найди|запланировано|планы|план|расписание|календарь|в календаре|встречи?|события|события?|событи[яй]|дела|дел|задачи?|задач|задания|таски|тудушки|напоминания|напоминалки|заметки|траты|расходы|операции|покупки|сколько|будет|стоит|стоят|назначен[оаы]?|я|за|на|по|про|с|ли|активные|открытые|невыполненные|надо|нужно|сделать|там|будут',
    "what|whats|what's|show|list|do|i|have|is|are|there|any|on|my|the|when|where|which|planned|scheduled|calendar|schedule|agenda|events?|meetings?|appointments?|tasks?|to-?dos?|todo list|reminders?|notes?|transactions?|expenses?|purchases?|all|of|for|me|see|give|tell|got|going on|happening|coming up|up|with|about|find|look up|how many|a|at|in|am|set|to|open|active|pending|list|did|does|s|it|look like",
  ],
  [
    'есть|запланировано|стоит|было|назначен\\p{L}*|будет|у меня|на|в|за|planned|scheduled|on|for|have|i have|do i have|do i|in|is|going on|coming up|in my calendar|on my calendar|set|look like|there',
  ],
)

export const BUDGET_STRIP = stripOf(
  [
    'поставь|установи|задай|сделай|измени|поменяй|подними|снизь|увеличь|уменьши|хочу|ограничь|выдели|назначь|лимит\\p{L}*|бюджет\\p{L}*|тратить|не больше|максимум|расход(?:ы|ов)|трат(?:ы)?|в|на|за|по|до|сколько|осталось|остаток|от|у меня|мой|мне|какой|еще|можно|потратить|месячный|недельный|годовой|новый|покажи|мои|что|с|добавь|создай|укажи|запиши|не тратить|максимальн\\p{L}*',
    "set|make|create|put|change|raise|lower|cap|limit|budget|my|a|an|the|for|on|of|to|at|monthly|weekly|yearly|spending|no more than|max|how much|is|do i have|have i got|left|remaining|in|show|what's|whats|what|i|can|still|spend|want|keep|under|me|are|we|give|allow|annual|add|per|each|every|allowance|new",
  ],
  [
    'в|на|за|лимит|бюджет|не больше|максимум|осталось|осталась|budget|limit|a|per|for|max|left|each|every|tops|at|to|is|remaining|cap|spending|месяц|неделю|год|еще|можно|потратить',
  ],
)

export const FILTER_STRIP = stripOf([
  'сколько(?: всего| денег)?|сумма|покажи|какие|какая|я|мы|у меня|был[аио]?|всего|денег|деньги|потратил[аи]?|потрачено|трачу|тратим|уходит|ушл[оаи]|отдал[аи]?|заплатил[аи]?|расход(?:ы|ов|ам)?|трат(?:ы|ам)?|мои|на что|куда|общие|итого|вышло|мне|за|сводк[ауи]|статистик[ауи]|отчет|по|посчитай|подсчитай|подведи итоги?',
  'how much|what|show|did|do|have|has|i|we|spent|spend|spending|total|money|on|for|in|much|my|is|was|were|give me|tell me|the|sum|summary|breakdown|of|expenses?|overall|where|go|went|been|all|paid|pay|me|a|cost|up',
])

export const PAYMENT_STRIP = stripOf(
  [
    'я|мы|сегодня|запиши(?:те)?|записать|добавь|внеси|занеси|отметь|зафиксируй|вбей|закинь|потратил(?:а|и|ся|ась)?|потрачено|заплатил[аи]?|отдал[аи]?|купил[аи]?|взял[аи]?|ушл[оаи]|ушел|спустил[аи]?|слил[аи]?|обош\\p{L}+|вышл[оаи]|оплатил[аи]?|расход[аы]?|трат[ауыа]?|минус|плюс|покупк[ауи]|доход[аы]?|получил[аи]?|пришл[аои]|пришел|перевели|зачислили|вернули|заработал[аи]?|капнул[аои]?|поступил[аои]?|поступлени[ея]|приход|потратить|на сумму|сумма|стоил[аои]?|упал[аои]?|мне|просадил[аи]?|проел[аи]?|скинул[аи]?|операци[яю]|снял[аи]?|за',
    "i|we|i've|ive|just|log|add|record|put(?: down)?|enter|note|track|spent|paid|bought|cost me|cost|blew|expense|dropped|splurged|shelled out|forked out|grabbed|picked up|purchased|got|earned|received|made|income|transaction|spending|got paid|it|was|had|used|charge|purchase|gave",
    'на|за|в|во|из|от|по|для|for|on|at|in|from|of|to|with|-|as|worth|like|как|это|около',
  ],
  [
    'потратил[аи]?|ушл[оаи]|заплатил[аи]?|отдал[аи]?|вышл[оаи]|обош\\p{L}+|стоил[аои]?|взял[аи]?|купил[аи]?|запиши|пришл[аои]|получил[аи]?|расход|трата|доход|for|spent|expense|cost me|cost|paid|total|income|record|в расходы|в доходы|в траты|as (?:an )?(?:expense|income)|to (?:my )?expenses',
  ],
)

export const FORGET_STRIP = stripOf(
  [
    'забудь(?:те)?|удали|сотри|убери|больше не помни|не помни|из памяти|все|что|про|о|об|то|я|у меня|мой|мою|моей|мое|мои|факт|информацию|данные|из|памяти',
    'forget|delete|remove|erase|wipe|drop|from memory|from your memory|everything|that|what|about|the fact|fact|my|i|you know|i told you|i said|any|info|information|memory|of|the|whatever',
  ],
  ['из памяти|from memory|from your memory|забудь|я говорил[аи]?|please'],
)

export const ACCOUNT_STRIP = stripOf(
  [
    'добавь|заведи|создай|открой|внеси|запиши|новый|счет|кошелек|у меня|есть|карту|там|на|с|balance|баланс\\p{L}*|остат\\p{L}*|add|create|open|set up|track|account|new|i have|with|a|an|the|my|called|named|wallet',
  ],
  [
    'счет|на нем|на ней|там|баланс|остаток|сейчас|лежит|с балансом|с остатком|account|balance|with a balance of|with|has|in it|on it|of|it has|starting at|at|is|balance of',
  ],
)

/** Which command words a tool's requests begin and end with. */
export const stripFor = (tool: string): Strip => {
  if (tool === 'calendar_add_event') return STRIP.event
  if (tool === 'tasks_add_task') return STRIP.task
  if (tool === 'reminders_set_reminder') return STRIP.reminder
  if (tool === 'account_add_note') return STRIP.note
  if (tool === 'memory_remember_fact') return STRIP.fact
  if (tool === 'memory_forget') return FORGET_STRIP
  if (tool === 'finance_add_transaction') return PAYMENT_STRIP
  if (tool === 'finance_add_account') return ACCOUNT_STRIP
  if (/_budgets?$/.test(tool)) return BUDGET_STRIP
  if (tool === 'finance_summarise_spending') return FILTER_STRIP
  return /_(?:list|search|get)_/.test(tool) ? LIST_STRIP : STRIP.row
}
