import { AppError } from '../core/errors.ts'

/** Deeper values are refused: nothing of ours nests so far, and code that walks a value recurses. */
const MAX_DEPTH = 32

/**
 * Refuses a parsed body that no row could hold: nested without end, a zero character (PostgreSQL text cannot hold one) or
 * half of a surrogate pair (not Unicode, RFC 8259 §8.2).
 */
export const checkValue = (value: unknown): void => {
  const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    if (typeof next.value === 'string') checkText(next.value)
    if (typeof next.value !== 'object' || next.value === null) continue
    const depth = next.depth + 1
    if (depth > MAX_DEPTH) throw new AppError('invalid', 'channels.too_deep', { count: MAX_DEPTH })
    for (const [key, item] of Object.entries(next.value)) {
      checkText(key)
      open.push({ value: item, depth })
    }
  }
}

const checkText = (text: string): void => {
  if (!text.isWellFormed() || text.includes('\0')) throw new AppError('invalid', 'channels.bad_text')
}
