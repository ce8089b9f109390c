// Money, times and days in the reader's language.
import { locale } from './strings.js'

export const money = (amount, currency) => {
  const digits = new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: amount % 10 ** digits === 0 ? 0 : digits,
    maximumFractionDigits: digits,
  }).format(amount / 10 ** digits)
}

/** An amount of something with as many digits as matter: `24.69`, `0.0024`. */
export const figure = (value) =>
  new Intl.NumberFormat(
    locale,
    Math.abs(value) < 1 ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 2 },
  ).format(value)

/** Wall-clock parts as the server wrote them, in the person's zone: the device may be in another one. */
export const localDay = (instant) => instant.slice(0, 10)
export const localTime = (instant) => instant.slice(11, 16)

const noon = (day) => new Date(`${day}T12:00:00Z`)

/** The local day now in `timeZone`, `YYYY-MM-DD`. */
export const today = (timeZone) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date())

export const addDays = (day, days) => new Date(noon(day).getTime() + days * 86_400_000).toISOString().slice(0, 10)

export const dayName = (day, base) => {
  const distance = Math.round((noon(day) - noon(base)) / 86_400_000)
  if (Math.abs(distance) <= 1) {
    const near = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(distance, 'day')
    return near.charAt(0).toLocaleUpperCase(locale) + near.slice(1)
  }
  return shortDay(day, { weekday: 'short' })
}

export const shortDay = (day, more = {}) =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC', ...more }).format(noon(day))

/** The offset of `timeZone` at noon of a day, `+03:00`: bounds of a day are written in it. */
const offset = (day, timeZone, hour) => {
  const name = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(new Date(`${day}T${hour}:00:00Z`))
    .find((part) => part.type === 'timeZoneName')?.value
  return name === 'GMT' || !name ? '+00:00' : name.slice(3)
}

/** The instant a local day begins, RFC 3339. The offset is taken near midnight, so a change of clocks later that day is no matter. */
export const startOfDay = (day, timeZone) => `${day}T00:00:00${offset(day, timeZone, '00')}`

/** `2026-03-18T15:00:00+03:00` as “18 Mar, 15:00”. */
export const when = (instant) => `${shortDay(localDay(instant))}, ${localTime(instant)}`
