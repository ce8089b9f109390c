import { AppError } from '../core/errors.ts'

export const MAX_MODEL_CALLS = 6
export const MAX_CALLS = 24
/** Characters of one message. */
export const MAX_MESSAGE = 8_000

// Zero-width and bidirectional controls (Unicode UAX #9 §2) hide text from a reader; C0 controls are never typed.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be removed
const HIDDEN = /[\u0000-\u0009\u000b-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu

/** A message as everything else sees it: NFC, without hidden characters, trimmed. */
export const cleanText = (text: string): string =>
  text.normalize('NFC').replace(/\r\n?/gu, '\n').replace(/\t/gu, ' ').replace(HIDDEN, '').trim()

/** Refuses a message that says nothing or too much. Throws `invalid`. */
export const checkMessage = (request: { message?: string; decisions?: unknown }): void => {
  if (request.decisions !== undefined) return
  const message = request.message ?? ''
  if (message.length > MAX_MESSAGE)
    throw new AppError('invalid', 'guardrails.message_too_long', { count: MAX_MESSAGE }, { status: 413 })
  if (cleanText(message) === '') throw new AppError('invalid', 'guardrails.empty_message')
}
