import { fold } from './words.ts'

// How people ask to remember something, before the fact and after it, in both languages; the fact is what is left.

const oneOf = (...parts: readonly string[]): string => `(?:${parts.join('|')})`
/** Words given with spaces between them. */
const any = (words: string): string => oneOf(...words.split(' '))
/** One slip of the finger in a long word: a letter too many, too few, another one, or two that changed places. */
const misspelt = (word: string): string => {
  const forms = new Set([word])
  for (let at = 1; at < word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)]
    forms.add(before + after.slice(1))
    forms.add(`${before}[a-zа-я]${after.slice(1)}`)
    forms.add(`${before}[a-zа-я]${after}`)
    if (after.length > 1) forms.add(before + after.charAt(1) + after.charAt(0) + after.slice(2))
  }
  return oneOf(...forms)
}
/** What stands between a request and its fact. */
const GAP = '(?:[\\s,.:;!—–]|(?<=\\s)-)'
/** What announces the fact has to be set off from it: "факт обо мне: …". */
const SET_OFF = '(?=\\s*[:,.—–]|\\s-|$)'

/** What stands beside the verb and changes nothing: for whom, for how long, about whom, which. */
const RU_BESIDE = oneOf(
  '(?:(?:у|для|про) )?себ[ея]|мне|тебе|(?:за|для|про) меня|обо мне|(?:об|про) это[мт]?',
  '(?:раз и )?навсегда|навеки|накрепко|крепко|хорошенько|надолго|сразу|тоже|еще|уже|всегда|просто|также|впредь|отныне',
  'на (?:будущее|потом|всякий случай|заметку|память|ус)|по[ -]братски|для (?:разговоров|истории|памяти|справки)',
  'как факт|(?:(?:новый|важный|такой|этот|еще один) )?факт|вот что|следующее|это|такое|одну вещь',
  'пожалуйста|плиз',
)
const RU_PLACES =
  'памят[а-я]{1,2} носу голов[еу] уме? виду ввиду заметку сведени[яею] знания карандаш учет расчет внимание ус блокнот досье баз[уе] профиль копилку'
const RU_PLACE = `(?:(?:в|во|на|к|у)(?: (?:себя|сво[а-я]{2}))?(?: (?:в|на))? )?(?:(?:сво|тво)[а-я]{1,2} )?${any(RU_PLACES)}`
/** Means "remember" by itself. */
const RU_KEEP = oneOf(
  `(?:${misspelt('запомни')}|${misspelt('запоминай')}|${misspelt('учитывай')}|учти|помни|знай|усвой|заметь|запиши себе)(?:те)?`,
  '(?:никогда )?не (?:забудь|забывай|упусти|теряй)(?:те)?',
  'будь(?:те)? в курсе|обрати(?:те)? внимание',
)
/** Means it only with a place or a thing: "держи в голове", "заруби себе на носу", "сохрани факт". */
const RU_PUTS =
  'возьми бери держи заруби закинь закидывай запиши записывай впиши занеси заноси внеси вноси прими принимай имей зафиксируй фиксируй закрепи ' +
  'отметь пометь положи отложи заложи вложи загрузи вбей сохрани сохраняй храни добавь добавляй помести оставь намотай мотай поставь запечатлей впечатай отпечатай впитай впитывай вруби занести внести пополни расширь дополни'
