import { AGAINST, begins, both, either, type Evidence, evidence, mentions, not, op, question, says, SLIGHT, SOME, STRONG, when } from './contract.ts'
import { ACCOUNT, BUDGET, CONSENT, EVENT, MEMORY, MONEY, NOTE, OCCASION, PROFILE, REMINDER, TASK, TOPIC } from './nouns.ts'

const ONCE = says(
  'один раз|разок|только (?:в эт|завтра|сегодня|на этой|на эту|эт)\\p{L}*|(?:в|на) этот раз|сегодня не|завтра не|завтра без|сегодня без|потом как обычно|как обычно|остальные|ближайш\\p{L}*|следующ\\p{L}+ раз|(?:в|во) \\p{L}+ не (?:надо|нужно|напоминай)|не (?:присылай|напоминай) (?:сегодня|завтра|в)',
  'just (?:this|once|today|tomorrow|for)|only (?:this|today|tomorrow|once)|this time|this once|back to normal|next occurrence|as usual|one time|other days|rest stays?|keep the (?:rest|others)|tonight.?s',
)
const OPENS_ADD = begins(
  'добав\\p{L}*|созда\\p{L}*|постав\\p{L}*|завед\\p{L}*|завести|запиш\\p{L}*|внес\\p{L}*|запланиру\\p{L}*|накинь|нов\\p{L}+|нужно напоминание|кинь',
  'ad|add|create|new|put|set up|set|make a|schedule|book|throw|stick|one more|another|i want a|i need a|give me a',
)
const FIND = says(
  'найди|покажи|какие|какая|сколько|когда|что|выведи|список|перечисли|списком|есть ли|проверь',
  'find|show|list|which|when|what|how many|any|active|all my|see|check|tell me|give me the list',
)
/** "Задача: …", "to-do: …": the noun opens what is to be kept. */
const NAMES_TASK = (plain: string): boolean =>
  /^(?:(?:срочная|важная|новая|легкая|тяжелая|urgent|new|important|quick|easy|\d+[- ]?min(?:ute)?s?|\p{L}+)\s+)?(?:задача|таск|тудушка|туду|дело|task|to-?do)(?:\s*[:,—-]|\s+(?:на|в|до|послезавтра|завтра|сегодня)\s|\s+на \d+)/u.test(plain) ||
  /^(?:to-?do|todo)\s+(?!list|needs|goes|is|for|on)\p{L}+/u.test(plain)
const CHANGED = says(
  'пусть|теперь|перестав\\p{L}*|продли\\p{L}*|подвин\\p{L}*|отложи|самой важной|в проект|приоритет\\p{L}*|будет на|перенос\\p{L}*|перенес\\p{L}*',
  'needs? a deadline|top priority|priority|goes to|reopen|more days|assign|to the .{2,20} project|instead|is now|slides?|make the|make it|make that',
)
const REMOVE_MORE = says('избав\\p{L}*|больше не нуж\\p{L}*|не нуж\\p{L}*|снимай|удаля\\p{L}*|сотри|выброс\\p{L}*', 'scrap|no need|can be deleted|not needed|is cancell?ed|can.?t make it|won.?t be')
const ADDRESSED = either(TASK, REMINDER, NOTE, BUDGET, ACCOUNT, MONEY, CONSENT, MEMORY, PROFILE, TOPIC)
const UNDO_WORDS = says(
  'это|последн\\p{L}*|предыдущ\\p{L}*|действи\\p{L}*|назад|обратно|как было|все|всё|запис\\p{L}*|что|то|сделал\\p{L}*|наделал\\p{L}*|не туда|не то|ошибк\\p{L}*|откат\\p{L}*',
  'it|that|this|last|back|undo|revert|action|change|changes|rollback|reverse|roll|take|you just did|what you did|me|account|everything',
)

