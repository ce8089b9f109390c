/** Money is an integer of minor units plus an ISO 4217 code. */
export interface Money {
  amount: number
  currency: string
}

/** The largest amount accepted anywhere, in minor units: far over any person's life, far under 2^53. */
export const MAX_AMOUNT = 100_000_000_000_000

const digitsCache = new Map<string, number>()
/** Number of minor-unit digits of a currency (RUB 2, JPY 0). Throws RangeError on a malformed code. */
export const minorDigits = (currency: string): number => {
  let digits = digitsCache.get(currency)
  if (digits === undefined) {
    digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
    digitsCache.set(currency, digits)
  }
  return digits
}

const currencies = new Set(Intl.supportedValuesOf('currency'))
export const isCurrency = (code: string): boolean => currencies.has(code)

const formats = new Map<string, Intl.NumberFormat>()
/** `450 ₽`, `1 299,50 ₽`, `$12.30`: whole amounts without a zero fraction. */
export const formatMoney = ({ amount, currency }: Money, locale: string): string => {
  const digits = minorDigits(currency)
  const whole = amount % 10 ** digits === 0
  const key = `${locale}|${currency}|${whole}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: whole ? 0 : digits,
      maximumFractionDigits: whole ? 0 : digits,
    })
    formats.set(key, format)
  }
  return format.format(amount / 10 ** digits)
}
