// Amounts in another currency at a rate that the person stated; nothing is ever converted without one.
import { minorDigits } from '../../../core/money.ts'
import type { Rates } from '../schema.ts'

/** A decimal as digits and their number after the point: 92.5 is 925n and 1. */
const decimal = (rate: number): { digits: bigint; scale: number } => {
  const [mantissa = '0', exponent = '0'] = String(rate).split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  const scale = fraction.length - Number(exponent)
  const digits = BigInt(whole + fraction)
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale }
}

/** Minor units of `to` for minor units of `from` at `rate`, exact, halves away from zero. */
export const convert = (amount: number, from: string, to: string, rate: number): number => {
  const { digits, scale } = decimal(rate)
  const shift = minorDigits(to) - minorDigits(from) - scale
  const size = BigInt(Math.abs(amount)) * digits
  const scaled = shift >= 0 ? size * 10n ** BigInt(shift) : halfUp(size, 10n ** BigInt(-shift))
  return Number(amount < 0 ? -scaled : scaled)
}
const halfUp = (size: bigint, by: bigint): bigint => (2n * size + by) / (2n * by)

/** Turns an amount into `currency`, or null when it is of another one without a stated rate. */
export const converter =
  (currency: string, rates: Rates | undefined) =>
  (amount: number, from: string): number | null => {
    if (from === currency) return amount
    const stated = rates?.find((rate) => rate.currency.toUpperCase() === from)
    return stated ? convert(amount, from, currency, stated.rate) : null
  }
