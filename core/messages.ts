import { IntlMessageFormat } from 'intl-messageformat'
import { AppError } from './errors.ts'
import { formatMoney } from './money.ts'
import { addDays, type Instant, localDateOf, zoned } from './time.ts'
import { type Lang, langOf } from './user.ts'

/** A value that a message shows. Typed values are formatted for the reader; a nested message is rendered first. */
export type MessageParam =
  | string
  | number
  | boolean
  | null
  | { money: number; currency: string }
  | { date: string; capital?: true }
  | { instant: string | Date }
  | { time: string | Date }
  | { list: readonly Message[]; join?: 'lines' | 'and' }
  | Message
export type MessageParams = Record<string, MessageParam>

/** A sentence to be rendered in the reader's language: key into `messages.*.json` and its values. */
export interface Message {
  key: string
  params?: MessageParams
}

/** Who reads: decides language, zone, and what "today" means. */
export interface Reader {
  locale: string
  timeZone: string
  now: Instant
}

export type Catalog = Record<string, string>
export type Catalogs = Record<Lang, Catalog>

/** All sentences of the product in both languages, ICU message format. */
export class Messages {
  readonly #formats = new Map<string, IntlMessageFormat>()
  readonly #catalogs: Catalogs

  constructor(catalogs: Catalogs) {
    this.#catalogs = catalogs
  }

  has(key: string, lang: Lang): boolean {
    return Object.hasOwn(this.#catalogs[lang], key)
  }

  /** The sentence for this reader. Throws `internal` when the key does not exist: a missing message is a defect. */
  render(message: Message, reader: Reader): string {
    const lang = langOf(reader.locale)
    const id = `${lang}:${message.key}`
    let format = this.#formats.get(id)
    if (!format) {
      const pattern = this.#catalogs[lang][message.key]
      if (pattern === undefined)
        throw new AppError('internal', 'core.internal', {}, { cause: new Error(`no message ${id}`) })
      format = new IntlMessageFormat(pattern, lang, undefined, { ignoreTag: true })
      this.#formats.set(id, format)
    }
    const values: Record<string, string | number | boolean | null> = {}
    for (const [name, value] of Object.entries(message.params ?? {})) values[name] = this.#show(value, reader)
    // A date ends in "г." by itself; at the end of a sentence one full stop is enough.
    return String(format.format(values)).replace(/ г\.\./gu, ' г.')
  }

  #show(value: MessageParam, reader: Reader): string | number | boolean | null {
    if (value === null || typeof value !== 'object') return value
    if ('money' in value) return formatMoney({ amount: value.money, currency: value.currency }, reader.locale)
    if ('date' in value) {
      const shown = showDate(value.date, reader)
      return 'capital' in value && value.capital ? shown.charAt(0).toUpperCase() + shown.slice(1) : shown
    }
    if ('instant' in value) return showInstant(new Date(value.instant), reader)
    if ('time' in value) return showTime(new Date(value.time), reader)
    if ('list' in value) {
      const shown = value.list.map((item) => this.render(item, reader))
      if (value.join !== 'and') return shown.join('\n')
      return new Intl.ListFormat(langOf(reader.locale), { type: 'conjunction' }).format(shown)
    }
    return this.render(value, reader)
  }
}

const RELATIVE: Record<Lang, Record<number, string>> = {
  ru: { [-1]: 'вчера', 0: 'сегодня', 1: 'завтра', 2: 'послезавтра' },
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
}

const dateFormats = new Map<string, Intl.DateTimeFormat>()
const dateFormat = (lang: Lang, withYear: boolean): Intl.DateTimeFormat => {
  const key = `${lang}${withYear}`
  let format = dateFormats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(lang === 'ru' ? 'ru-RU' : 'en-GB', {
      weekday: 'short',
      day: 'numeric',
      month: 'long',
      ...(withYear ? { year: 'numeric' } : {}),
      timeZone: 'UTC',
    })
    dateFormats.set(key, format)
  }
  return format
}

/** `сегодня`, `завтра`, else `пт, 20 марта`; the year only when it is not the reader's current one. */
export const showDate = (date: string, reader: Reader): string => {
  const today = localDateOf(reader.now, reader.timeZone)
  const lang = langOf(reader.locale)
  for (const offset of [-1, 0, 1, 2]) {
    const word = RELATIVE[lang][offset]
    if (word && addDays(today, offset) === date) return word
  }
  return dateFormat(lang, date.slice(0, 4) !== today.slice(0, 4)).format(new Date(`${date}T00:00:00Z`))
}

/** `15:00` on the reader's clock. */
export const showTime = (instant: Instant, reader: Reader): string =>
  zoned(instant, reader.timeZone).toPlainTime().toString({ smallestUnit: 'minute' })

/** `завтра в 15:00`, `пт, 20 марта в 09:00`. */
export const showInstant = (instant: Instant, reader: Reader): string =>
  `${showDate(localDateOf(instant, reader.timeZone), reader)} ${langOf(reader.locale) === 'ru' ? 'в' : 'at'} ${showTime(instant, reader)}`
