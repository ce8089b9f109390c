import {
  begins,
  both,
  CHANGED,
  either,
  mentions,
  not,
  op,
  question,
  REMOVE_MORE,
  says,
  type When,
  when,
} from './contract.ts'
import { EVENT, REMINDER, TASK, TOPIC } from './nouns.ts'

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
  /^(?:(?:срочная|важная|новая|легкая|тяжелая|urgent|new|important|quick|easy|\d+[- ]?min(?:ute)?s?|\p{L}+)\s+)?(?:задача|таск|тудушка|туду|дело|task|to-?do)(?:\s*[:,—-]|\s+(?:на|в|до|послезавтра|завтра|сегодня)\s|\s+на \d+)/u.test(
    plain,
  ) || /^(?:to-?do|todo)\s+(?!list|needs|goes|is|for|on)\p{L}+/u.test(plain)
/** Tasks, reminders and the messages we send by ourselves. */
export const PLANS: readonly When[] = [
  both(
    begins('check off|tick off|cross|пометь|отметь|завершить'),
    either(TASK, says('off|выполненн\\p{L}*|сделанн\\p{L}*|buy|call')),
    not(says('delete|удали')),
  ),
  both(
    says(
      'check the box|one (?:todo|task) less|close that one|, закрой|закрой$|close it|one less|бокс|галочк\\p{L}*|bought it$',
    ),
    not(question),
  ),
  both(says('(?:throw|take|get|kick|drop) .{2,40} off (?:my|the) (?:to-?do|task|list)|no need .{0,30}(?:task|todo)')),
  both(
    either(
      begins('(?:all )?(?:my )?tasks (?:in|due|for|on|please)|все задачи|что по делам|look up the to-?do'),
      says('finished ones too|и сделанные тоже|сделанные тоже'),
    ),
    not(op('remove', 'move')),
  ),
  both(either(says('finished ones|сделанные тоже|все задачи'), begins('сделай (?:мне )?(?:таск|задач)'))),
  both(
    either(
      begins('у (?:таски|задачи)|оцени задачу|сделай задачу|give the|убери в низкий'),
      says('еженедельной|ежедневной|к сроку|a deadline of'),
    ),
    TASK,
  ),
  both(
    either(
      begins('закинь в|сделай мне (?:таск|задачу)|task \\p{L}+ \\p{L}+|new to-?do|в дела'),
      says('сделай задач\\p{L}+$|сделай задачей|add a task for it|поставь мне в список'),
    ),
    TASK,
    not(op('remove')),
  ),
  both(says('низкий приоритет|low priority')),
  both(says('попозже|перенапомни|remind me (?:again|later)|напомни (?:позже|еще раз)')),
  both(says('попозже|перенапомни|remind me again')),
  both(
    says(
      'разово|потом снова|само расписание|only the next|leave out the .{2,30} reminder on|не напоминай .{2,40} потом',
    ),
  ),
  both(
    says('отбой|не надо .{0,12}напомин\\p{L}+|то что просил напомнить|don.?t need .{0,20}reminder'),
    not(ONCE),
    not(says('завтра|сегодня|tomorrow|today')),
  ),
  both(REMINDER, says('reword|instead of|сделай ежедневн\\p{L}*|to \\d+ in the')),
  both(begins('пни меня|don.?t let me forget|dont let me forget|не дай (?:мне )?забыть|маякни'), not(ONCE)),
  both(says('отписал\\p{L}*|unsubscribe from|what subjects|write to me about'), question),
  both(says('bugging me|пиши с|про задачи пиши|health stuff'), not(question)),
  both(TASK),
  both(says('релиз\\p{L}*|отчет\\p{L}*|смет\\p{L}*')),
  both(
    TASK,
    either(op('remove'), REMOVE_MORE),
    not(says('как сделанн\\p{L}*|готово|as done|купил\\p{L}*|сделал\\p{L}*|выполнен\\p{L}*')),
  ),
  both(TASK, op('complete'), not(FIND), not(OPENS_ADD)),
  both(
    TASK,
    says(
      'как (?:сделанн|выполненн|готов)\\p{L}*|to done|as (?:done|complete\\p{L}*|finished)|вычеркн\\p{L}* .*(?:купил|сделал|сдал|отправил)\\p{L}*',
    ),
  ),
  both(
    says('готово$|сделано$|done$|, done|все готово|закончил\\p{L}*$|finished$|передал\\p{L}*, готово'),
    not(question),
  ),
  both(
    TASK,
    either(op('move', 'change'), CHANGED),
    not(begins('добав\\p{L}*|созда\\p{L}*|add|create')),
    not(NAMES_TASK),
  ),
  both(NAMES_TASK),
  both(NAMES_TASK, not(op('move', 'remove', 'complete'))),
  both(TASK, FIND, not(op('move', 'change', 'remove')), not(NAMES_TASK)),
  both(TASK, question, not(op('move', 'change', 'remove'))),
  both(
    says(
      'что (?:мне |я )?(?:надо|нужно|должн\\p{L}*|осталось) (?:с?делать|доделать|успеть)|what do i (?:need|have) to (?:do|get done|finish)|get done (?:today|tomorrow|this week)|what.s left to do|still have to do',
    ),
  ),
  both(TASK, OPENS_ADD, not(op('move', 'change', 'remove', 'complete')), not(CHANGED)),
  both(op('remove', 'move')),
  both(begins('пусть|перенеси|сделай задачу|make the'), TASK),
  both(REMINDER),
  both(either(REMINDER, says('remind|напоминай')), ONCE, not(op('move')), not(says('again|еще раз'))),
  both(says('пропус\\p{L}+|skip\\p{L}*'), not(EVENT)),
  both(
    REMINDER,
    either(op('remove'), REMOVE_MORE, says('отключ\\p{L}*|выключ\\p{L}*|no more|turn off|end the|stop|quit|disable')),
    not(ONCE),
  ),
  both(
    says(
      'не напоминай больше|больше не напоминай|хватит напоминать|перестань напоминать|прекрати напоминать|не надо больше напоминать|(?:stop|quit|forget about|no need to|cease) remind\\p{L}*|no longer need to be reminded|don.?t remind me .{1,40}(?:any ?more|again)',
    ),
  ),
  both(REMINDER, FIND, not(op('move', 'change', 'remove', 'skip', 'snooze')), not(ONCE), not(OPENS_ADD), not(CHANGED)),
  both(begins('напоминания|напоминалки|reminders|my reminders|мои напоминания')),
  both(
    says(
      '(?:о|об|про) чем .{0,12}напомни\\p{L}*|что ты .{0,12}напомни\\p{L}*|про что .{0,12}напомни\\p{L}*|(?:просил\\p{L}*|надо|должен|должна) .{0,12}напомнить|what (?:are you|will you|do you).{0,14}remind\\p{L}*|asked to be reminded|you.?ll remind me',
    ),
  ),
  both(
    REMINDER,
    either(op('move', 'change'), CHANGED, says('называется|раньше|позже|earlier|later|turn .* into|вместо|repeat')),
    not(op('remove')),
    not(OPENS_ADD),
  ),
  both(either(OPENS_ADD, begins('каждый|каждую|раз в|по '))),
  both(OPENS_ADD, REMINDER, not(op('remove', 'move'))),
  both(
    says('напомни|напоминай|remind me|ping me|nudge me'),
    either(when, mentions('rrule', 'delay')),
    not(op('snooze', 'remove', 'skip')),
    not(ONCE),
    not(says('again|еще раз|снова')),
  ),
  both(
    says(
      'напомни (?:мне )?(?:как|кто|что|где|когда|сколько|какой|какая|какое)|remind me (?:what|who|how|where|which|when|why)',
    ),
    not(when),
  ),
  both(
    says('напомни (?:мне )?(?:как|кто|где|сколько|какой|какая|какое)|remind me (?:what|who|how|where|which)'),
    not(when),
  ),
  both(
    says(
      'отложи|отложить|snooze|напомни (?:еще раз |попозже|позже|снова)|дай еще|ask me again|again|repeat that|еще (?:раз|минут\\p{L}*)|попозже|more minutes|go off',
    ),
    not(TASK),
  ),
  both(
    says(
      'snooze|(?:remind|nudge|ping) me .{0,30}again|again .{0,20}in .{0,20}(?:min|hour)\\p{L}*|repeat that reminder|напомни .{0,20}(?:еще раз|снова)',
    ),
    not(TASK),
  ),
  both(says('snooze|again')),
  both(TOPIC, not(REMINDER)),
  both(
    TOPIC,
    either(question, says('какие|какая|список|покажи|которые|проверь|which|what|list|show|whether|are|name')),
    not(says('отключи|включи|выключи|turn|mute|send|stop|enable|disable')),
  ),
  both(says('включен\\p{L}*|enabled|muted|в муте|send me without'), either(TOPIC, question)),
  both(
    says(
      'не присылай|не пиши|выключи|отключи|включи|верни|присылай|пиши мне|писать мне|хватит|mute|unmute|turn (?:it |them )?(?:on|off)|stop sending|start sending|send me|no more|enable|disable|не беспокой|unsubscribe|write to me|silence',
    ),
    says(
      'про|о|об|по|тем\\p{L}*|about|tips|topic|notifications?|alerts?|messages|updates|сон|сна|сне|деньг\\p{L}*|финанс\\p{L}*|здоров\\p{L}*|бюджет\\p{L}*|трат\\p{L}*|sleep|money|budget|finance|financial|health|calendar',
    ),
    not(REMINDER),
    not(question),
  ),
]
