import { bandOf, isReadByName } from './classifier/bands.ts'
import type { Classifier, Score } from './classifier/classify.ts'
import { OUT_OF_SCOPE, SMALL_TALK } from './classifier/phrases.ts'
import { type Clause, mentionsOf } from './clause.ts'
import { type Cues, cuesOf } from './cues.ts'
import { weigh } from './evidence.ts'
import { ruleFor } from './rules.ts'
import { repairCommands } from './spelling.ts'
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

/** What might be, or what another person did, is not a request to record it. */
const HYPOTHETICAL = words(
  'если бы|хватит ли|стоит ли|бы|представь|допустим|предположим|а что если|а вдруг',
  "what if|if i|should i|would|suppose|imagine|let's say|hypothetically|wonder|wondering",
)

const wordsLeft = (clause: Clause): number => {
  let rest = clause.plain
  for (const mention of [...clause.mentions].sort((a, b) => b.start - a.start))
    rest = `${rest.slice(0, mention.start)} ${rest.slice(mention.end)}`
  return rest.match(/\p{L}{3,}/gu)?.length ?? 0
}

/** "450 на такси", "кофе 300": a sum and what it was for, nothing else. */
const isBareExpense = (clause: Clause, cues: Cues): boolean => {
  if (cues.question || HYPOTHETICAL.test(clause.plain)) return false
  const sums = mentionsOf(clause, 'money', 'number')
  const [sum] = sums
  if (!sum || sums.length > 1) return false
  if (mentionsOf(clause, 'time', 'instant', 'duration', 'window', 'delay', 'rrule', 'shift', 'percent').length > 0)
    return false
  if (sum.kind === 'number' && sum.value < 10) return false
  for (const op of [
    'remind',
    'move',
    'change',
    'remove',
    'complete',
    'show',
    'snooze',
    'skip',
    'remember',
    'forget',
  ] as const) {
    if (cues.ops.has(op)) return false
  }
  for (const noun of ['event', 'task', 'reminder', 'note', 'budget', 'account', 'free'] as const)
    if (cues.nouns.has(noun)) return false
  const count = wordsLeft(clause)
  return count >= 1 && count <= 3
}

const OWN_IMPERATIVE = ['add', 'remind', 'move', 'remove', 'change', 'complete'] as const

export interface IntentDeps {
  classifier: Classifier
  toolbox: Toolbox
}

/** What was learnt, weighed by what grammar says, adding up to 1 again. */
const scoresOf = ({ classifier, toolbox }: IntentDeps, text: string, cues: Cues, clause: Clause): Score[] => {
  const weight = weigh(text, cues, clause)
  const scores = classifier
    .classify(text)
    .map(({ tool, score }) => ({ tool, score: (score + SMOOTH) * weight(tool) }))
  const sum = scores.reduce((total, { score }) => total + score, 0) || 1
  const offered: Score[] = []
  let elsewhere = 0
  for (const { tool, score } of scores) {
    if (toolbox.has(tool) || tool === SMALL_TALK) offered.push({ tool, score: score / sum })
    else elsewhere += score / sum
  }
  return [...offered, { tool: OUT_OF_SCOPE, score: elsewhere }].sort((a, b) => b.score - a.score)
}
/** Even a class the classifier rules out may be what grammar insists on. */
const SMOOTH = 0.002

/** What one clause asks for. */
export const intentOf = (deps: IntentDeps, clause: Clause): Intent => {
  const { toolbox } = deps
  const text = repairCommands(clause.plain)
  const cues = cuesOf(clause, text)
  if (DO_NOT.test(text) && !words('забыть|забудь|forget').test(text)) return { kind: 'refrain' }
  const rule = ruleFor({ ...clause, plain: text }, cues, (tool) => toolbox.has(tool))
  if (rule) return { kind: 'tool', tool: rule, how: 'rule' }
  const scores = scoresOf(deps, text, cues, clause)
  const [top] = scores
  if (!top) return { kind: 'decline' }
  const record = 'finance_add_transaction'
  const recordScore = scores.find(({ tool }) => tool === record)?.score ?? 0
  if (toolbox.has(record) && isBareExpense(clause, cues) && recordScore >= 0.1) return { kind: 'tool', tool: record, how: 'rule' }
  const band = bandOf(scores)
  const best = scores.find(({ tool }) => tool !== SMALL_TALK && tool !== OUT_OF_SCOPE)
  if (best && band === 'act') {
    const write = !isReadByName(best.tool)
    const wished = HYPOTHETICAL.test(text) && !OWN_IMPERATIVE.some((op) => cues.ops.has(op))
    if (write && wished) return { kind: 'decline' }
    return { kind: 'tool', tool: best.tool, how: 'classifier' }
  }
  if (top.tool === SMALL_TALK) return { kind: 'smalltalk' }
  if (best && band === 'choose' && top.tool !== OUT_OF_SCOPE) {
    const likely = scores
      .filter(({ tool, score }) => tool !== SMALL_TALK && tool !== OUT_OF_SCOPE && score >= 0.12)
      .slice(0, 3)
    if (likely.length === 1 && likely[0]) return { kind: 'tool', tool: likely[0].tool, how: 'classifier' }
    if (likely.length > 1) return { kind: 'choose', tools: likely.map(({ tool }) => tool) }
  }
  return { kind: 'decline' }
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
