// Invitation codes: short, to be read aloud in either language, and only their hash is kept.
import { createHash } from 'node:crypto'

/** Without signs that look or sound like another: no 0 O Q, 1 I L, 2 Z, 5 S, 8 B, U V, G. */
export const CODE_SIGNS = 'ACDEFHJKMNPRTWXY34679'
const LENGTH = 8

/** Russian letters that look like a sign of the code: a code is often typed with the keyboard left in Russian. */
const ALIKE: Readonly<Record<string, string>> = {
  А: 'A',
  С: 'C',
  Е: 'E',
  Н: 'H',
  К: 'K',
  М: 'M',
  Р: 'P',
  Т: 'T',
  Х: 'X',
  У: 'Y',
  З: '3',
}

/** A code from as many random numbers, each below the number of signs. */
export const codeFrom = (picks: readonly number[]): string => picks.map((pick) => CODE_SIGNS[pick] ?? '').join('')
export const CODE_PICKS = LENGTH

/** A code as it was given, without what people add to it. Null when it cannot be one. */
export const readCode = (said: string): string | null => {
  const signs = [...said.toUpperCase()].filter((sign) => /[\p{L}\p{N}]/u.test(sign)).map((sign) => ALIKE[sign] ?? sign)
  return signs.length === LENGTH && signs.every((sign) => CODE_SIGNS.includes(sign)) ? signs.join('') : null
}

export const showCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`
export const hashOf = (code: string): string => createHash('sha256').update(`home.invite:${code}`).digest('hex')
