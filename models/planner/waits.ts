import type { Lang } from '../../core/user.ts'
import { clauseOf } from './clause.ts'
import { contentStems } from './reference.ts'
import type { Toolbox } from './tool-schema.ts'
import type { Draft, Link, PersonContext } from './types.ts'
import { tidy } from './words.ts'

// A task that has to wait for another: "покрасить стены, она после ошкуривания", "signing has to wait for the quote".

const AFTER =
  /^(.+?)[,;]?\s+(?:(?:она|он|оно|это|но|и|уже|it|that|this|but|and)\s+)*(?:(?:можно|надо|нужно|буду|будет|ид[её]т|сделаю|can|should|must|will|is|goes|comes|be done|be|start|do it)\s+)*(?:(?:только|лишь|сразу|only|right)\s+)*(?:после(?:\s+(?:того,?\s+как|задач\p{L}))?|after)\s+(?:(?:the|we|i|i've|we've|я)\s+)?(.+?)[\s.!]*$/iu
const WAITS =
  /^(.+?)\s+(?:зависит от|жд[её]т|(?:has|have|needs?|ought) to wait for|(?:must|should|will) wait for|waits? (?:for|on)|depends on|is blocked by|can'?t start (?:before|until)|cannot start (?:before|until))\s+(?:(?:the|задачу|задачи)\s+)?(.+?)[\s.!]*$/iu
const ADDS =
  /^(?:(?:пожалуйста|и|ещё|еще|please|also|and)\s+)*(?:(?:добавь|создай|заведи|запиши|поставь|новая|add|create|new|make)(?!\p{L})(?:\s+(?:мне|ещё|еще|me|a|an|another))*(?:\s+(?:задач[ауи]|дело|task|to-?do)(?!\p{L}))|(?:задача|task|to-?do)(?!\p{L}))/iu
/** Parts of a day and of life that things are done after, and that are no tasks. */
const NO_TASK =
  /^(?:(?:я|i|my|моей|моего|the)\s+)*(?:обед\p{L}*|ужин\p{L}*|завтрак\p{L}*|работ\p{L}*|школ\p{L}*|уро\p{L}+|тренировк\p{L}*|сна|отпуск\p{L}*|выходных|праздник\p{L}*|зарплат\p{L}*|полудн\p{L}*|полуноч\p{L}*|еды|душа|lunch|dinner|breakfast|work|school|class|noon|midnight|vacation|holidays?|payday|that|this|it|tomorrow|all|этого|того|него|неё|нее|завтра)(?!\p{L})/iu
const OTHER_WISH =
  /^(?:(?:а|и|and|please|пожалуйста)\s+)*(?:напомни|напоминай|покажи|сколько|что|когда|кто|где|какие|какой|перенеси|передвинь|сдвинь|отложи|удали|убери|отмени|запомни|встреча|созвон|купил|потратил|заплатил|remind|show|what|when|how|who|which|move|push|reschedule|delete|remove|cancel|remember|spent|paid|bought|meeting|call|is|are|did|do)(?!\p{L})/iu
const FILLER = /(?<!\p{L})(?:можно|надо|нужно|только|она|это|лишь|can|only|should|must|be done|be)(?!\p{L})/giu

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
  const said = AFTER.exec(text) ?? WAITS.exec(text)
  const [, head = '', others = ''] = said ?? []
  if (!said || NO_TASK.test(others) || isTimed(others, lang, context)) return undefined
  const parts = others
    .split(/\s*,\s*|\s+(?:и|and)\s+/iu)
    .map((part) => tidy(part.replace(/(?<!\p{L})(?:them|it|их|его|е[её])(?!\p{L})/giu, ' ')))
    .filter((part) => contentStems(part).length > 0)
  if (parts.length === 0) return undefined
  const links = parts.map(
    (words): Link => ({ field: 'after', list: LIST, ref: { words, exactly: true }, many: true, must: true }),
  )
  if (ADDS.test(head)) return { head, links }
  const words = tidy(head.replace(FILLER, ' '))
  if (contentStems(words).length === 0 || isTimed(head, lang, context)) return undefined
  return { draft: { tool: 'tasks_update_task', args: {}, ref: { words, exactly: true } }, links }
}
