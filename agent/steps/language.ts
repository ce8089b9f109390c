import { langOf } from '../../core/user.ts'
import type { HistoryMessage } from '../state.ts'

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** The language to answer in: of this message, else of the one before it, else the person's own. */
export const detectLanguage = (text: string, history: readonly HistoryMessage[], locale: string): 'ru' | 'en' => {
  const previous = history.findLast((message) => message.role === 'user')?.text ?? ''
  for (const sample of [text, previous]) {
    const cyrillic = count(sample, /\p{Script=Cyrillic}/gu)
    const latin = count(sample, /\p{Script=Latin}/gu)
    if (cyrillic > 0 && cyrillic >= latin / 2) return 'ru'
    if (latin > 1) return 'en'
  }
  return langOf(locale)
}