const RU_PUT = oneOf(`${any(RU_PUTS)}(?:те)?`, 'пус(?:ть|кай)(?: у тебя)?')
const RU_ASKS = oneOf(
  `(?:(?:это|об этом|пожалуйста|плиз) )*${RU_KEEP}(?: ${RU_BESIDE})*(?: ${RU_PLACE})?`,
  `(?:это )?${RU_PUT}(?: ${RU_BESIDE})* ${RU_PLACE}(?: (?:лежит|будет|${RU_BESIDE}))*(?: и ${RU_KEEP})?`,
  `${RU_PUT} (?:${any('новый важный еще один такой')} )*факт(?: обо мне| про меня)?`,
  '(?:отметь|пометь|заруби)(?:те)?(?: у| для)? себ[ея]|(?:впитывай|впитай|вызубри|пойми и запомни)(?:те)?|довожу до (?:твоего |вашего )?сведения',
)
const RU_KNOWS = any('знать запомнить помнить учесть учитывать сохранить зафиксировать')
const RU_KNEW = '(?:запомнил|помнил|знал|учел|учитывал|учла|не забыл|имел[аи]? в виду|был[аи]? в курсе)[аи]?'
const RU_BEFORE = oneOf(
  'память,? пополнись',
  `(?:(?:ты|вы|тебе|вам) )?(?:долж[а-я]{1,2}|с?можешь|с?можете|стоит|надо|нужно|следует|важно|полезно|хочу|про[сш]у|попрошу|постарайся|мог(?:ла|ли)? бы)(?: (?:бы|ты|тебя|вас|это|пожалуйста))* ${RU_KNOWS}(?: (?:обо мне|про меня|это|одно|одну вещь|в памяти|в память))*`,
  `(?:мне важно|важно|надо|нужно|хочу|хотел[аи]? бы|хотелось бы|прошу),? чтобы? (?:ты|вы) (?:это )?${RU_KNEW}`,
  '(?:буду (?:рад|рада|благодар[а-я]+)|(?:было бы )?(?:хорошо|здорово)),? если(?: (?:ты|бы))* (?:запомни(?:шь|л[аи]?)|учтешь|будешь (?:помнить|знать))',
  `(?:просто )?чтобы?(?: (?:ты|вы))? (?:${RU_KNEW}|(?:больше|потом) не спрашивал[аи]?)`,
  `(?:(?:это|вот|тебе|лови|держи|еще|один|важн(?:ый|ое|ая)|новый|новая|полезная|маленький) )*(?:факт|момент|деталь|информация|инфа|инфо|заметка|зарубка|пометка|напоминание|память|справка)(?: (?:тебе|себе|обо мне|о себе|про меня|(?:в|на|для) (?:памят[ьи]|будущее|заметку)))*${SET_OFF}`,
  '(?:тебе )?(?:на|для|к|в) (?:(?:твое[йг]о? )?(?:заметку|памят[ьи]|сведению|сведения|справки|информации|протокола|истории)|общего развития|будущее|всякий случай)(?: (?:тебе|себе|о себе|обо мне|про меня))*',
  'впредь|отныне|(?:обнови|дополни|пополни) память|хочу поделиться|если что|между прочим|кстати|к слову|так и',
  'раз уж (?:зашла речь|об этом речь|к слову пришлось)|(?:сто|тысячу) раз говорил[аи]?',
  `(?:сразу |заранее )?(?:предупреждаю|сообщаю|уточняю|поясняю|повторяю|говорю)(?: (?:тебе|вам|сразу|заранее|на будущее))*${SET_OFF}`,
  'слушай(?: и)?|эй|ну|да|короче|и|а|пожалуйста|плиз',
  `(?:так|еще|просто|также)(?=${GAP}+${RU_ASKS})`,
  `(?:обо мне|про меня|о себе)${SET_OFF}`,
)

const EN_BESIDE = oneOf(
  'this|that|it|(?:(?:this|the|an?|new|another|important) )*(?:facts?|thing|detail)|down|away|too|always|forever|please|bro',
  '(?:about|of|for|from|to|on) (?:me|myself|us|this|that|it)|for (?:later|good|the future|future reference|next time|our (?:talks|chats|conversations))',
  'once and for all|from now on',
)
const EN_PLACE = `(?:(?:in|into|to|on|at|for|of|from) )?(?:${any('your my the long-term')} |long term )*${any('memory memories mind head brain board account record records notes? file')}`
/** Means "remember" by itself. */
const EN_KEEP = oneOf(
  `(?:do )?${misspelt('remember')}|${misspelt('memorize')}|memorise|(?:note|learn|know|consider)(?= (?:that|this|it|for|about)(?![a-z])|\\s*[:,—–-])|(?:do ?n't|never) forget|fyi|be (?:advised|aware)`,
  'make sure (?:that )?you (?:remember|know)|(?:please |kindly |take |make )note|make a (?:mental )?note|remind yourself',
)
const EN_PUT = `${any('keep bear have hold hang store save commit tuck lock put place burn enter log write mark register record add file get take let etch make stick fix jot note stash retain imprint pop')}(?: on)?`
const EN_ASKS = oneOf(
  `(?:please )?${EN_KEEP}(?: ${EN_BESIDE})*(?: ${EN_PLACE})?`,
  `(?:please )?${EN_PUT}(?: (?:sit|${EN_BESIDE}))* ${EN_PLACE}(?: ${EN_BESIDE})*`,
  `${any('add save register store log keep record')}(?: ${any('a the this one new another important')})* facts?(?: (?:about|on) me)?`,
  `${any('keep save store log record jot put file write note')}(?: ${any('this that it')})?(?: ${any('down away')})?${SET_OFF}`,
  `${any('store retain imprint etch stash save keep log file record')} (?:this|that|it|these|away)(?: (?:one|down|away))?(?: (?:about|of|on) (?:me|us|myself))?${SET_OFF}`,
  'get this straight|(?:hang|hold) on to (?:this|that|it)(?: about me)?|(?:got|have) (?:that|it|this) (?:memori[sz]ed|noted|remembered)',
)
const EN_BEFORE = oneOf(
  `(?:(?:can|could|would|will) you(?: please)?|(?:i(?:'d| would|'ll)? )?(?:like|want|need|ask) you to|try to)(?= ${EN_ASKS})`,
  "(?:it(?:'s| is) (?:important|useful|worth|good)|(?:i(?:'d| would) (?:be (?:glad|happy|grateful)|appreciate it))|it would be (?:good|great|nice|helpful))(?: (?:that|if))? (?:you |to )?(?:remember(?:ed|ing)?|kn[eo]w(?:ing)?|ke(?:ep|pt) in mind|noting)",
  "(?:one thing )?you(?:'ll| will)? (?:should|must|have to|need to|ought to|(?:might |may )?want to)(?: also)? (?:know|remember|keep in mind|note|be aware)(?: (?:about me|this|that|one thing))*",
  `(?:just )?so (?:that )?you(?: are|'re)? (?:aware|know|remember|don't forget)|let it be known|let the record show|put this in your memory`,
  'for (?:your (?:information|memory|notes|records)|the (?:record|future|next time)|(?:future )?reference|context|later|all (?:our|the) future (?:chats|talks|conversations))',
  `${any('important new one another a quick little small')}? ?(?:(?:mental|personal) )?${any('fact note detail thing info context background memory reminder update')}(?: (?:about|on|for|to) (?:me|you|self|later|know|remember))*${SET_OFF}`,
  `about (?:me|myself|my [a-z]+)${SET_OFF}`,
  "memory update|heads[ -]up|just in case|going forward|henceforth|from now on|by the way|btw|jsyk|since it came up|want to share something|(?:i've )?(?:said|told you) (?:it|this) (?:a (?:hundred|thousand|million)|many) times|listen(?: and)?",
  'hey|ok|okay|oh|and|also|please|pls',
  `(?:well|so|just|always)(?=${GAP}+${EN_ASKS})`,
)

