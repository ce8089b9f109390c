import { both, either, not, op, says, type When } from './contract.ts'
import { ACCOUNT, BUDGET, EVENT, MEMORY, MONEY, NOTE, REMINDER, TASK, TOPIC } from './nouns.ts'

const OURS = either(TASK, REMINDER, NOTE, BUDGET, ACCOUNT, EVENT, MONEY, TOPIC, MEMORY)
const OWN = says('мо[йяеию]\\p{L}?|моего|моей|моих|моему|меня|мне|у нас|наш\\p{L}*|я|мы|my|me|i|our|we|mine')
const OTHERS = says(
  'мам[аы]|пап[аы]|жен[аы]|муж|брат|сестра|друг|подруга|сосед\\p{L}*|коллега|начальник|теща|тесть|бабушка|дедушка|сын|дочь|он|она|они|люди|народ',
  'mom|dad|wife|husband|brother|sister|friend|neighbou?r|boss|he|she|they|people|folks',
)

const OWN_SUBJECT = says('я|мы|мне|нам|со мной|i|we|me|us')
const COMMAND = says('запиши|добавь|внеси|запомни|учти|напомни|поставь|log|record|add|remember|remind|note|put')

/** What belongs to somebody else: knowledge of the world, other people's doings, remarks. */
const PAST_VERB = says(
  '\\p{L}{2,}(?:л|ла|ло|ли|лся|лась|лись)|ел[аи]?|said|says|went|got|took|came|brag\\p{L}*|lost|stole\\p{L}?|cancell?ed|bought|spent|paid',
)
const OTHER_PEOPLE = says(
  'отец|учител\\p{L}*|официант\\p{L}*|кинотеатр|сборн\\p{L}*|президент\\p{L}*|путин\\p{L}*|сша|nasa|большинств\\p{L}*|кузен\\p{L}*|тетя|дядя|ребенок|кто-то|кошк\\p{L}*|тренер',
  'teacher|waitress|cousin|grandpa|grandma|father|mother|uncle|aunt|president|government|bill gates|most people|everyone|someone|the theater|his|her|their',
)
/** Programs and services of others: their accounts, notes and calendars are not ours to change. */
const OTHER_PROGRAMS = says(
  'инстаграм\\p{L}*|вконтакте|вк|ватсап\\p{L}*|телеграм\\p{L}*|почт[уы] гугл|фотошоп\\p{L}*|винд[ыуа]|ютуб\\p{L}*|торрент\\p{L}*|смс|геолокаци\\p{L}*|письм[оа]|айпи|sql',
  'instagram|facebook|whatsapp|tweet|twitter|photoshop|iphone|google calendar|outlook|e-?mail|torrent|laptop|print job|usb|virus|windows|youtube|zelle|tiktok|netflix account',
)
const HOW_TO = says(
  'как (?:удалить|отключить|развить|выбрать|научиться|сделать|работа\\p{L}+|правильно)|что значит|кто придумал|в чем разница|в среднем|обычно люди|для чего',
  'how do (?:i|you|iphone) (?:delete|turn|use|make)|how (?:to|do iphone)|what does .{2,30} mean|difference between|who invented|point of|on average|worth it|is it polite|polite to|right way to|which is better|why do|what interest',
)
const WORLD = says(
  'затмени\\p{L}*|праздник\\p{L}*|матч\\p{L}*|диагноз\\p{L}*|чайник\\p{L}*|кредит на|договор аренды|меню на|в детстве|на кассе|на ценнике|копеек',
  'eclipse|easter|holiday|penguin\\p{L}*|speed limit|defense|flight schedule|noun or a verb|wedding|menu for|triangle|airlines',
)

export const SCOPE: readonly When[] = [
  both(either(OTHERS, OTHER_PEOPLE), PAST_VERB, not(OWN_SUBJECT), not(COMMAND)),
  both(OTHER_PROGRAMS),
  both(HOW_TO),
  both(WORLD),

  both(
    OTHERS,
    op('spend', 'earn'),
    not(says('мне|меня|я|мы|со мной|i|me|we|запиши|log|record|add|добавь|с женой|с мужем|with')),
  ),
  both(
    says(
      'много или мало|дорого|дешево|too much|robbery|rip ?off|пошутил\\p{L}*|шучу|просто число|joking|wants? a|хочет|мечта\\p{L}*|интересно сколько|in general|обычно люди|по статистике|a joke|бы здорово',
    ),
  ),
  both(OWN, not(says('как думаешь|do you think|бы|would'))),
  both(OURS),
  both(op('add', 'remind', 'move', 'remove', 'change', 'complete', 'snooze')),
  both(
    says(
      'как думаешь|погода|анекдот|переведи|код|коде|питон\\p{L}*|рецепт|столица|кто такой|что такое|закажи|купи мне|если бы|интересно|файл\\p{L}*|уравнение|функцию|песн\\p{L}*|фильм\\p{L}*|сюжет|госуслуг\\p{L}*|канал\\p{L}*',
      'what do you think|do you think|weather|joke|translate|code|recipe|capital of|who is|who was|order me|wish|wonder|movie|song|channel|formula',
    ),
  ),
]
