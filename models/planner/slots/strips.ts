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