/** What ends a request as a question or a reason: "понял?", "just so you know". */
const CLOSES = oneOf(
  `на (?:будущее|всякий случай|заметку|память)|для (?:справки|информации|сведения)|к сведению|если что|(?:просто )?чтобы?(?: (?:ты|вы))? ${RU_KNEW}|это важно(?: ${RU_KNOWS})?`,
  '(?:запомни(?:л|шь)|понял|усвоил|записал|учел)[аи]?|ага|хорошо|ладно|ок|окей|договорились|пожалуйста|плиз|спасибо',
  "for (?:future reference|the record|your information|your records|reference|next time|later)|just so you(?:'re| are)? (?:know|aware)|just in case|it's important",
  '(?:got|get) (?:it|that|this)|noted|understood|ok(?:ay)?|alright|please|pls|thanks|thank you|jsyk',
)
/** Words that join a request to what follows it. */
const JOINS = oneOf('о том,? что', 'что', 'тот факт,? что', 'это', 'that', 'the fact(?: that)?')
const BEFORE = oneOf(RU_ASKS, EN_ASKS, RU_BEFORE, EN_BEFORE)
/** Words of memory; a short beginning that holds one and ends in a colon only announces the fact. */
const MEMORY =
  '(?:запомн|запомин|зопомн|помн|памят|учитыва|учти|знани|сведени|информац|факт|заметк|rem+e?m+b|memor|retain|know|note|fact)'
/** Who remembers or knows something themselves tells a fact: "I know two languages: …". */
const OWN =
  '(?:(?:i|we|he|she|my|our|я|мы|он|она|мо[йяеи]|наш[аи]?|у [а-я]+) |[^:]*(?<![а-я])(?:помню|знаю|запоминаю|запомнил|учитываю|помнит|знает)(?![а-я]))'
const ANNOUNCED = `(?:(?!${OWN})[^:.!?«"“]{0,60}${MEMORY}[^:.!?«"“]{0,30}:\\s+)`
/** "Чтобы не повторять, запомни: …", "so that you don't ask again, remember …". */
const REASON = `(?:(?:чтобы?|раз|расскажу|скажу|пригодится|для|so that|since|because|let me|i should|i'll) [^,:]{0,40},\\s*(?=${oneOf(RU_KEEP, EN_KEEP, 'а ты запомни')}))`
const LEAD = new RegExp(`^${GAP}*(?:${ANNOUNCED}|${REASON})?(?:${BEFORE}(?:${GAP}+|$))*(?:${JOINS}(?:${GAP}+|$))?`)
/** After the fact a request stands apart: "…, remember" closes, "I can't remember" does not. */
const TAIL = new RegExp(
  `(?:\\s*[,.;:!(—–-]+\\s*(?:(?:и|так что|and|so|please|пожалуйста),? )*(?:${RU_ASKS}|${EN_ASKS}|${CLOSES})` +
    '|\\s*[,.;!(—–]\\s*[^,.;:!]{0,20}(?<![а-я])(?:запомни|запоминай|в памят[ьи]|имей в виду)(?:те)?(?![а-я])[^,.;:!]{0,15}' +
    `|(?<=[а-я]{2}) (?:${misspelt('запомни')}|учти|имей (?:это )?в ?виду)(?:те)?(?: (?:это|пожалуйста))*)[\\s.,!?;)]*$`,
)
const straight = (text: string): string => fold(text).replaceAll('’', "'")

/** The fact without the request around it, before or after. */
export const withoutAsking = (said: string): string => {
  const text = said.slice(LEAD.exec(straight(said))?.[0].length ?? 0)
  const end = TAIL.exec(straight(text))?.index
  return end === undefined ? text : text.slice(0, end)
}
