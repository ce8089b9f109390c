/** Kinds of secrets that are never remembered. */
export type Secret = 'card' | 'code' | 'password' | 'key' | 'passport' | 'personal_number'

/** ISO/IEC 7812-1 annex B. */
const luhn = (digits: string): boolean => {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    const doubled = i % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

const weighted = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0)

/** SNILS: the last two digits are the weighted sum of the first nine modulo 101 (PFR order 1P of 2002). */
const isSnils = (digits: string): boolean => {
  const sum = weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101
  return digits.length === 11 && Number(digits.slice(9)) === (sum === 100 ? 0 : sum)
}

/** Serbian JMBG: thirteen digits beginning with a date, the last a check digit modulo 11 (Law on the unique citizen number). */
const isJmbg = (digits: string): boolean => {
  if (digits.length !== 13 || Number(digits.slice(0, 2)) > 31 || Number(digits.slice(2, 4)) > 12) return false
  const rest = 11 - (weighted(digits, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)
  return Number(digits[12]) === (rest > 9 ? 0 : rest)
}

const KEY =
  /-----BEGIN [A-Z ]*PRIVATE KEY|(?<![A-Za-z0-9])(?:sk-[\w-]{16,}|gh[pousr]_\w{20,}|github_pat_\w{20,}|AKIA[0-9A-Z]{16}|AIza[\w-]{30,}|xox[abprs]-[\w-]{10,}|eyJ[\w-]{10,}\.[\w-]{10,}\.|\d{8,10}:[\w-]{35}|zl[ar]_[\w-]{20,})/
const CODE_WORD =
  /(?<![а-яa-z])(?:cvv2?|cvc2?|cvn|пин|пинкод|пин-код|pin|цвв|цвц|код\s+(?:с\s+карты|карты|безопасности))(?![а-яa-z])[^\d]{0,20}\d{3,6}(?!\d)/
const PASSWORD =
  /(?<![а-яa-z])(?:парол[а-яa-z]*|password|passcode|passphrase|passwd|pwd)(?![а-яa-z])(?:[^\n]{0,60}?[:=—–]|[^\n]{0,40}?\s(?:это|is))\s*\S+|(?<![а-яa-z])(?:парол[а-яa-z]*|password|passcode|passwd|pwd)(?![а-яa-z])[^\n]{0,60}?\s(?=\S*\d)\S{4,}/
const PASSPORT =
  /(?<![а-яa-z])(?:паспорт[а-яa-z]*|passport|загран[а-яa-z]*)(?![а-яa-z])[^\d]{0,30}(?:\d{2}\s?\d{2}\s?(?:№|номер|n)?\s?\d{6}|\d{9}|[a-z]{1,2}\d{6,8})(?!\d)/

/** The kind of secret this text holds, or null. Says nothing about where: the text itself must not be kept. */
export const findSecret = (text: string): Secret | null => {
  const folded = text.normalize('NFKC').replace(/[\u200b-\u200f\u2060\ufeff]/gu, '')
  if (KEY.test(folded)) return 'key'
  for (const [run] of folded.matchAll(/(?<!\d)\d(?:[ \u00a0.-]?\d){9,18}(?!\d)/gu)) {
    const digits = run.replace(/\D/g, '')
    if (digits.length >= 13 && digits.length <= 19 && luhn(digits) && !/^(\d)\1+$/.test(digits)) return 'card'
    if (isJmbg(digits)) return 'personal_number'
    if (digits.length === 11 && isSnils(digits) && /снилс|snils/iu.test(folded)) return 'personal_number'
  }
  const low = folded.toLowerCase()
  if (CODE_WORD.test(low)) return 'code'
  if (PASSWORD.test(low)) return 'password'
  if (PASSPORT.test(low)) return 'passport'
  return null
}
