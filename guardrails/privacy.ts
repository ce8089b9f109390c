import { AIMessage, type BaseMessage, HumanMessage, SystemMessage, ToolMessage } from '@langchain/core/messages'

export type PrivateKind = 'email' | 'phone' | 'card' | 'iban' | 'passport' | 'snils' | 'inn' | 'jmbg' | 'secret'
interface Recogniser {
  kind: PrivateKind
  pattern: RegExp
  valid?(digits: string): boolean
}

const digitsOf = (text: string): string => text.replace(/\D/gu, '')
const weighted = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * Number(digits[index] ?? 0), 0)

/** Luhn check of card numbers (ISO/IEC 7812-1, annex B). */
export const isLuhn = (digits: string): boolean => {
  let sum = 0
  for (let index = 0; index < digits.length; index++) {
    let digit = Number(digits[digits.length - 1 - index])
    if (index % 2 === 1) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2
    sum += digit
  }
  return digits.length >= 13 && digits.length <= 19 && sum % 10 === 0
}

/** SNILS control number (Russian Pension Fund order 2002-10-21 No. 122p). */
const isSnils = (digits: string): boolean => {
  const sum = weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, 1])
  const control = sum % 101 === 100 ? 0 : sum % 101
  return digits.length === 11 && control === Number(digits.slice(9))
}

/** INN control digits (Russian tax service order 2012-06-29 No. MMV-7-6/435). */
const isInn = (digits: string): boolean => {
  if (digits.length === 10) return (weighted(digits, [2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10 === Number(digits[9])
  if (digits.length !== 12) return false
  const first = (weighted(digits, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10
  const second = (weighted(digits, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10
  return first === Number(digits[10]) && second === Number(digits[11])
}

/** JMBG control digit (Serbian act on the unique master citizen number, Official Gazette RS 24/2018). */
const isJmbg = (digits: string): boolean => {
  const control = 11 - (weighted(digits, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)
  return digits.length === 13 && Number(digits[12]) === (control > 9 ? 0 : control)
}

/** IBAN check by mod 97 (ISO 13616-1). */
const isIban = (text: string): boolean => {
  const compact = text.replace(/\s/gu, '').toUpperCase()
  const moved = compact.slice(4) + compact.slice(0, 4)
  let rest = 0
  for (const char of moved) {
    const value = /\d/u.test(char) ? char : String(char.charCodeAt(0) - 55)
    rest = Number(`${rest}${value}`) % 97
  }
  return rest === 1
}

const UUID_OR_TIME =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?/giu

const RECOGNISERS: readonly Recogniser[] = [
  { kind: 'secret', pattern: /(?<![\p{L}\d])(?:sk|pk|ghp|xox[bp]|eyJ)[-_A-Za-z0-9.]{16,}/gu },
  {
    kind: 'secret',
    pattern:
      /(?<=(?:парол\p{L}*|password|cvv|cvc|пин(?:-?код\p{L}*)?|pin)\s*(?:[:=—-]|is|это)?\s*)(?=\S*\d)\S{3,40}/giu,
  },
  { kind: 'email', pattern: /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}/gu },
  {
    kind: 'iban',
    pattern: /(?<![\p{L}\d])[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,3})?(?![\p{L}\d])/gu,
    valid: isIban,
  },
  { kind: 'card', pattern: /(?<![\d.,])\d(?:[ -]?\d){12,18}(?![\d.,]\d)/gu, valid: (text) => isLuhn(digitsOf(text)) },
  { kind: 'jmbg', pattern: /(?<!\d)\d{13}(?!\d)/gu, valid: isJmbg },
  { kind: 'snils', pattern: /(?<!\d)\d{3}-?\d{3}-?\d{3}[ -]?\d{2}(?!\d)/gu, valid: (text) => isSnils(digitsOf(text)) },
  { kind: 'inn', pattern: /(?<!\d)(?:\d{12}|\d{10})(?!\d)/gu, valid: isInn },
  { kind: 'passport', pattern: /(?<=паспорт\p{L}*[^\d]{0,20})\d{2}\s?\d{2}\s?\d{6}(?!\d)/giu },
  {
    kind: 'phone',
    pattern: /(?<![\d+])(?:\+\d{1,3}|8)[\s(-]{0,2}\d{2,4}[\s)-]{0,2}\d{2,3}[\s-]?\d{2}[\s-]?\d{2,3}(?!\d)/gu,
  },
]

export interface PrivateSpan {
  kind: PrivateKind
  start: number
  end: number
  text: string
}

/** Private values in a text, longest first where they overlap. Ids and instants are never private. */
export const findPrivate = (text: string): PrivateSpan[] => {
  const kept = [...text.matchAll(UUID_OR_TIME)].map((match) => [match.index, match.index + match[0].length] as const)
  const found: PrivateSpan[] = []
  for (const { kind, pattern, valid } of RECOGNISERS) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (kept.some(([from, to]) => start < to && from < end)) continue
      if (found.some((span) => start < span.end && span.start < end)) continue
      if (valid && !valid(kind === 'iban' || kind === 'card' ? match[0] : digitsOf(match[0]))) continue
      found.push({ kind, start, end, text: match[0] })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

export interface Hidden {
  messages: BaseMessage[]
  /** Puts the real values back. */
  restore(text: string): string
  restoreValue(value: unknown): unknown
}

/** Copies of the messages with private values replaced by placeholders; the same value has the same placeholder. */
export const hidePrivate = (messages: readonly BaseMessage[]): Hidden => {
  const places = new Map<string, string>()
  const values = new Map<string, string>()
  const placeOf = (kind: PrivateKind, value: string): string => {
    let place = places.get(value)
    if (!place) {
      place = `[${kind.toUpperCase()}_${places.size + 1}]`
      places.set(value, place)
      values.set(place, value)
    }
    return place
  }
  const hide = (text: string): string => {
    let hidden = ''
    let from = 0
    for (const span of findPrivate(text)) {
      hidden += text.slice(from, span.start) + placeOf(span.kind, span.text)
      from = span.end
    }
    return hidden + text.slice(from)
  }
  const restore = (text: string): string => text.replace(/\[[A-Z]+_\d+\]/gu, (place) => values.get(place) ?? place)
  return {
    messages: messages.map((message) => copyWith(message, hide)),
    restore,
    restoreValue: (value) => mapStrings(value, restore),
  }
}

const mapStrings = (value: unknown, change: (text: string) => string): unknown => {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, change))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapStrings(item, change)]))
}

const copyWith = (message: BaseMessage, change: (text: string) => string): BaseMessage => {
  const content = typeof message.content === 'string' ? change(message.content) : change(message.text)
  if (message instanceof SystemMessage) return new SystemMessage(content)
  if (message instanceof HumanMessage) return new HumanMessage(content)
  if (message instanceof ToolMessage)
    return new ToolMessage({
      content,
      tool_call_id: message.tool_call_id,
      ...(message.name ? { name: message.name } : {}),
    })
  if (!(message instanceof AIMessage)) return message
  const calls = (message.tool_calls ?? []).map((call) => ({
    ...call,
    args: mapStrings(call.args, change) as Record<string, unknown>,
  }))
  return new AIMessage({ content, tool_calls: calls })
}