export const PLANS: readonly Evidence[] = [
  evidence(/^account_undo/, STRONG, says('анду|un-?do|unsave|put everything back|кнопку отмены|случайно нажал\\p{L}*'), not(TASK), not(EVENT)),
  evidence(/^account_undo/, AGAINST, says('к окулисту|запись к')),
  evidence(/^calendar_cancel/, STRONG, says('(?:отмени|убери|сними) .{0,10}запись к'), not(NOTE)),
  evidence(/^tasks_complete/, STRONG, begins('check off|tick off|cross|пометь|отметь|завершить'), either(TASK, says('off|выполненн\\p{L}*|сделанн\\p{L}*|buy|call')), not(says('delete|удали'))),
  evidence(/^tasks_complete/, SOME, says('check the box|one (?:todo|task) less|close that one|, закрой|закрой$|close it|one less|бокс|галочк\\p{L}*|bought it$'), not(question)),
  evidence(/^tasks_delete/, STRONG, says('(?:throw|take|get|kick|drop) .{2,40} off (?:my|the) (?:to-?do|task|list)|no need .{0,30}(?:task|todo)')),
  evidence(/^tasks_list/, STRONG, either(begins('(?:all )?(?:my )?tasks (?:in|due|for|on|please)|все задачи|что по делам|look up the to-?do'), says('finished ones too|и сделанные тоже|сделанные тоже')), not(op('remove', 'move'))),
  evidence(/^tasks_complete/, AGAINST, either(says('finished ones|сделанные тоже|все задачи'), begins('сделай (?:мне )?(?:таск|задач)'))),
  evidence(/^tasks_update/, STRONG, either(begins('у (?:таски|задачи)|оцени задачу|сделай задачу|give the|убери в низкий'), says('еженедельной|ежедневной|к сроку|a deadline of')), TASK),
  evidence(/^tasks_add/, STRONG, either(begins('закинь в|сделай мне (?:таск|задачу)|task \\p{L}+ \\p{L}+|new to-?do|в дела'), says('сделай задач\\p{L}+$|сделай задачей|add a task for it|поставь мне в список')), TASK, not(op('remove'))),
  evidence(/^tasks_delete/, AGAINST, says('низкий приоритет|low priority')),
  evidence(/^calendar_find_free/, STRONG, says('не занят\\p{L}*|ничего не занято|not busy|find me \\d+')),
  evidence(/^calendar_list/, STRONG, either(begins('(?:все )?(?:события|встречи) на|meetings on|events on|plans for|планы на|what.?s on'), says('что намечено|rundown|which day is|следующая|start\\?|does the .{2,20} start')), not(op('move', 'remove')), not(TASK), not(REMINDER)),
  evidence(/^calendar_update/, SOME, either(says('(?:change|set|update) the (?:location|address|place)|location of|fix that event|drag|увеличь|а второго|переставь'), both(says('isn.?t|not|не'), mentions('date'), EVENT)), not(MONEY), not(REMINDER), not(TASK)),
  evidence(/^calendar_add/, STRONG, either(mentions('window', 'instant'), when), says('внеси в график|, поставь$|add to calendar|в календарь$|в календаре$|zoom with|webinar|лекци\\p{L}|к (?:неврологу|врачу|стоматологу|терапевту|окулисту)'), not(op('move', 'remove', 'change')), not(REMINDER), not(question)),
  evidence(/^reminders_snooze/, STRONG, says('попозже|перенапомни|remind me (?:again|later)|напомни (?:позже|еще раз)')),
  evidence(/^reminders_set_reminder/, AGAINST, says('попозже|перенапомни|remind me again')),
  evidence(/^reminders_skip/, STRONG, says('разово|потом снова|само расписание|only the next|leave out the .{2,30} reminder on|не напоминай .{2,40} потом')),
  evidence(/^reminders_cancel/, STRONG, says('отбой|не надо .{0,12}напомин\\p{L}+|то что просил напомнить|don.?t need .{0,20}reminder'), not(ONCE), not(says('завтра|сегодня|tomorrow|today'))),
  evidence(/^reminders_update/, STRONG, REMINDER, says('reword|instead of|сделай ежедневн\\p{L}*|to \\d+ in the')),
  evidence(/^reminders_set_reminder/, STRONG, begins('пни меня|don.?t let me forget|dont let me forget|не дай (?:мне )?забыть|маякни'), not(ONCE)),
  evidence(/^reminders_list_topics/, STRONG, says('отписал\\p{L}*|unsubscribe from|what subjects|write to me about'), question),
  evidence(/^reminders_set_topic/, SOME, says('bugging me|пиши с|про задачи пиши|health stuff'), not(question)),

  evidence(/^tasks_/, SOME, TASK),
  evidence(/^tasks_/, SLIGHT, says('релиз\\p{L}*|отчет\\p{L}*|смет\\p{L}*')),
  evidence(/^tasks_delete/, STRONG, TASK, either(op('remove'), REMOVE_MORE), not(says('как сделанн\\p{L}*|готово|as done|купил\\p{L}*|сделал\\p{L}*|выполнен\\p{L}*'))),
  evidence(/^tasks_complete/, STRONG, TASK, op('complete'), not(FIND), not(OPENS_ADD)),
  evidence(/^tasks_complete/, STRONG, TASK, says('как (?:сделанн|выполненн|готов)\\p{L}*|to done|as (?:done|complete\\p{L}*|finished)|вычеркн\\p{L}* .*(?:купил|сделал|сдал|отправил)\\p{L}*')),
  evidence(/^tasks_complete/, SOME, says('готово$|сделано$|done$|, done|все готово|закончил\\p{L}*$|finished$|передал\\p{L}*, готово'), not(question)),
  evidence(/^tasks_update/, STRONG, TASK, either(op('move', 'change'), CHANGED), not(begins('добав\\p{L}*|созда\\p{L}*|add|create')), not(NAMES_TASK)),
  evidence(/^tasks_update/, AGAINST, NAMES_TASK),
  evidence(/^tasks_add/, STRONG, NAMES_TASK, not(op('move', 'remove', 'complete'))),
  evidence(/^tasks_list/, SOME, TASK, FIND, not(op('move', 'change', 'remove')), not(NAMES_TASK)),
  evidence(/^tasks_list/, SOME, TASK, question, not(op('move', 'change', 'remove'))),
  evidence(/^tasks_list/, SOME, says('что (?:мне |я )?(?:надо|нужно|должн\\p{L}*|осталось) (?:с?делать|доделать|успеть)|what do i (?:need|have) to (?:do|get done|finish)|get done (?:today|tomorrow|this week)|what.s left to do|still have to do')),
  evidence(/^tasks_add/, SOME, TASK, OPENS_ADD, not(op('move', 'change', 'remove', 'complete')), not(CHANGED)),
  evidence(/^tasks_add/, AGAINST, op('remove', 'move')),
  evidence(/^tasks_add/, 0.3, begins('пусть|перенеси|сделай задачу|make the'), TASK),

  evidence(/^reminders_(?!set_topic|list_topics)/, SOME, REMINDER),
  evidence(/^reminders_skip/, STRONG, either(REMINDER, says('remind|напоминай')), ONCE, not(op('move')), not(says('again|еще раз'))),
  evidence(/^reminders_skip/, SOME, says('пропус\\p{L}+|skip\\p{L}*'), not(EVENT)),
  evidence(/^reminders_cancel/, SOME, REMINDER, either(op('remove'), REMOVE_MORE, says('отключ\\p{L}*|выключ\\p{L}*|no more|turn off|end the|stop|quit|disable')), not(ONCE)),
  evidence(/^reminders_cancel/, STRONG, says('не напоминай больше|больше не напоминай|хватит напоминать|перестань напоминать|прекрати напоминать|не надо больше напоминать|(?:stop|quit|forget about|no need to|cease) remind\\p{L}*|no longer need to be reminded|don.?t remind me .{1,40}(?:any ?more|again)')),
  evidence(/^reminders_list_reminders/, STRONG, REMINDER, FIND, not(op('move', 'change', 'remove', 'skip', 'snooze')), not(ONCE), not(OPENS_ADD), not(CHANGED)),
  evidence(/^reminders_list_reminders/, SOME, begins('напоминания|напоминалки|reminders|my reminders|мои напоминания')),
  evidence(/^reminders_list_reminders/, STRONG, says('(?:о|об|про) чем .{0,12}напомни\\p{L}*|что ты .{0,12}напомни\\p{L}*|про что .{0,12}напомни\\p{L}*|(?:просил\\p{L}*|надо|должен|должна) .{0,12}напомнить|what (?:are you|will you|do you).{0,14}remind\\p{L}*|asked to be reminded|you.?ll remind me')),
  evidence(/^reminders_update/, SOME, REMINDER, either(op('move', 'change'), CHANGED, says('называется|раньше|позже|earlier|later|turn .* into|вместо|repeat')), not(op('remove')), not(OPENS_ADD)),
  evidence(/^reminders_update/, AGAINST, either(OPENS_ADD, begins('каждый|каждую|раз в|по '))),
  evidence(/^reminders_set_reminder/, SOME, OPENS_ADD, REMINDER, not(op('remove', 'move'))),
  evidence(/^reminders_set_reminder/, SOME, says('напомни|напоминай|remind me|ping me|nudge me'), either(when, mentions('rrule', 'delay')), not(op('snooze', 'remove', 'skip')), not(ONCE), not(says('again|еще раз|снова'))),
  evidence(/^reminders_set_reminder/, 0.15, says('напомни (?:мне )?(?:как|кто|что|где|когда|сколько|какой|какая|какое)|remind me (?:what|who|how|where|which|when|why)'), not(when)),
  evidence(/^memory_search/, SOME, says('напомни (?:мне )?(?:как|кто|где|сколько|какой|какая|какое)|remind me (?:what|who|how|where|which)'), not(when)),
  evidence(/^reminders_snooze/, SOME, says('отложи|отложить|snooze|напомни (?:еще раз |попозже|позже|снова)|дай еще|ask me again|again|repeat that|еще (?:раз|минут\\p{L}*)|попозже|more minutes|go off'), not(TASK)),
  evidence(/^reminders_snooze/, STRONG, says('snooze|(?:remind|nudge|ping) me .{0,30}again|again .{0,20}in .{0,20}(?:min|hour)\\p{L}*|repeat that reminder|напомни .{0,20}(?:еще раз|снова)'), not(TASK)),
  evidence(/^reminders_cancel/, AGAINST, says('snooze|again')),
  evidence(/^reminders_(?:set_topic|list_topics)/, SOME, TOPIC, not(REMINDER)),
  evidence(/^reminders_list_topics/, STRONG, TOPIC, either(question, says('какие|какая|список|покажи|которые|проверь|which|what|list|show|whether|are|name')), not(says('отключи|включи|выключи|turn|mute|send|stop|enable|disable'))),
  evidence(/^reminders_list_topics/, SOME, says('включен\\p{L}*|enabled|muted|в муте|send me without'), either(TOPIC, question)),
  evidence(/^reminders_set_topic/, SOME, says('не присылай|не пиши|выключи|отключи|включи|верни|присылай|пиши мне|писать мне|хватит|mute|unmute|turn (?:it |them )?(?:on|off)|stop sending|start sending|send me|no more|enable|disable|не беспокой|unsubscribe|write to me|silence'), says('про|о|об|по|тем\\p{L}*|about|tips|topic|notifications?|alerts?|messages|updates|сон|сна|сне|деньг\\p{L}*|финанс\\p{L}*|здоров\\p{L}*|бюджет\\p{L}*|трат\\p{L}*|sleep|money|budget|finance|financial|health|calendar'), not(REMINDER), not(question)),

  evidence(/^calendar_/, 3, either(EVENT, OCCASION), not(TASK), not(REMINDER), not(NOTE), not(MONEY)),
  evidence(/^calendar_/, AGAINST, either(REMINDER, says('напомни\\p{L}*|remind me'))),
  evidence(/^calendar_cancel/, STRONG, either(op('remove'), REMOVE_MORE), not(ADDRESSED), not((_p, cues) => cues.amount), not(says('данные|аккаунт\\p{L}*|акк|account|data|undo|сообщени\\p{L}*|everything about|history|что ты|доступ\\p{L}*|access|это|его|ее|it|that|действи\\p{L}*|назад|меня|me|файл\\p{L}*|files?|воспоминани\\p{L}*')), (plain) => plain.trim().split(/\s+/u).length >= 2),
  evidence(/^calendar_cancel/, STRONG, either(op('remove'), REMOVE_MORE), either(EVENT, OCCASION), not(TASK), not(REMINDER), not(NOTE), not(MONEY)),
  evidence(/^calendar_find_free/, AGAINST, op('remove')),
  evidence(/^calendar_update/, SOME, either(op('move'), CHANGED), not(TASK), not(REMINDER), not(MONEY), not(NOTE), not(PROFILE)),
  evidence(/^calendar_update/, SOME, CHANGED, either(EVENT, OCCASION), not(TASK)),
  evidence(/^calendar_update/, SOME, mentions('shift'), not(TASK), not(REMINDER)),
  evidence(/^calendar_update/, AGAINST, begins('добав\\p{L}*|созда\\p{L}*|запланиру\\p{L}*|назнач\\p{L}*|поставить|add|create|schedule|book|put me'), not(op('move', 'change')), not(says('instead|его|ее'))),
  evidence(/^calendar_update/, SOME, says('instead|место|change the place|его лучше|ее лучше|fix the calendar|исправь в календаре|всю серию|назови эту встречу'), not(MONEY)),
  evidence(/^calendar_add/, SOME, when, begins('добав\\p{L}*|постав\\p{L}*|запланиру\\p{L}*|назнач\\p{L}*|заброниру\\p{L}*|запиши меня|schedule|book|put|block|pencil'), not(TASK), not(REMINDER), not(BUDGET), not(NOTE), not(says('instead|его|ее|it|that|меньше'))),
  evidence(/^calendar_add/, SOME, when, either(EVENT, OCCASION), not(question), not(op('move', 'change', 'remove', 'show')), not(TASK), not(REMINDER), not(MONEY), not((_p, cues) => cues.money)),
  evidence(/^calendar_add/, AGAINST, not(when), not(EVENT)),
  evidence(/^calendar_add/, AGAINST, either(op('move', 'remove'), says('instead|is now|now on'))),
  evidence(/^calendar_find_free/, STRONG, says('свобод\\p{L}*|окн[оау]|окошк\\p{L}*|дырк\\p{L}*|слот\\p{L}*|продохну\\p{L}*|втисн\\p{L}*|просвет\\p{L}*|free|available|availability|opening|openings|gaps?|squeeze|slots?|window|spare'), not(TOPIC), not(ACCOUNT), not(says('free up|бы здорово|было бы'))),
  evidence(/^calendar_list/, SOME, says('чем я занят\\p{L}*|что у меня|какие планы|что запланировано|какого числа|в какой день|в каком месте|во сколько|что по|what.{0,12} (?:planned|scheduled|on (?:my|the) (?:calendar|agenda|schedule))|what have i got|what do i have|what am i doing|look like|anything (?:on|scheduled|planned)|everything from|when is (?:the|my)|when am i|when do i|when.s (?:the|my)|когда у (?:меня|нас)|what.?s (?:happening|on)'), not(TASK), not(REMINDER), not(ACCOUNT), not(NOTE), not(PROFILE), not(MEMORY), not(says('birthday|день рождения|аллерг\\p{L}*|allerg\\p{L}*|usually|обычно|обошл\\p{L}*|стоил\\p{L}*'))),
  evidence(/^calendar_list/, SOME, question, either(when, mentions('range')), not(ADDRESSED), not(op('spend', 'earn'))),
  evidence(/^calendar_list/, SOME, question, either(OCCASION, EVENT), not(ADDRESSED), not((_p, cues) => cues.money)),
  evidence(/^account_undo/, 0.05, (plain) => plain.trim().split(/\s+/u).length >= 2, not(UNDO_WORDS)),
  evidence(/^account_undo/, STRONG, says('откат\\p{L}*|шаг назад|как было|верни назад|undo|rollback|roll back|revert|put it back|(?:cancel|reverse) (?:what|everything) you (?:just )?did|не туда|только что (?:записал|сделал|добавил)|сейчас наделал'), not(when)),
  evidence(/^account_undo/, SOME, begins('отмени|отменяй|отмена|не то,? отмени'), says('не то|последн\\p{L}*|действи\\p{L}*|все что|то что|что сделал\\p{L}*')),
]
