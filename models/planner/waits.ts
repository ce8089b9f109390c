import type { Lang } from '../../core/user.ts'
import { clauseOf } from './clause.ts'
import { contentStems } from './reference.ts'
import type { Toolbox } from './tool-schema.ts'
import type { Draft, Link, PersonContext, Ref } from './types.ts'
import { tidy } from './words.ts'

// A task that has to wait for another: "покрасить стены, она после ошкуривания", "signing has to wait for the quote".

/** What stands between a task and the one it waits for. */
const CONNECTIVES = [
  '(?:(?:только|лишь|сразу|можно|начинать|начать|делать|сделать|не раньше|ид[её]т|следом|стоит|будет)\\s+)*(?:после(?:\\s+того,?\\s+как)?|за задачей|чем будет сделана)',
  '(?:только|лишь)\\s+(?:когда|как|после)',
  '(?:должн\\p{L}+\\s+)?(?:ждать|жд[её]т|ожидает|зависит от|зависимость|заблокирован\\p{L}*|блокируется|отложи до|перед н(?:ей|им) (?:должна закрыться|надо|нужно))',
  '(?:(?:can|should|must|will|is|goes|comes|be|done|start|starts|started|only|right|come|behind|not|to|do|it|that|for)\\s+)*(?:after(?: the task)?|once|when i.m done with|following(?: the task)?)',
  '(?:(?:has|have|needs?|ought|must|should|will|make it|it)\\s+(?:to\\s+)?)?(?:waits?|depends?|hinges)\\s+(?:for|on|upon)',
  "(?:(?:that|which|it'?s|is|as|be|mark(?:ed)?)\\s+)*blocked\\s+(?:by|until|on)",
  "(?:(?:it|that|which)\\s+)?(?:can'?t|cannot|can not|don'?t|not to|should not|shouldn'?t|not)\\s+(?:(?:be\\s+)?(?:start(?:ed)?|begin|done|do)\\s+)?(?:it\\s+)?(?:before|until|till)",
  '(?:its\\s+)?(?:prerequisite|predecessor)(?:\\s+is)?',
]
const MIDDLE = new RegExp(
  `^(.+?)[,;:]?\\s+(?:(?:она|он|оно|это|но|и|уже|е[её]|его|it|that|this|but|and|with)\\s+)*(?:${CONNECTIVES.join('|')})[:,]?\\s+(.+?)[\\s.!]*$`,
  'iu',
)
/** "когда получу залог, надо выдать ключи", "once I level the walls I have to hang the wallpaper". */
const FRONT =
  /^(?:как только|когда|после(?:\s+того,?\s+как)?|once|as soon as|after|when)\s+(.+?)(?:,\s*|\s+(?=(?:надо|нужно|можно|i (?:have|need|should|can)|we (?:have|need))(?!\p{L})))(?:(?:сразу|тогда|then|надо|нужно|можно|i|we|have|need|should|can|to)\s+)*(.+?)[\s.!]*$/iu
/** What goes before the name of the task that has to be done first. */
const LEAD = /^(?:(?:the|we|i|i've|we've|я|мы|того|задач\p{L}*|таск\p{L}*|дел[оа]|my|task|finish|how|как)\s+)+/iu
/** A request that goes along with it: "…, запиши задачей", "…, update it". */
const TAIL =
  /[,;]\s*(?:и\s+)?(?:(?:запиши|добавь|отметь|проставь|свяжи|закинь|внеси|учти|обнови|так и|add|put|note|mark|update|save|record|link)(?!\p{L})[^,]*|приоритет\s+\d|priority\s+\d)[\s.!]*$/iu
const ADDS =
  /^(?:(?:пожалуйста|и|ещё|еще|please|also|and)\s+)*(?:(?:добавь|создай|заведи|запиши|внеси|поставь|новая|add|create|new|make|jot down|put)(?!\p{L})(?:\s+(?:мне|ещё|еще|me|a|an|another))*(?:\s+(?:задач[ауи]|дело|task|to-?do)(?!\p{L}))|(?:задача|таск|туду|task|to-?do)(?!\p{L}))/iu
