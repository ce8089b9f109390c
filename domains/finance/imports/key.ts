// What makes two movements the same one, in whatever file they come.
import { createHash } from 'node:crypto'
import type { RawEntry } from './rows.ts'
import { lastFour } from './text.ts'

/** Movements of which the reader remembers how many were equal; a statement is sorted by day, so the oldest are over. */
const REMEMBERED = 50_000

/** Ids that banks give when they have none (SWIFT MT940 field 61 subfield 7: NONREF). */
const NO_ID = /^(?:nonref|none|notprovided|hold|n\/?a|0*|-*)$/iu

const digest = (parts: readonly (string | number)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 32)

const comparable = (text: string | null): string => (text ?? '').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/**
 * Keys of one file's movements. With an id of the bank: id, day, amount and currency. Without: day, amount, currency and
 * text, and which of the equal ones of its day it is, so that two equal purchases stay two and the same file again adds none.
 */
export const keyMaker = (): ((entry: RawEntry, text: { payee: string | null; note: string | null }) => string) => {
  const days = new Map<string, Map<string, number>>()
  let remembered = 0
  const ordinal = (day: string, key: string): number => {
    const counts = days.get(day) ?? new Map<string, number>()
    // A day that is met again moves to the end, so the first one is the one not met for longest.
    days.delete(day)
    days.set(day, counts)
    const before = counts.get(key)
    counts.set(key, (before ?? 0) + 1)
    if (before === undefined) remembered++
    for (const [oldest, held] of days) {
      if (remembered <= REMEMBERED || oldest === day) break
      days.delete(oldest)
      remembered -= held.size
    }
    return before ?? 0
  }
  return (entry, { payee, note }) => {
    const { id, date, amount, currency } = entry
    if (id && !NO_ID.test(id.trim())) return digest(['id', comparable(id), date, amount, currency])
    const content = digest(['text', date, amount, currency, comparable(payee) + comparable(note)])
    return digest([content, ordinal(date, `${lastFour(entry.account)}${content}`)])
  }
}
