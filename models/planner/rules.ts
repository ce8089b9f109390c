import type { Clause } from './clause.ts'
import type { Cues } from './cues.ts'
import { words } from './words.ts'

/**
 * Sentences whose meaning grammar settles by itself. Each rule is meant to be right nearly always; what none of them
 * takes goes to the classifier. First match wins, so the narrow ones come first.
 */
export interface IntentRule {
  tool: string
  when(plain: string, cues: Cues, clause: Clause): boolean
}

const UNDO = new RegExp(
  '^(?:ой|нет|упс|стоп|а|oops|no|wait|ok|please|[\\s,.!])*(?:' +
    'отмени(?:ть)?(?: (?:это|последнее(?: действие)?|последнюю операцию|последнюю запись|предыдущее|все это|обратно|пожалуйста|что сделал|то что сделал))*|' +
    'отмена|верни(?: все)?(?: (?:как было|назад|обратно|все как было))+|верни как было|откати(?: (?:это|назад|последнее|все))*|сделай как было|передумал[аи]?|' +
    'undo(?: (?:it|that|this|the last(?: one| thing| action| change)?|last(?: one| action| change)?|please))*|revert(?: (?:it|that|this|the last change))?|take (?:that|it) back|roll(?: it| that)? back|put it back(?: how it was)?|never ?mind,? undo(?: it| that)?' +
    ')[\\s.!]*$',
  'u',
)
const HOW_MUCH_SPENT = words(
  'сколько .{0,30}(?:потрат\\p{L}*|трач\\p{L}*|ушло|уходит|расход\\p{L}*|трат|просади\\p{L}*|спусти\\p{L}*|отда\\p{L}*|проел\\p{L}*|стоил\\p{L}*|вышло)',
  'на что .{0,30}(?:ушл\\p{L}*|потрат\\p{L}*|трач\\p{L}*|уход\\p{L}*)',
  'куда .{0,20}(?:ушл\\p{L}*|уход\\p{L}*|дел\\p{L}*).{0,10}(?:деньги|бабки|зарплата)?',
  'how much .{0,40}(?:spent|spend|spending|blow|blew|paid|pay)',
  '(?:what|where).{0,20}(?:spend|spent|money go|money went|spending)',
)
const FREE = words(
  'когда (?:я|у меня|мне|можно).{0,25}(?:свобод\\p{L}*|окн\\p{L}*)|свободн\\p{L}+ (?:окн\\p{L}*|врем\\p{L}*|слот\\p{L}*|час\\p{L}*|мест\\p{L}*|промежут\\p{L}*)|окошк\\p{L}*|(?:найди|подбери|есть ли|ищи).{0,20}(?:окн\\p{L}*|врем(?:я|ени)|слот\\p{L}*)|свободен ли я|свободна ли я',
  'when am i free|am i free|free (?:slots?|time|hours?|window|gap)|find (?:me )?(?:a |some )?(?:time|slot|gap|hour|free)|availability|open slots?|when (?:can|could) i (?:fit|squeeze)|do i have (?:any )?(?:free )?time',
)

const COMMANDS_REMEMBER =
  /^[\s,]*(?:пожалуйста |плиз |please |hey |ok |so |just |и |and |also )*(?:запомни(?:ть|те)?|имей в виду|учти|remember(?! (?:to|what|when|if|how)(?!\p{L}))|keep in mind|bear in mind|note that)(?!\p{L})/u
const NOTE = /(?<!\p{L})(?:заметк\p{L}*|заметочк\p{L}*|записк\p{L}*|(?<!take )notes?)(?!\p{L})/u

const WRITE_VERBS = ['add', 'move', 'change', 'remove', 'complete', 'snooze', 'skip', 'remind'] as const
const commands = (cues: Cues): number => WRITE_VERBS.filter((op) => cues.ops.has(op)).length

export const RULES: readonly IntentRule[] = [
  { tool: 'account_undo_last', when: (plain) => UNDO.test(plain) },
  {
    tool: 'memory_remember_fact',
    when: (plain, cues) => COMMANDS_REMEMBER.test(plain) && !cues.question && !NOTE.test(plain),
  },
  {
    tool: 'account_add_note',
    when: (plain, cues) => NOTE.test(plain) && cues.ops.has('add') && !cues.ops.has('remove') && !cues.question,
  },
  { tool: 'account_delete_note', when: (plain, cues) => NOTE.test(plain) && cues.ops.has('remove') },
  {
    tool: 'account_list_notes',
    when: (plain, cues) => NOTE.test(plain) && cues.ops.has('show') && commands(cues) === 0,
  },
  {
    tool: 'finance_summarise_spending',
    when: (plain) =>
      HOW_MUCH_SPENT.test(plain) && !words('лимит\\p{L}*|бюджет\\p{L}*|осталось|budget|left|limit').test(plain),
  },
  { tool: 'calendar_find_free_slots', when: (plain) => FREE.test(plain) },
  {
    tool: 'finance_set_budget',
    when: (_plain, cues) => cues.nouns.has('budget') && cues.amount && !cues.question && !cues.ops.has('spend'),
  },
  { tool: 'reminders_cancel_reminder', when: (_p, cues) => cues.nouns.has('reminder') && cues.ops.has('remove') },
  {
    tool: 'reminders_update_reminder',
    when: (_p, cues) =>
      cues.nouns.has('reminder') && (cues.ops.has('move') || cues.ops.has('change')) && !cues.question,
  },
  {
    tool: 'reminders_set_reminder',
    when: (plain, cues) =>
      /^[\s,]*(?:(?:и|а|ой|эй|пожалуйста|плиз|слушай|мне|можешь|and|also|please|can you|could you|hey|pls|then)[\s,]+)*(?:напомни(?:ть|шь|те)?|напоминай(?:те)?|remind|ping me|nudge me)(?!\p{L})/u.test(
        plain,
      ) &&
      !words('что я|what i|what did|какой|какая|какие|сколько').test(plain) &&
      !cues.ops.has('snooze'),
  },
]

/** The tool grammar settles on, if any. */
export const ruleFor = (clause: Clause, cues: Cues, bound: (tool: string) => boolean): string | undefined =>
  RULES.find((rule) => bound(rule.tool) && rule.when(clause.plain, cues, clause))?.tool