/** Parts of a day and of life that things are done after, and that are no tasks. */
const NO_TASK =
  /^(?:(?:я|i|my|моей|моего|the)\s+)*(?:обед\p{L}*|ужин\p{L}*|завтрак\p{L}*|работ\p{L}*|школ\p{L}*|уро\p{L}+|тренировк\p{L}*|сна|отпуск\p{L}*|выходных|праздник\p{L}*|зарплат\p{L}*|полудн\p{L}*|полуноч\p{L}*|еды|душа|lunch|dinner|breakfast|work|school|class|noon|midnight|vacation|holidays?|payday|that|this|it|tomorrow|all|этого|того|него|неё|нее|завтра)(?!\p{L})/iu
const OTHER_WISH =
  /^(?:(?:а|и|and|please|пожалуйста)\s+)*(?:напомни|напоминай|покажи|сколько|что|кто|где|какие|какой|перенеси|передвинь|сдвинь|отложи|удали|убери|отмени|запомни|встреча|созвон|купил|потратил|заплатил|remind|show|what|how|who|which|move|push|reschedule|delete|remove|cancel|remember|spent|paid|bought|meeting|call|is|are|did|do)(?!\p{L})/iu
const FILLER =
  /(?<!\p{L})(?:можно|надо|нужно|только|она|это|лишь|пусть|задач\p{L}*|таск\p{L}*|дело|поставь|отметь|can|only|should|must|be done|be|let|make|mark|hold|task|ticket|to-?do|the)(?!\p{L})/giu
const IT =
  /^(?:(?:пусть|поставь|сделай|отметь|make|mark|let|have|set)\s+)*(?:е[её]|его|это|эт[ау](?:\s+задач[ауи])?|она|it|that|this(?:\s+task)?)$/iu
const ASKS_ADD = /(?:запиши|добавь|закинь|внеси|add|put|note)(?!\p{L})/iu
const ADD: Readonly<Record<Lang, string>> = { ru: 'добавь задачу', en: 'add a task' }

const LIST = 'tasks_list_tasks'

export interface Waiting {
  /** The request without what it waits for; undefined when a task that is there is to wait. */
  head?: string
  draft?: Draft
  links: readonly Link[]
}

const isTimed = (text: string, lang: Lang, context: PersonContext): boolean =>
  clauseOf(text, lang, context).mentions.length > 0

/** What waits for what; nothing is changed unless all of it names open tasks. */
export const waitingIn = (
  text: string,
  lang: Lang,
  { toolbox, context }: { toolbox: Toolbox; context: PersonContext },
): Waiting | undefined => {
  if (!toolbox.takes('tasks_update_task', 'after') || /\?\s*$/u.test(text) || OTHER_WISH.test(text)) return undefined
  const asked = TAIL.exec(text)?.[0] ?? ''
  const bare = text.slice(0, text.length - asked.length)
  const front = FRONT.exec(bare)
  const middle = front ? null : MIDDLE.exec(bare)
  const head = front?.[2] ?? middle?.[1] ?? ''
  const others = (front?.[1] ?? middle?.[2] ?? '').replace(LEAD, '')
  if (head === '' || others === '' || NO_TASK.test(others) || isTimed(others, lang, context)) return undefined
  const parts = others
    .split(/\s*,\s*|\s+(?:и|and)\s+/iu)
    .map((part) => tidy(part.replace(/(?<!\p{L})(?:them|it|их|его|е[её])(?!\p{L})/giu, ' ')))
    .filter((part) => contentStems(part).length > 0)
  if (parts.length === 0) return undefined
  const links = parts.map(
    (words): Link => ({ field: 'after', list: LIST, ref: { words, exactly: true }, many: true, must: true }),
  )
  if (ADDS.test(head) || ASKS_ADD.test(asked)) return { head: ADDS.test(head) ? head : `${ADD[lang]} ${head}`, links }
  const words = tidy(head.replace(FILLER, ' '))
  const ref: Ref = IT.test(head) ? { words: '@it' } : { words, exactly: true }
  if (ref.words === '' || (ref.exactly && contentStems(words).length === 0) || isTimed(head, lang, context))
    return undefined
  return { draft: { tool: 'tasks_update_task', args: {}, ref }, links }
}
