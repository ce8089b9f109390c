import { amount, begins, both, either, not, op, question, says, type When, when } from './contract.ts'
import { ACCOUNT, BUDGET, CONSENT, EVENT, MEMORY, MONEY, NOTE, PROFILE, REMINDER, TASK, TOPIC } from './nouns.ts'

const DISCARD = says(
  'удали\\p{L}*|удаля\\p{L}*|убери|убрать|сотри\\p{L}*|стер\\p{L}*|выкин\\p{L}*|снеси|вычеркн\\p{L}*|выброс\\p{L}*|не нужн\\p{L}*|устарел\\p{L}*|избав\\p{L}*|ликвидируй|в мусор\\p{L}*|грохни',
  'delet\\p{L}*|remov\\p{L}*|erase|trash|drop|get rid|clear|toss|discard|throw (?:out|away)|bin|scratch|scrap|don.?t need|no longer|out of date|bye',
)
const FIND = says(
  'найди|покажи|какие|сколько|выведи|список|перечисли|есть|поиск|что|мои|открой|прочитай|все|посмотри',
  'find|show|list|which|what|how many|any|my|read|reread|search|look|pull up|open|where|display|everything|so far',
)
const KEEP = says(
  'запиши|записать|добавь|сделай|создай|сохрани|черкни|кинь|закинь|внеси|занеси|зафиксируй|оставь',
  'make|take|add|write|create|save|jot|leave|put|note down|note that|note:',
)
const SET = begins(
  'set|change|update|switch|put|поменяй|смени|измени|укажи|поставь|установи|обнови|переведи|переключ\\p{L}*|вернись|отвечай|говори|пиши|зови|называй',
)
const OWN = says('мо(?:й|я|е|и|его|ей|им|их|ему|ю)|у меня|наш\\p{L}*|мне|меня|я|мы', 'my|our|i|me|we')
const ABOUT_ALL = says(
  'что ты .{0,20}(?:помнишь|знаешь|запомнил\\p{L}*|запоминал\\p{L}*|запомнить)|запомненн\\p{L}*|все факты|(?:мои|список) факт\\p{L}*|досье|всё? что (?:ты )?(?:помнишь|знаешь)|раньше было верно',
  'what (?:do|have) you .{0,15}(?:know|remember\\p{L}*|learned|stored)|know about me|remember about me|everything you (?:know|remember)|facts (?:about|you)|in your memory',
)
const EXPORT = says(
  'экспорт\\p{L}*|выгруз\\p{L}*|скача\\p{L}*|копи[юя]|архив\\p{L}*|бэкап\\p{L}*|файлом|в один файл|дамп',
  'export|download|dump|copy of (?:my|all)|backup|all my data|access request|gdpr (?:access|export)|zip',
)
const ENDS = says(
  '(?:удали\\p{L}*|снеси|сотри|стереть|уничтож\\p{L}*|закрой|грохни) .{0,30}(?:аккаунт\\p{L}*|акк|учетк\\p{L}*|учетную|профиль|все данные|обо мне|меня)|никогда не было|прекращаю пользоваться|не хочу (?:больше )?пользоваться|не осталось никаких данных',
  '(?:delete|erase|close|remove|wipe|terminate|kill|deactivate|shut|cancel|nuke) .{0,30}(?:account|me|profile|all my data|my data)|leave (?:this|the) (?:service|app)|right to be forgotten|erasure|forget i (?:ever )?existed',
)
const WHY = says(
  'почему|отчего|зачем|на каком основании|по какой причине|из-за чего|объясни|обоснуй|поясни|помешало|какие правила|что тебе помешало',
  'why|how come|explain|reason|on what grounds|what (?:stopped|made|blocked|prevented)|which (?:rule|policy)|justify|kicked in',
)
const YOURS = says(
  'ты|тебе|тебя|твое|твои|свое решение|отказ\\p{L}*|заблокир\\p{L}*|нельзя|не дал\\p{L}*|предупред\\p{L}*|решени\\p{L}*|причин\\p{L}*|правил\\p{L}*|не получилось|не вышло|не сработал\\p{L}*|отклон\\p{L}*|основани\\p{L}*|не стал\\p{L}*|не прошл\\p{L}*|проверк\\p{L}*',
  'you|your|refus\\p{L}*|block\\p{L}*|warn\\p{L}*|declin\\p{L}*|decision|reject\\p{L}*|denied|polic\\p{L}*|rules?|that|last|stop\\p{L}*|happen\\p{L}*',
)
const REMEMBER = either(
  begins(
    'запомни\\p{L}*|можешь запомнить|учти|имей в виду|для справки|на будущее|чтоб(?:ы)? ты (?:знал|помнил)\\p{L}*|не забывай',
    'remember (?!what|when|if|how|to )|keep in mind|just so you know|for (?:future )?reference|note that|bear in mind|know that|save to memory|fyi|don.?t forget that',
  ),
  says('чтоб(?:ы)? ты (?:помнил|знал)\\p{L}*|(?:возьми|запиши|сохрани|занеси|положи) .{0,14}в память'),
)

