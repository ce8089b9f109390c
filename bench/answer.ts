/** What the person asks in every measured turn. */
export const QUESTION = 'какие у меня задачи?'

/** The tool the mock model calls first; it reads a row. */
export const TOOL = 'tasks_list_tasks'

/**
 * The mock model's answer: 60 tokens (one word each) in sentences of 12. It claims nothing and names no figure, so it
 * passes an exit gate unchanged, and both servers have to send all of it.
 */
export const ANSWER = [
  'Сегодня в списке немного дел, и ни одно из них не горит.',
  'Первым стоит отчёт для бухгалтерии, и его удобно начать утром после чая.',
  'Потом остаётся звонок в сервис, он короткий и совсем не требует подготовки.',
  'Если ещё останется время, можно спокойно разобрать почту и письма от коллег.',
  'Вечер лучше оставить совсем свободным, чтобы завтра было легче начать новый день.',
].join(' ')

/** The answer as a model streams it: a word and the space before it. */
export const TOKENS: readonly string[] = ANSWER.split(' ').map((word, index) => (index === 0 ? word : ` ${word}`))
