import { AIMessage, type BaseMessage, HumanMessage, SystemMessage, ToolMessage } from '@langchain/core/messages'

export type PrivateKind = 'email' | 'phone' | 'card' | 'iban' | 'passport' | 'snils' | 'inn' | 'jmbg' | 'secret'
interface Recogniser {
  kind: PrivateKind
  /** With a group: the group is the private value. */
  pattern: RegExp
  /** A text without it needs no look. */
  needs?: string
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

/** Groups of a printed card: by four, or 4-6-5. Sums of money are grouped by three. */
const isCard = (text: string): boolean => {
  const groups = text.split(/[ -]/u).map((group) => group.length)
  const printed = groups.length === 1 || groups.slice(0, -1).every((size) => size === 4) || groups.join() === '4,6,5'
  return printed && isLuhn(digitsOf(text))
}

// Ids, dates, instants and numbers of a JSON object: tools need them as they are. A placeholder hides already.
const NEVER =
  /\[[A-Z]+_\d+\]|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?<!\d)\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?(?!\d)|"\s*:\s*-?\d+(?:\.\d+)?(?=\s*[,}\]])/giu

// A pattern with a group hides that group: looking forward once is hundreds of times cheaper than looking back from
// every character.
const RECOGNISERS: readonly Recogniser[] = [
  {
    kind: 'secret',
    needs: '-----BEGIN',
    pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----(?:(?!-----END)[\s\S])*(?:-----END [A-Z ]*PRIVATE KEY-----)?/gu,
  },
  {
    kind: 'secret',
    pattern:
      /(?<![\p{L}\d])(?:(?:sk|pk|gh[oprsu]|xox[abposr]|eyJ|glpat|github_pat)[-_A-Za-z0-9.]{16,}|AKIA[A-Z0-9]{16}|\d{8,10}:[A-Za-z0-9_-]{35}|0x[0-9a-f]{40,64}(?![\p{L}\d]))/gu,
  },
  { kind: 'secret', pattern: /(?:bearer|token|api[_-]?key|secret)[\s:=]{1,3}"?([A-Za-z0-9_\-.~+/]{16,})/dgiu },
  { kind: 'secret', needs: '://', pattern: /:\/\/([^\s/:@]{1,64}:[^\s/@]{1,64})@/dgu },
  {
    kind: 'secret',
    pattern:
      /(?<!\p{L})(?:парол\p{L}*|passwords?|passcode|cvv2?|cvc2?|пин(?:-?код\p{L}*)?(?!\p{L})|pin(?:[ -]code)?(?!\p{L}))(?:\s+(?:от|for|to|on)\s+\S+)?\s*(?:[:=—-]|is|это)?\s*(?=\S*\d)(\S{3,40})/dgiu,
  },
  {
    kind: 'secret',
    pattern: /(?<!\p{L})(?:парол\p{L}*|passwords?|passcode)(?:\s+(?:от|for|to)\s+\S+)?\s*[:=]\s*([^\s,;]{4,40})/dgiu,
  },
  {
    kind: 'email',
    needs: '@',
    // RFC 5321 §4.5.3.1.1: a local part has at most 64 characters.
    pattern: /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64}@[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}/gu,
  },
  {
    kind: 'iban',
    pattern: /(?<![\p{L}\d])[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,3})?(?![\p{L}\d])/gu,
    valid: isIban,
  },
  { kind: 'card', pattern: /(?<![\d.,])\d(?:[ -]?\d){12,18}(?!\d|[.,]\d)/gu, valid: isCard },
  { kind: 'jmbg', pattern: /(?<!\d)\d{13}(?!\d)/gu, valid: isJmbg },
  { kind: 'snils', pattern: /(?<!\d)\d{3}[- ]?\d{3}[- ]?\d{3}[ -]?\d{2}(?!\d)/gu, valid: isSnils },
  { kind: 'inn', pattern: /(?<!\d)(?:\d{12}|\d{10})(?!\d)/gu, valid: isInn },
  {
    kind: 'passport',
    pattern:
      /(?:(?:паспорт|passport)\p{L}*[^\d]{0,20}|сери[яи]\s*)(\d{2}\s?\d{2}[\s,]*(?:№|номер|number)?\s*\d{6})(?!\d)/dgiu,
  },
  {
    kind: 'phone',
    pattern:
      /(?<![\d+])\+\d{1,3}(?:[\s().-]{0,2}\d){7,12}(?!\d)|(?<![\d+.,])[78][\s(-]{0,2}\d{3}[\s)-]{0,2}\d{3}[\s-]?\d{2}[\s-]?\d{2}(?!\d)|(?<![\d+.,-])\(?9\d{2}\)?[\s-]\d{3}[\s-]\d{2}[\s-]\d{2}(?!\d)/gu,
  },
]

export interface PrivateSpan {
  kind: PrivateKind
  start: number
  end: number
  text: string
}

const TEXTUAL: ReadonlySet<PrivateKind> = new Set(['iban', 'card'])

/** Private values in a text, in order. Ids and instants are never private. */
export const findPrivate = (text: string): PrivateSpan[] => {
  const found: PrivateSpan[] = []
  for (const { kind, pattern, needs, valid } of RECOGNISERS) {
    if (needs && !text.includes(needs)) continue
    for (const match of text.matchAll(pattern)) {
      const [start, end] = match.indices?.[1] ?? [match.index, match.index + match[0].length]
      const value = text.slice(start, end)
      if (valid && !valid(TEXTUAL.has(kind) ? value : digitsOf(value))) continue
      if (found.some((span) => start < span.end && span.start < end)) continue
      found.push({ kind, start, end, text: value })
    }
  }
  if (found.length === 0) return found
  const kept = [...text.matchAll(NEVER)].map((match) => [match.index, match.index + match[0].length] as const)
  return found
    .filter((span) => !kept.some(([from, to]) => span.start < to && from < span.end))
    .sort((a, b) => a.start - b.start)
}

/** Keeps private values of one turn here, and placeholders out there; the same value has the same placeholder. */
export interface Vault {
  /** Copies with placeholders; a message that was hidden before is not looked at again. */
  hide(messages: readonly BaseMessage[]): BaseMessage[]
  /** Puts the real values back. */
  restore(text: string): string
  restoreValue(value: unknown): unknown
}

export const createVault = (): Vault => {
  const places = new Map<string, string>()
  const values = new Map<string, string>()
  const hidden = new WeakMap<BaseMessage, BaseMessage>()
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
    let out = ''
    let from = 0
    for (const span of findPrivate(text)) {
      out += text.slice(from, span.start) + placeOf(span.kind, span.text)
      from = span.end
    }
    return out + text.slice(from)
  }
  const restore = (text: string): string => text.replace(/\[[A-Z]+_\d+\]/gu, (place) => values.get(place) ?? place)
  return {
    hide: (messages) =>
      messages.map((message) => {
        const known = hidden.get(message)
        if (known) return known
        const copy = copyWith(message, hide)
        hidden.set(message, copy)
        return copy
      }),
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
  if (message instanceof SystemMessage) return new SystemMessage(hideContext(message.text, change))
  const content = typeof message.content === 'string' ? change(message.content) : change(message.text)
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

/** Of a system prompt only the context is about the person; the rest is our own fixed text. */
const hideContext = (prompt: string, change: (text: string) => string): string => {
  const at = prompt.indexOf('<context>')
  return at < 0 ? change(prompt) : prompt.slice(0, at) + change(prompt.slice(at))
}
