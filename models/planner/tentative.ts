import { type Clause, mentionsOf } from './clause.ts'
import { OPS } from './cues.ts'
import { contentStems } from './reference.ts'
import type { Toolbox } from './tool-schema.ts'
import type { Draft, Ref } from './types.ts'
import { tidy, words } from './words.ts'

// What is said in passing and is a request only when it names a row: "полил цветы", "не надо напоминать про интернет".

const COMMANDS = (['add', 'remind', 'move', 'change', 'remember', 'forget', 'snooze', 'skip', 'remove'] as const).map(
  (op) => OPS[op],
)
const NEGATED = words("не|нет|ни|not|never|didn'?t|haven'?t|don'?t|won'?t|couldn'?t|can'?t")

/** Past forms that are not made with -ed, and the form a title has. */
const IRREGULAR = new Map(
  'bought buy|paid pay|sent send|did do|made make|got get|took take|wrote write|went go|met meet|found find|sold sell|built build|fed feed|gave give|brought bring|told tell|taught teach|hung hang|swept sweep|ran run|drove drive|picked pick|read read|cut cut|put put|set set|fixed fix|left leave|spoke speak|chose choose|drew draw|grew grow|threw throw'
    .split('|')
    .map((pair): [string, string] => {
      const [past = '', base = ''] = pair.split(' ')
      return [past, base]
    }),
)
const PAST_RU =
  /(?<!\p{L})\p{L}{2,}(?:ал|ял|ил|ел|ыл|ул|ол|зл|нёс|нес|вез|шел|ала|яла|ила|ела|ыла|ула|ола|сла|шла|зла|ался|ился|елся|алась|илась|елась|али|или|ели|ыли|ули)(?!\p{L})/u
const PAST_EN = new RegExp(
  `^(?:(?:and|so|i|we|i've|ive|i have|just|already|finally|ok|also|have|yes)\\s+)*(?:\\p{L}{2,}ed|${[...IRREGULAR.keys()].join('|')})(?!\\p{L})`,
  'u',
)

/** What goes with a report and is no part of a title. */
const ASIDE = words(
  'я|мы|и|а|ну|вот|уже|наконец|наконец-то|только что|сегодня|вчера|готово|сделано|сделал[аи]?|все|отметь|закрой|можешь|можно|вычеркивай|вычеркни|ура|да|так|что|это',
  "i've|we've|and|i|we|ive|have|just|already|finally|done|so|ok|okay|also|yes|mark it|mark that|check it off|cross it off|close it|it|that|today|yesterday|all",
)

/** A verb that says only that something was done: what it was is its object. */
const DID = words('с?делал[аи]?|сделано|закончил[аи]?|выполнил[аи]?|отметь', 'did|done|finished|completed')

const restOf = (clause: Clause): string => {
  let rest = clause.plain
  for (const span of [...clause.mentions].sort((a, b) => b.start - a.start))
    rest = `${rest.slice(0, span.start)} ${rest.slice(span.end)}`
  return rest.replace(/\s+/gu, ' ')
}

/** "люстру выбрали, минус дело", "mowed the lawn, tick it off": the rest only closes the task. */
const CLOSING =
  /[\s,.;!—–-]*(?:,|[.;!—–-]\s|\s(?:so|and|и)\s|\s(?=(?:закрывай|закрыть|закрой)\s))\s*(?:(?:так что|можно|можешь|пора|done|so|and|and then|please|я|я уже|уже|готово|выполнено)[\s,]+)*(?:(?:закр\p{L}+|отме(?:ть|чай)\p{L}*|заверш\p{L}+|вычеркивай|вычеркни|зачеркни|зачти|ставь|ставить|поставь|минус|галочк\p{L}*|галку|дело|задач[ауи]|таск\p{L}*|tick|mark|check|cross|close|complete|tasks?|to-?dos?|chore|ticket)(?!\p{L})).*$/u
const withoutClosing = (plain: string): string => {
  const rest = plain.replace(CLOSING, '')
  return contentStems(rest).length > 0 ? rest : plain
}
/** What was done to a thing is not its name: "шторы повесил" is about the curtains. */
const VERB_RU =
  /(?<!\p{L})(?:я |мы )?(?:уже )?(?:наконец(?:-то)? )?\p{L}{2,}(?:ал|ял|ил|ел|ыл|ул|ал[аи]|ял[аи]|ил[аи]|ел[аи]|ыл[аи]|ул[аи]|[кзшс]л[аи])(?:с[ья])?(?: (?:с|со) (?=\p{L}))?(?!\p{L})/u
const VERB_EN = new RegExp(
  `^(?:(?:and|so|i|we|i've|ive|i have|just|already|finally|ok|also|have|yes|got around to)\\s+)*(?:\\p{L}{2,}ed|${[...IRREGULAR.keys()].join('|')})(?: (?:up|off|out|out of|with|from|all|the|that|my|to))*(?!\\p{L})`,
  'u',
)
const thingOf = (said: string, lang: Clause['lang']): string => {
  const rest = tidy(said.replace(lang === 'ru' ? VERB_RU : VERB_EN, ' '))
  return contentStems(rest).length > 0 ? rest : said
}

