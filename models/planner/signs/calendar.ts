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
import {
  ACCOUNT,
  BUDGET,
  CONSENT,
  EVENT,
  MEMORY,
  MONEY,
  NOTE,
  OCCASION,
  PROFILE,
  REMINDER,
  TASK,
  TOPIC,
} from './nouns.ts'

const ADDRESSED = either(TASK, REMINDER, NOTE, BUDGET, ACCOUNT, MONEY, CONSENT, MEMORY, PROFILE, TOPIC)
const UNDO_WORDS = says(
  'это|последн\\p{L}*|предыдущ\\p{L}*|действи\\p{L}*|назад|обратно|как было|все|всё|запис\\p{L}*|что|то|сделал\\p{L}*|наделал\\p{L}*|не туда|не то|ошибк\\p{L}*|откат\\p{L}*',
  'it|that|this|last|back|undo|revert|action|change|changes|rollback|reverse|roll|take|you just did|what you did|me|account|everything',
)

/** Events and undoing. */
export const CALENDAR: readonly When[] = [
  both(says('анду|un-?do|unsave|put everything back|кнопку отмены|случайно нажал\\p{L}*'), not(TASK), not(EVENT)),
  both(says('к окулисту|запись к')),
  both(says('(?:отмени|убери|сними) .{0,10}запись к'), not(NOTE)),
  both(says('не занят\\p{L}*|ничего не занято|not busy|find me \\d+')),
  both(
    either(
      begins('(?:все )?(?:события|встречи) на|meetings on|events on|plans for|планы на|what.?s on'),
      says('что намечено|rundown|which day is|следующая|start\\?|does the .{2,20} start'),
    ),
    not(op('move', 'remove')),
    not(TASK),
    not(REMINDER),
  ),
  both(
    either(
      says(
        '(?:change|set|update) the (?:location|address|place)|location of|fix that event|drag|увеличь|а второго|переставь',
      ),
      both(says('isn.?t|not|не'), mentions('date'), EVENT),
    ),
    not(MONEY),
    not(REMINDER),
    not(TASK),
  ),
  both(
    either(mentions('window', 'instant'), when),
    says(
      'внеси в график|, поставь$|add to calendar|в календарь$|в календаре$|zoom with|webinar|лекци\\p{L}|к (?:неврологу|врачу|стоматологу|терапевту|окулисту)',
    ),
    not(op('move', 'remove', 'change')),
    not(REMINDER),
    not(question),
  ),
  both(either(EVENT, OCCASION), not(TASK), not(REMINDER), not(NOTE), not(MONEY)),
  both(either(REMINDER, says('напомни\\p{L}*|remind me'))),
  both(
    either(op('remove'), REMOVE_MORE),
    not(ADDRESSED),
    not((_p, cues) => cues.amount),
    not(
      says(
        'данные|аккаунт\\p{L}*|акк|account|data|undo|сообщени\\p{L}*|everything about|history|что ты|доступ\\p{L}*|access|это|его|ее|it|that|действи\\p{L}*|назад|меня|me|файл\\p{L}*|files?|воспоминани\\p{L}*',
      ),
    ),
    (plain) => plain.trim().split(/\s+/u).length >= 2,
  ),
  both(either(op('remove'), REMOVE_MORE), either(EVENT, OCCASION), not(TASK), not(REMINDER), not(NOTE), not(MONEY)),
  both(op('remove')),
  both(either(op('move'), CHANGED), not(TASK), not(REMINDER), not(MONEY), not(NOTE), not(PROFILE)),
  both(CHANGED, either(EVENT, OCCASION), not(TASK)),
  both(mentions('shift'), not(TASK), not(REMINDER)),
  both(
    begins('добав\\p{L}*|созда\\p{L}*|запланиру\\p{L}*|назнач\\p{L}*|поставить|add|create|schedule|book|put me'),
    not(op('move', 'change')),
    not(says('instead|его|ее')),
  ),
  both(
    says(
      'instead|место|change the place|его лучше|ее лучше|fix the calendar|исправь в календаре|всю серию|назови эту встречу',
    ),
    not(MONEY),
  ),
  both(
    when,
    begins(
      'добав\\p{L}*|постав\\p{L}*|запланиру\\p{L}*|назнач\\p{L}*|заброниру\\p{L}*|запиши меня|schedule|book|put|block|pencil',
    ),
    not(TASK),
    not(REMINDER),
    not(BUDGET),
    not(NOTE),
    not(says('instead|его|ее|it|that|меньше')),
  ),
  both(
    when,
    either(EVENT, OCCASION),
    not(question),
    not(op('move', 'change', 'remove', 'show')),
    not(TASK),
    not(REMINDER),
    not(MONEY),
    not((_p, cues) => cues.money),
  ),
  both(not(when), not(EVENT)),
  both(either(op('move', 'remove'), says('instead|is now|now on'))),
  both(
    says(
      'свобод\\p{L}*|окн[оау]|окошк\\p{L}*|дырк\\p{L}*|слот\\p{L}*|продохну\\p{L}*|втисн\\p{L}*|просвет\\p{L}*|free|available|availability|opening|openings|gaps?|squeeze|slots?|window|spare',
    ),
    not(TOPIC),
    not(ACCOUNT),
    not(says('free up|бы здорово|было бы')),
  ),
  both(
    says(
      'чем я занят\\p{L}*|что у меня|какие планы|что запланировано|какого числа|в какой день|в каком месте|во сколько|что по|what.{0,12} (?:planned|scheduled|on (?:my|the) (?:calendar|agenda|schedule))|what have i got|what do i have|what am i doing|look like|anything (?:on|scheduled|planned)|everything from|when is (?:the|my)|when am i|when do i|when.s (?:the|my)|когда у (?:меня|нас)|what.?s (?:happening|on)',
    ),
    not(TASK),
    not(REMINDER),
    not(ACCOUNT),
    not(NOTE),
    not(PROFILE),
    not(MEMORY),
    not(says('birthday|день рождения|аллерг\\p{L}*|allerg\\p{L}*|usually|обычно|обошл\\p{L}*|стоил\\p{L}*')),
  ),
  both(question, either(when, mentions('range')), not(ADDRESSED), not(op('spend', 'earn'))),
  both(
    question,
    either(OCCASION, EVENT),
    not(ADDRESSED),
    not((_p, cues) => cues.money),
  ),
  both((plain) => plain.trim().split(/\s+/u).length >= 2, not(UNDO_WORDS)),
  both(
    says(
      'откат\\p{L}*|шаг назад|как было|верни назад|undo|rollback|roll back|revert|put it back|(?:cancel|reverse) (?:what|everything) you (?:just )?did|не туда|только что (?:записал|сделал|добавил)|сейчас наделал',
    ),
    not(when),
  ),
  both(
    begins('отмени|отменяй|отмена|не то,? отмени'),
    says('не то|последн\\p{L}*|действи\\p{L}*|все что|то что|что сделал\\p{L}*'),
  ),
]