export const PERSON: readonly When[] = [
  both(
    either(
      begins(
        'зови меня|call me|address me|поставь пояс|считай вс[её] в|сплю с|др в анкете|mark me as|speak (?:russian|english)|im in|i am in|i.m in',
      ),
      says(
        'address me as|local time|время сна|в настройках|в анкете .{0,20}(?:поставь|укажи|впиши)|phone number from my profile|my display name|between .{3,20} and .{3,20}(?: am| pm|$)|(?:поставь|укажи|впиши|исправь|поправь|смени|обнови) .{0,30}(?:в профиле|в анкете)|вес \\d+',
      ),
    ),
    not(EVENT),
    not(REMINDER),
    not(question),
  ),
  both(
    says(
      'в анкете|карточк\\p{L} профиля|account details|my settings|quiet hours|данные в аккаунте|каким именем|акк инфо|what email|my details',
    ),
    either(question, says('покажи|скинь|open|check|show|инфо')),
    not(says('поставь|укажи|впиши|set')),
  ),
  both(
    says(
      'я против|не надо писать|сам мне писал|message me first|(?:outside|external) (?:language )?(?:model|ai)|обработку здоровья|мои тексты',
    ),
    not(question),
  ),
  both(
    says(
      'настройки приватности|boxes i ticked|see my data|данные уходят|отправляются ли|openai processing|обработки данных',
    ),
    either(question, says('покажи|remind me')),
  ),
  both(says('takeout|забрать свои данные|all rows|all the data you|one file|одним файлом')),
  both(says('удали регистрацию|закройте .{0,12}запись|account ever existed')),
  both((plain) =>
    /^(?:why not|why isn.?t (?:this|that) allowed|почему нет|почему нельзя|чем ты руководствовался.*|i don.?t get why.*)[\s?.!]*$/u.test(
      plain,
    ),
  ),

  both(NOTE),
  both(NOTE, DISCARD),
  both(NOTE, not(DISCARD)),
  both(NOTE, DISCARD, not(begins('запиши|сделай|make|add|write|note'))),
  both(NOTE, FIND, not(KEEP), not(DISCARD)),
  both(NOTE, KEEP, not(question)),
  both((plain) => /^(?:\S+\s+){0,2}(?:заметк\p{L}*|заметочк\p{L}*|note|notes?(?: to self)?)\s*[:—-]/u.test(plain)),
  both(either(NOTE, says('мысль|идея|идею|thought|idea')), KEEP, not(DISCARD), not(question)),

  both(CONSENT, not(REMINDER)),
  both(
    says(
      'отзываю|отзови|забираю|даю|разрешаю|запрещаю|разреши|запрети|можешь (?:использовать|смотреть|читать)|пользуйся|не пиши мне перв\\p{L}*|по своей инициативе|непрошен\\p{L}*|включи внешн\\p{L}*|открой доступ|закрой .{0,12}доступ',
    ),
    not(question),
  ),
  both(
    says(
      'allow|revoke|withdraw|take back|you may|you can use|it.?s fine|its fine|i agree|i consent|opt (?:me )?(?:in|out)|shouldn.?t|don.?t want|unsolicited|own initiative|unprompted|proactiv\\p{L}*|reach out first',
    ),
    not(question),
  ),
  both(question, not(begins('can you|можешь'))),
  both(
    says('непрошен\\p{L}*|по своей инициативе|перв(?:ым|ой)|unsolicited|own initiative|unprompted|proactive\\p{L}*'),
  ),
  both(
    either(
      CONSENT,
      says(
        'соглашал\\p{L}*|разреш\\p{L}*|запре\\p{L}*|право|имеешь|agreed to|did i allow|may see|who can see|журнал согласий|privacy settings|consent journal',
      ),
    ),
    either(question, says('покажи|список|журнал|show|list|journal|settings')),
  ),
  both(
    either(
      begins('включи|отключи|открой|закрой|отзови|разреши|запрети|allow|revoke|stop'),
      says('отзываю|забираю|take back|shouldn.?t|don.?t want|you may|даю'),
    ),
    not(question),
  ),

  both(PROFILE, not(question), not(op('show')), not(EVENT)),
  both(PROFILE, SET),
  both(
    says(
      'переключ\\p{L}* .{0,20}время|switch .*(?:dinars|dollars|euros?|rubles|pounds)|не (?:присылай|пиши|беспокой|тревожь).{0,20}с .{3,20} (?:до|по)|часы на|отвечай .{0,12}на|speak to me in|answer in|reply in',
    ),
  ),
  both(
    PROFILE,
    either(question, says('покажи|show|pull up|display|see|tell me|какая|какой|на какой|как ты')),
    not(SET),
  ),
  both((plain) => /^(?:мой |my )?(?:профиль|profile)[\s.?!]*$/u.test(plain)),
  both(SET),
  both(either(MEMORY, says('privacy'))),
  both(EXPORT, not(ENDS), not(TASK), not(BUDGET)),
  both(ENDS),
  both(ENDS, not(says('памят\\p{L}*|memory|вс[её] что ты'))),
  both(WHY, YOURS, not(amount)),
  both(not(YOURS)),

  both(either(MEMORY, REMEMBER), not(question)),
  both(
    either(
      begins('(?:ты )?(?:помнишь|знаешь)', 'do you (?:remember|recall|know)'),
      says(
        '(?:поищи|найди|посмотри|есть) .{0,14}в памяти|(?:search|find|look|anything|what.?s) .{0,14}(?:in )?(?:your )?memory',
      ),
    ),
    not(ABOUT_ALL),
    not(REMINDER),
  ),
  both(
    either(
      begins('(?:ты )?(?:помнишь|знаешь)', 'do you (?:remember|recall|know)'),
      says('(?:поищи|найди) .{0,14}в памяти|(?:search|find) .{0,14}memory'),
    ),
  ),
  both(
    says(
      'не храни|не хочу,? чтобы ты помнил\\p{L}*|не запоминай|stop remembering|don.?t want you to remember|out of (?:your )?memory|delete from memory',
    ),
  ),
  both(
    says('не хочу,? чтобы ты помнил|stop remembering|don.?t want you to remember|не так запомнил|неправильно запомнил'),
  ),
  both(
    says(
      'не так запомнил\\p{L}*|your memory of|the .{2,14} fact|скорректируй про|поправка:|correct (?:the name of |my |that )|update my .{2,12} size|(?:размер|size|группу крови|blood type)',
    ),
    either(op('change'), says('скорректируй|is off|refine|не так|correct')),
  ),
  both(
    says(
      'про меня накопилось|о себе рассказывал\\p{L}*|everything about me|told you about myself|know ab(?:ou)?t me|pick up about me|информацию обо мне|know about me$',
    ),
    not(EXPORT),
    not(op('forget', 'remove')),
  ),
  both(
    says(
      'родных|жен[аыу]|муж\\p{L}?|сын\\p{L}?|доч\\p{L}+|брат\\p{L}?|мам[аыу]|собак\\p{L}|кем я|кто я|правша|я предпочитаю|я люблю|непереносимост\\p{L}|диабет|wife|husband|son|daughter|brother|sister|mom|dad|dog|cat|do i prefer|do i like|handed|intoleran\\p{L}+',
    ),
    question,
    not(REMINDER),
    not(TASK),
    not(MONEY),
    not(EVENT),
    not(op('spend', 'earn')),
  ),
  both(
    begins('учитывай|запоминай|держи в голове|имей в голове|you should know|take into account|for the record|знай'),
    not(question),
  ),
  both(REMEMBER, not(question), not(says('счет|категори\\p{L}*'))),
  both(
    says(
      'забудь|забыть|не помни|forget|reset memory|wipe .{0,12}memory|сотри воспоминани\\p{L}*|(?:удали|сотри|убери) .{0,40}(?:из памяти|факт\\p{L}*)|(?:delete|erase|remove|drop) .{0,40}(?:from (?:your )?memory|fact\\p{L}*)|очисти память|don.?t keep|no longer remember',
    ),
    not(
      says(
        'не дай|не забудь|не забыть|не забывай|чтоб(?:ы)? не забы\\p{L}*|don.?t (?:let me )?forget|never forget|remind\\p{L}*|шут\\p{L}*|joke|about it',
      ),
    ),
  ),
  both(
    says(
      'ты (?:неправильно |не так )?(?:запомнил|помнишь|думаешь)|неправильно|неверно|уже не|теперь|больше не|поправка|исправь|поменяй факт|обнови',
      'you (?:have|remember|think|got) (?:it )?(?:wrong|that)|no longer|any ?more|outdated|correction|fix (?:the|that|what)|on file|not .{2,30} any ?more',
    ),
    not(amount),
    not(EVENT),
    not(TASK),
    not(REMINDER),
    not(PROFILE),
    not(MONEY),
  ),
  both(
    says(
      'неправильно запомнил\\p{L}*|не так запомнил\\p{L}*|поменяй факт|исправь (?:факт|в памяти|имя)|обнови факт|correct the fact|update the fact|you remembered .{0,12}wrong',
    ),
  ),
  both(REMEMBER, not(says('неправильно|неверно|wrong'))),
  both(
    ABOUT_ALL,
    not(op('forget', 'remove')),
    not(EXPORT),
    not(says('про|о мо\\p{L}+|о наш\\p{L}*|about my|about our')),
  ),
  both(says('о мо\\p{L}+|про мо\\p{L}+|about my|about our'), MEMORY, not(op('forget', 'remove', 'change'))),
  both(
    OWN,
    question,
    not(TASK),
    not(REMINDER),
    not(NOTE),
    not(BUDGET),
    not(ACCOUNT),
    not(EVENT),
    not(MONEY),
    not(PROFILE),
    not(TOPIC),
    not(CONSENT),
    not(when),
    not(op('spend', 'earn')),
    not(ABOUT_ALL),
  ),
  both(
    says(
      'в памяти|ты помнишь|помнишь|я (?:тебе )?говорил[аи]?|рассказывал[аи]?|познакомил\\p{L}*|do you remember|i told you|i mentioned|recall|i said|from memory|remember\\?|birthday|день рождения|лет моей|аллерги\\p{L}*|allerg\\p{L}*',
    ),
    question,
  ),
  both(either(begins('add|добавь|запиши|create|поставь'), REMEMBER)),
]
