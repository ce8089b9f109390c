import { bandOf, isReadByName, offered } from './classifier/bands.ts'
import type { Classifier, Score } from './classifier/classify.ts'
import { OUT_OF_SCOPE, SMALL_TALK } from './classifier/phrases.ts'
import type { Clause } from './clause.ts'
import { type Signs, signsOf } from './marks.ts'
import { UNDO } from './rules.ts'
import { HYPOTHETICAL } from './signs/statements.ts'
import { namesHealth } from './slots/health.ts'
import type { Toolbox } from './tool-schema.ts'
import { words } from './words.ts'

export type Intent =
  | { kind: 'tool'; tool: string; how: 'rule' | 'classifier' }
  | { kind: 'choose'; tools: string[] }
  | { kind: 'smalltalk' }
  | { kind: 'decline' }
  | { kind: 'refrain' }

/** Being told not to: nothing is written, whatever else the sentence names. */
const DO_NOT =
  /^(?:(?:нет|ой|стоп|слушай|пожалуйста|no|please|hey|oh|wait|ok|actually|и|а|and)[\s,]+)*(?:не (?:надо|нужно|стоит|записывай|добавляй|ставь|создавай|удаляй|сохраняй|запоминай|вноси|трогай|напоминай|переноси|отменяй|заводи|назначай|учитывай|планируй|делай|вздумай|смей|считай)|(?:don'?t|do not|never) (?:add|log|record|put|create|schedule|set|save|remember|delete|remove|cancel|book|make|write|note|track|move|touch|change|count|bother|do))(?!\p{L})/u

/** "the second one" with nothing it could point at. */
const ONLY_POINTS =
  /^[\s,]*(?:(?:the|эт[аоу]|тот|т[ау])\s+)?(?:first|second|third|last|other|previous|перв\p{L}+|втор\p{L}+|трет\p{L}+|последн\p{L}+|друг\p{L}+)(?:\s+ones?)?[\s.!]*$/u

const KIN =
  'мам[аыуе]|папа|папы|папе|бабушк[аиуе]|дедушк[аиуе]|дед[ауе]?|муж[ауе]?|жен[аыуе]|сын[ауе]?|доч(?:ь|ка|ки|ке|ери)|брат[ауе]?|сестр[аыуе]|тещ[аиуе]|свекров[ьи]|тет[яие]|дяд[яие]|сосед(?:ка|ки|ке|а|у)?|коллег[аиуе]|подруг[аиуе]|друг[ау]?|начальник[ау]?|шеф[ау]?|ребен(?:ок|ка|ку)|малыш[ау]?'
/** Somebody else's body: nothing of it is the person's own. */
const OF_OTHERS = words(
  `у (?:мо(?:его|ей|их)\\s+|наш(?:его|ей)\\s+)?(?:${KIN})`,
  `(?:мо[йяе]|наш[ае]?)\\s+(?:${KIN})`,
  '(?:my|our|his|her) (?:mom|mum|mother|dad|father|wife|husband|son|daughter|brother|sister|grandma|grandpa|grandmother|grandfather|uncle|aunt|neighbou?r|friend|colleague|coworker|boss|kid|baby|roommate|girlfriend|boyfriend|partner)',
)
const STARTS_WITH_KIN = new RegExp(`^(?:${KIN})(?!\\p{L})`, 'u')
/** People of another household: what is theirs is nobody's here, though one's own family may share it. */
const STRANGERS =
  /^(?:(?:мо[йяеи]|наш[аи]?|у|my|our|the)\s+)*(?:мо(?:его|ей)\s+)?(?:сосед|коллег|подруг|друг[ау]?(?!\p{L})|друзья|приятел|начальни|знаком|neighbou?r|friend|colleague|coworker|boss|roommate)/u
const HOUSEHOLD =
  /^home_(?:add_pet|add_appliance|log_meter|log_repair|log_pet_care|complete_chore)$|^finance_(?:add_bill|add_account)$/u
const OWN_BODY = /^health_(?:log|add)_|^account_update_profile$/u
const OWN_DEEDS = /^finance_set_goal$|^home_complete_chore$|^workouts_(?:log|set|report)_/u
const isOfOthers = (tool: string, plain: string): boolean => {
  if (OWN_BODY.test(tool) && !/_habit$/u.test(tool)) return OF_OTHERS.test(plain) || STARTS_WITH_KIN.test(plain)
  if (HOUSEHOLD.test(tool) && STRANGERS.test(plain)) return true
  // "бегал с женой" is one's own run, "жена пробежала" is not.
  return OWN_DEEDS.test(tool) && (STARTS_WITH_KIN.test(plain) || OF_OTHERS.exec(plain)?.index === 0)
}

/** "Цветы ещё не полил": nothing was done that could be recorded. */
const DONE =
  /^home_complete_chore$|^home_log_(?:pet_care|repair)$|^health_log_habit$|^workouts_log_workout$|^finance_mark_bill_paid$|^nutrition_log_(?:supplement|meal)$/u
export const isRecordOfDoing = (tool: string): boolean => DONE.test(tool)
const UNDONE = words(
  '(?:ещё|еще|так и|пока|сегодня|опять|снова) не \\p{L}+[лн][аиоы]?|не (?:полил|сделал|помыл|убрал|покормил|погулял|выгулял|оплатил|заплатил|пропылесосил|вын[её]с|пробежал|принял|принимал|выпил|пил|съел|ел|обедал|завтракал|ужинал|тренировал\\p{L}*)[аи]?',
  'забыл[аи]? (?:\\p{L}+ )?(?:выпить|принять|пить|поесть|съесть|поужинать|пообедать|позавтракать)',
  'forgot to (?:take|have|drink|eat)',
  "(?:haven'?t|hasn'?t|didn'?t|not|never) (?:\\p{L}+ )?(?:yet|done|fed|walked|watered|cleaned|paid|washed|vacuumed|run|trained|do|feed|walk|water|clean|pay|wash|take|taken|had|have|eat|eaten)",
)

const OWN_IMPERATIVE = ['add', 'remind', 'move', 'remove', 'change', 'complete'] as const

export interface IntentDeps {
  classifier: Classifier
  toolbox: Toolbox
}

/** A record of health is changed only where health is spoken of: "удали запись про аптеку" is none. */
/** "удали запись про аптеку": a record of whatever kind. */
const OF_ENTRY = words('запис\\p{L}+ (?:про|о|об|с)', 'entry (?:about|for|on|of)')
const OF_HEALTH = /^health_(?:update|delete)_entry$/u

/** "Вешу 82" is said of oneself, never of a pet. */
const OF_PETS = /^home_(?:update_pet|log_pet_care)$/u
const OWN_WEIGHT = words('(?:я )?вешу', 'взвесил(?:ся|ась)', 'мой вес', '(?:i|i am|im) weigh(?:ed|ing)?', 'my weight')
/** A training is deleted where training is spoken of. */
const OF_TRAINING = /^workouts_delete_workout$/u
const NAMES_TRAINING =
  /трениров|пробежк|бег|плав|заезд|поездк|велос|занят|йог|зал(?!\p{L})|поход|прогул|лыж|растяж|турник|жим|присед|workout|run|swim|ride|cycl|yoga|gym|session|training|walk|hike|lift|stretch|row|climb|box/u
const fits = (tool: string, plain: string): boolean => {
  if (OF_TRAINING.test(tool)) return NAMES_TRAINING.test(plain) || !OF_ENTRY.test(plain)
  if (OF_PETS.test(tool)) return !OWN_WEIGHT.test(plain)
  return !OF_HEALTH.test(tool) || namesHealth(plain)
}

/** What was learnt; what may not be done counts as out of scope instead of turning into something that may. */
const scoresOf = ({ classifier, toolbox }: IntentDeps, clause: Clause, signs: Signs): Score[] => {
  const offered: Score[] = []
  let elsewhere = 0
  let meant = 1
  for (const { tool, score } of classifier.judge(clause, signs)) {
    if (!fits(tool, signs.plain)) meant -= score
    else if (toolbox.has(tool) || tool === SMALL_TALK) offered.push({ tool, score })
    else elsewhere += score
  }
  return [...offered, { tool: OUT_OF_SCOPE, score: elsewhere }]
    .map(({ tool, score }) => ({ tool, score: score / meant }))
    .sort((a, b) => b.score - a.score)
}

/** Code and markup are no request to change or remove what they happen to name. */
const MARKUP = /<\/?[a-z][^>]*>|javascript:/iu
const CHANGES = /_(?:update|delete|complete|set|move)_/u

/** "отметь, что покрасил забор" ticks something off; which list it is on nobody said. */
const TICKED = /^(?:отметь|mark)(?!\p{L})/u
const CHORE = 'home_complete_chore'

/** What one clause asks for. */
export const intentOf = (deps: IntentDeps, clause: Clause): Intent => {
  const { toolbox } = deps
  const signs = signsOf(clause)
  const { plain: text, cues } = signs
  if (DO_NOT.test(text) && !words('забыть|забудь|forget').test(text)) return { kind: 'refrain' }
  if (toolbox.has('account_undo_last') && UNDO.test(text))
    return { kind: 'tool', tool: 'account_undo_last', how: 'rule' }
  if (ONLY_POINTS.test(text)) return { kind: 'decline' }
  const scores = scoresOf(deps, clause, signs)
  const [top] = scores
  const band = bandOf(scores)
  if (top && band === 'act') {
    const wished = HYPOTHETICAL.test(text) && !OWN_IMPERATIVE.some((op) => cues.ops.has(op))
    if (wished && !isReadByName(top.tool)) return { kind: 'decline' }
    if (CHANGES.test(top.tool) && MARKUP.test(clause.text)) return { kind: 'decline' }
    if (isOfOthers(top.tool, text)) return { kind: 'decline' }
    if (DONE.test(top.tool) && UNDONE.test(text)) return { kind: 'decline' }
    if (top.tool === 'home_log_repair' && TICKED.test(text)) return { kind: 'choose', tools: [CHORE, top.tool] }
    return { kind: 'tool', tool: top.tool, how: 'classifier' }
  }
  if (band === 'choose') {
    const tools = offered(scores).filter((tool) => !(CHANGES.test(tool) && MARKUP.test(clause.text)))
    return tools.length > 0 ? { kind: 'choose', tools } : { kind: 'decline' }
  }
  return top?.tool === SMALL_TALK ? { kind: 'smalltalk' } : { kind: 'decline' }
}

export type SmallTalk = 'greeting' | 'thanks' | 'who' | 'what' | 'how' | 'bye' | 'other'

const TALK: readonly (readonly [SmallTalk, RegExp])[] = [
  [
    'what',
    words(
      'что (?:ты )?(?:умеешь|можешь)|чем (?:ты )?(?:можешь )?помо\\p{L}*|твои возможности|помощь|помоги|help|what can you do|what do you do|how can you help|your features|capabilities|как тобой пользоваться|what are you able',
    ),
  ],
  [
    'who',
    words(
      'кто ты|ты кто|как тебя зовут|твое имя|who are you|what are you|your name|ты бот|ты человек|are you (?:a |an )?(?:bot|human|robot|ai|real|person)|ты робот|ты живой',
    ),
  ],
  [
    'thanks',
    words(
      'спасибо\\p{L}*|спс|благодарю|пасиб\\p{L}*|thanks|thank you|thx|ty|cheers|appreciate\\p{L}*|сенкс|молодец|умница|круто|отлично|супер|класс|great|awesome|perfect|nice|good job|well done|cool',
    ),
  ],
  [
    'how',
    words(
      "как (?:ты|дела|жизнь|сам|поживаешь|настроение|оно)|how are you|how's it going|hows it going|how do you do|what's up|whats up|sup|how you doing",
    ),
  ],
  [
    'bye',
    words(
      'пока|до свидания|до завтра|спокойной ночи|доброй ночи|бывай|увидимся|всего доброго|bye|goodbye|good night|see you|see ya|later|cya|gn',
    ),
  ],
  [
    'greeting',
    words(
      'привет\\p{L}*|здравствуй\\p{L}*|здаров\\p{L}*|здорово|хай|хелло|ку|добр\\p{L}+ (?:утро|день|вечер)|доброе|салют|йо|hello|hi|hey|heya|hiya|good (?:morning|evening|afternoon)|yo|morning|greetings',
    ),
  ],
]

export const talkOf = (plain: string): SmallTalk => TALK.find(([, pattern]) => pattern.test(plain))?.[0] ?? 'other'
