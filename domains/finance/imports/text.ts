// Bytes of a file as text: which encoding it has, its lines, and texts as they may be stored.
import { createReadStream } from 'node:fs'
import type { ImportFile } from '../../contract.ts'

/** A longer line is cut: no statement has one, and memory must not grow with the file. */
const MAX_LINE = 64 * 1024

const BOMS: [string, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    // `stream` forgives a character that the end of the piece cuts in two.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/** The length of the longest run of bytes over 127: Cyrillic comes in whole words, accents come alone. */
const longestRun = (bytes: Uint8Array): number => {
  let longest = 0
  let run = 0
  for (const byte of bytes) {
    run = byte > 127 ? run + 1 : 0
    if (run > longest) longest = run
  }
  return longest
}

/** Which single-byte encoding: Russian letters stand in other places in windows-1251 than in the DOS one (866). */
const singleByte = (bytes: Uint8Array): string => {
  if (longestRun(bytes) < 3) return 'windows-1252'
  let dos = 0
  let windows = 0
  for (const byte of bytes) {
    if (byte >= 0x80 && byte <= 0xaf) dos++
    else if ((byte >= 0xc0 && byte <= 0xdf) || byte >= 0xf0) windows++
  }
  return dos > windows ? 'ibm866' : 'windows-1251'
}

/** The encoding of these bytes; null when they are plain ASCII and say nothing. */
const encodingOf = (bytes: Uint8Array): string | null => {
  for (const [name, bom] of BOMS) if (bom.every((byte, i) => bytes[i] === byte)) return name
  if (bytes.every((byte) => byte < 128)) return null
  return isUtf8(bytes) ? 'utf-8' : singleByte(bytes)
}

const DECLARED = /<\?xml[^>]*encoding=["']([\w-]+)["']|^CHARSET:\s*(\d+)\s*$/imu

/** The encoding of a file: by its mark, by what it declares, else by its first bytes that are not ASCII. */
export const detectEncoding = async (file: ImportFile): Promise<string> => {
  const byHead = encodingOf(file.head)
  if (byHead !== null && byHead !== 'windows-1252') return byHead
  const declared = DECLARED.exec(new TextDecoder('windows-1252').decode(file.head.subarray(0, 2048)))
  const name = declared?.[1] ?? (declared?.[2] ? `windows-${declared[2]}` : undefined)
  if (name && byHead !== null)
    try {
      return new TextDecoder(name).encoding
    } catch {
      return byHead
    }
  if (byHead !== null) return byHead
  for await (const chunk of createReadStream(file.path, { start: file.head.length })) {
    const bytes: Uint8Array = chunk
    // The stream may begin inside a character of several bytes.
    const first = bytes.findIndex((byte) => byte > 127)
    if (first !== -1) return encodingOf(bytes.subarray(first)) ?? 'utf-8'
  }
  return 'utf-8'
}

/** The beginning of a file as text; its last line may be cut. */
export const headText = async (file: ImportFile): Promise<string> =>
  new TextDecoder(await detectEncoding(file)).decode(file.head, { stream: true })

/** Whether text is not text: zero bytes or many control characters. */
export const isBinary = (text: string): boolean => {
  if (text.includes('\0')) return true
  const start = text.slice(0, 4096)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return (start.match(/[\u0001-\u0008\u000e-\u001f\ufffd]/gu)?.length ?? 0) > start.length / 50
}

/** Pieces of a file's text with the number of bytes read so far. */
export async function* textOf(file: ImportFile): AsyncGenerator<{ text: string; bytes: number }> {
  const decoder = new TextDecoder(await detectEncoding(file))
  let bytes = 0
  for await (const chunk of createReadStream(file.path)) {
    const part: Uint8Array = chunk
    bytes += part.length
    yield { text: decoder.decode(part, { stream: true }), bytes }
  }
  yield { text: decoder.decode(), bytes }
}

/** Cuts text that comes in pieces into lines, numbered from 1. */
export const lineCutter = (onLine: (text: string, line: number) => void) => {
  let rest = ''
  let line = 0
  return {
    push: (text: string): void => {
      const parts = (rest + text).split(/\r\n|\n|\r(?!$)/u)
      rest = (parts.pop() ?? '').slice(0, MAX_LINE)
      for (const part of parts) onLine(part.slice(0, MAX_LINE), ++line)
    },
    end: (): void => {
      if (rest.trim() !== '') onLine(rest.replace(/\r$/u, ''), ++line)
    },
  }
}

/** Every line of a file in turn. */
export const eachLine = async (
  file: ImportFile,
  onLine: (text: string, line: number) => void,
  atEnd: () => void = () => {},
): Promise<void> => {
  const lines = lineCutter(onLine)
  for await (const { text } of textOf(file)) lines.push(text)
  lines.end()
  atEnd()
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
const UNSEEN = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/gu
/** Thirteen digits and more, in groups or not: a card (ISO/IEC 7812: up to 19 digits) or an account. */
const LONG_NUMBER = /(?<!\p{Nd})\p{Nd}(?:[ -]?\p{Nd}){12,}(?!\p{Nd})/gu
/** ISO 13616: two letters, two check digits, up to 30 characters. */
const IBAN = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![\p{L}\p{N}])/gu
const HALF_MASKED = /\d{4,8}[*xXхХ+•]{2,}\d*(\d{4})(?!\d)/gu
const DATES = /^\d{4}-\d{2}-\d{2}/u

/** The last four characters of a number, the rest not shown. */
export const masked = (number: string): string => `*${number.replace(/[^\p{L}\p{N}]/gu, '').slice(-4)}`

/** Text of a third party as it may be stored: one line, nothing unseen in it, numbers of cards and accounts masked. */
export const cleanText = (raw: string | null, max: number): string | null => {
  if (raw === null) return null
  const text = raw
    .slice(0, max * 4)
    .toWellFormed()
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(/\s+/gu, ' ')
    .replace(IBAN, (number) => ((number.match(/\d/gu)?.length ?? 0) >= 8 ? masked(number) : number))
    .replace(HALF_MASKED, '*$1')
    .replace(LONG_NUMBER, (number) => (DATES.test(number) ? number : masked(number)))
    .trim()
    .slice(0, max)
    .toWellFormed()
    .trim()
  return text === '' ? null : text
}

/** The last four characters of an account, all that is kept of it. */
export const lastFour = (account: string | null): string | null => {
  const plain = account?.replace(/[^\p{L}\p{N}]/gu, '') ?? ''
  return plain.length < 4 ? null : plain.slice(-4).toUpperCase()
}
