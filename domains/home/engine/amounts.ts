// Quantities as people say them: which units are one kind, how amounts add up, how they are read from a name.
import type { Message } from '../../../core/messages.ts'

export interface Amount {
  quantity: number | null
  /** As said. */
  unit: string | null
}
interface Known {
  code: string
  /** Amounts with the same key add up. */
  key: string
  factor: number
  said: RegExp
}

/** Metric units (BIPM, The International System of Units, 9th edition, 2019) and household packages. */
const KNOWN: readonly Known[] = [
  { code: 'kg', key: 'mass', factor: 1000, said: /^(?:кг|килограмм\p{L}*|кило|kg|kgs|kilos?|kilograms?)$/u },
  { code: 'g', key: 'mass', factor: 1, said: /^(?:г|гр|грамм\p{L}*|g|gr|grams?)$/u },
  { code: 'l', key: 'volume', factor: 1000, said: /^(?:л|литр\p{L}*|l|lt|lit(?:er|re)s?)$/u },
  { code: 'ml', key: 'volume', factor: 1, said: /^(?:мл|миллилитр\p{L}*|ml|millilit(?:er|re)s?)$/u },
  { code: 'piece', key: '', factor: 1, said: /^(?:шт|штук\p{L}*|штучк\p{L}*|pcs?|pieces?|items?)$/u },
  { code: 'pack', key: 'pack', factor: 1, said: /^(?:уп|упаков\p{L}*|пачк\p{L}*|пачек|packs?|packets?|packages?)$/u },
  { code: 'bottle', key: 'bottle', factor: 1, said: /^(?:бут|бутыл\p{L}*|bottles?)$/u },
  { code: 'can', key: 'can', factor: 1, said: /^(?:банк[аиуе]|банок|cans?|jars?|tins?)$/u },
  { code: 'bag', key: 'bag', factor: 1, said: /^(?:пакет\p{L}*|мешк\p{L}*|мешок|bags?)$/u },
  { code: 'box', key: 'box', factor: 1, said: /^(?:короб\p{L}*|box(?:es)?)$/u },
]

const plain = (unit: string): string => unit.trim().toLowerCase().replaceAll('ё', 'е').replace(/\.$/, '')
const knownUnit = (unit: string): Known | undefined => KNOWN.find(({ said }) => said.test(plain(unit)))

/** Amounts of one key add up; an amount without a unit is a number of pieces. */
export const unitKey = (unit: string | null): string => (unit === null ? '' : (knownUnit(unit)?.key ?? plain(unit)))

/** Keeps what people can read: three decimals. */
export const rounded = (value: number): number => Math.round(value * 1000) / 1000

/** An amount in the unit of another of the same key. */
export const inUnit = (quantity: number, from: string | null, to: string | null): number =>
  rounded((quantity * (knownUnit(from ?? '')?.factor ?? 1)) / (knownUnit(to ?? '')?.factor ?? 1))

/** The sum of two amounts of the same key, in the unit of the first. */
export const added = (first: Amount, second: Amount): Amount => {
  if (second.quantity === null) return first
  if (first.quantity === null) return second
  return {
    quantity: rounded(first.quantity + inUnit(second.quantity, second.unit, first.unit)),
    unit: first.unit ?? second.unit,
  }
}

const NUMBER = '(\\d{1,6}(?:[.,]\\d{1,3})?)'
const AT_END = new RegExp(`^(.+?)[\\s,–—-]+${NUMBER}\\s*([\\p{L}]+)\\.?$`, 'u')
const AT_START = new RegExp(`^${NUMBER}\\s*([\\p{L}]+)\\.?\\s+(.+)$`, 'u')

/** "молоко 2 литра" → молоко, 2 литра. Only known units are read: "колготки 40 den" stays a name. */
export const readItem = (item: string, given: Amount): Amount & { item: string } => {
  const named = withUnit(given)
  if (named.quantity !== null) return { item, ...named }
  const end = AT_END.exec(item)
  if (end?.[1] && end[2] && end[3] && knownUnit(end[3]))
    return { item: end[1].trim(), quantity: numberOf(end[2]), unit: end[3] }
  const start = AT_START.exec(item)
  if (start?.[1] && start[2] && start[3] && knownUnit(start[2]))
    return { item: start[3].trim(), quantity: numberOf(start[1]), unit: start[2] }
  return { item, quantity: null, unit: null }
}
const numberOf = (text: string): number => Number(text.replace(',', '.')) || 1
/** "пачка чая": a unit without a number is one of it. */
const withUnit = ({ quantity, unit }: Amount): Amount => ({ quantity: quantity ?? (unit === null ? null : 1), unit })

/** "2 л", "3 упаковки", "5 шт"; an unknown unit is told as it was said. */
export const tellAmount = ({ quantity, unit }: { quantity: number; unit: string | null }): Message => ({
  key: 'home.amount',
  params: { q: quantity, unit: unit === null ? 'none' : (knownUnit(unit)?.code ?? unit) },
})