/** "полил цветы", "called the bank, done": a task that is done, if there is an open one with these words. */
const done = (clause: Clause, toolbox: Toolbox): Draft | undefined => {
  const tool = 'tasks_complete_task'
  const { plain, lang } = clause
  if (!toolbox.has(tool) || mentionsOf(clause, 'money', 'number').length > 0) return undefined
  if (plain.trimEnd().endsWith('?') || NEGATED.test(plain) || COMMANDS.some((command) => command.test(plain)))
    return undefined
  if (!(lang === 'ru' ? PAST_RU : PAST_EN).test(plain)) return undefined
  const whole = restOf(clause)
  const report = withoutClosing(whole)
  const said = (report === whole ? whole : thingOf(report, lang))
    .replace(new RegExp(ASIDE.source, 'gu'), ' ')
    .replace(/\p{L}+/gu, (word) => IRREGULAR.get(word) ?? word)
  const ref = tidy(said)
  const stems = contentStems(ref)
  return stems.length >= (DID.test(plain) || report !== whole ? 1 : 2) && stems.length <= 8
    ? { tool, args: {}, ref: { words: ref, exactly: true }, tentative: true }
    : undefined
}

/** "сделал йогу", "did my stretching": a habit, when there is one called so. */
const habitual = (clause: Clause, toolbox: Toolbox): Draft | undefined => {
  const tool = 'health_log_habit'
  const { plain } = clause
  if (!toolbox.has(tool) || mentionsOf(clause, 'money', 'number', 'measure', 'duration', 'sets').length > 0)
    return undefined
  if (plain.trimEnd().endsWith('?') || NEGATED.test(plain) || !DID.test(plain)) return undefined
  const words = tidy(
    restOf(clause)
      .replace(new RegExp(DID.source, 'gu'), ' ')
      .replace(new RegExp(ASIDE.source, 'gu'), ' ')
      .replace(/(?<!\p{L})(?:мою|свою|мой|свой|привычк\p{L}*|my|habit|the)(?!\p{L})/gu, ' '),
  )
  const stems = contentStems(words)
  return stems.length > 0 && stems.length <= 4
    ? { tool, args: {}, ref: { words, exactly: true }, settles: { field: 'title', from: 'title' }, tentative: true }
    : undefined
}

const NO_REMINDER =
  /^(?:(?:нет|ой|стоп|слушай|пожалуйста|no|please|hey|oh|ok|actually|и|а|and)[\s,]+)*(?:не (?:надо|нужно|стоит) (?:мне )?(?:больше )?напоминать|не напоминай(?: мне)?(?: больше)?|(?:you )?(?:don'?t|do not|needn'?t|no need to|stop) (?:need to |have to )?remind(?:ing)?(?: me)?(?: any ?more)?)\s+(?:про|о|об|обо|насч[её]т|about|of|to)?\s*(.+?)[\s.!]*$/u

/** "не надо напоминать про интернет": the reminder goes, if there is one. */
const unwanted = (clause: Clause, toolbox: Toolbox): Draft | undefined => {
  const [date] = mentionsOf(clause, 'date')
  const tool = date ? 'reminders_skip_occurrence' : 'reminders_cancel_reminder'
  if (!toolbox.has(tool) || clause.mentions.length > (date ? 1 : 0)) return undefined
  const about = NO_REMINDER.exec(tidy(restOf(clause)))?.[1]
  if (about === undefined || contentStems(about).length === 0) return undefined
  const ref: Ref = { words: tidy(about.replace(/(?<!\p{L})(?:больше|any ?more|again)(?!\p{L})/gu, ' ')) }
  return { tool, args: date ? { date: date.date } : {}, ref, tentative: true }
}

const CLOSES =
  /^(?:(?:пожалуйста|а|и|please|and|also|can you|could you)[\s,]+)*(?:закрой|вычеркни|заверши|отметь|close|complete|check off|tick off|cross off|mark off)\s+(.+?)(?:\s+(?:как )?(?:сделанн\p{L}*|выполненн\p{L}*|готов\p{L}*|off|as (?:done|complete|completed|finished)|please|пожалуйста))*[\s.!]*$/u

/** "close the nursery one": a task by its words alone, if there is one. */
const closed = (clause: Clause, toolbox: Toolbox): Draft | undefined => {
  const tool = 'tasks_complete_task'
  const said = toolbox.has(tool) && clause.mentions.length === 0 ? CLOSES.exec(clause.plain)?.[1] : undefined
  if (said === undefined || /^(?:что|that)\s/u.test(said)) return undefined
  const words = tidy(said.replace(/(?<!\p{L})(?:задач[ауи]|запись|про|ones?|tasks?|the|my|about)(?!\p{L})/gu, ' '))
  return contentStems(words).length > 0 ? { tool, args: {}, ref: { words, exactly: true }, tentative: true } : undefined
}

const REMOVES =
  /^(?:(?:пожалуйста|а|и|ещё|еще|please|and|also|can you|could you)[\s,]+)*(?:удали|убери|отмени|сотри|вычеркни|delete|remove|cancel|erase)\s+(?!все|всё|all|every)(\p{L}.*?)[\s.!]*$/u
/** "удали кофе": whatever has that name goes, if anything has. */
export const removal = (clause: Clause, toolbox: Toolbox): Draft | undefined => {
  const tool = 'calendar_cancel_event'
  const said = toolbox.has(tool) && clause.mentions.length === 0 ? REMOVES.exec(clause.plain)?.[1] : undefined
  const stems = contentStems(said ?? '')
  if (said === undefined || stems.length === 0 || stems.length > 3) return undefined
  return { tool, args: {}, ref: { words: tidy(said), exactly: true }, tentative: true }
}

/** What a clause may mean in passing, likeliest first. */
export const tentativeOf = (clause: Clause, toolbox: Toolbox): Draft[] => {
  const told = unwanted(clause, toolbox) ?? closed(clause, toolbox) ?? done(clause, toolbox)
  return [told, habitual(clause, toolbox)].filter((draft) => draft !== undefined)
}
